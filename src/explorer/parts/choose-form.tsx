import type { Addresses } from '../addresses.ts';
import { type ChooseName, type ChooseQuestion, orders } from '../choose-question.ts';
import type { DataOf } from '../documents.ts';
import { architectureWords, availabilityWords, modalityWords } from '../words.ts';
import { Select } from './fields.tsx';

type Facets = NonNullable<DataOf<'choose'>['models']>['facets'];

interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly entity?: { readonly name: string } | null;
}

interface ChooseFormProps {
  readonly question: ChooseQuestion;
  readonly facets: Facets;
  readonly addresses: Addresses;
}

/** The form of the chooser, with the number of models for each choice. */
export function ChooseForm({ question, facets, addresses }: ChooseFormProps) {
  const { typed } = question;
  const field = (name: ChooseName, label: string, hint: string) => (
    <label>
      {label}
      <input
        type="text"
        id={`choose-${name}`}
        name={name}
        value={typed[name][0] ?? ''}
        placeholder={hint}
      />
    </label>
  );
  const facet = (
    name: ChooseName,
    title: string,
    values: readonly FacetValue[] | null,
    words: Readonly<Record<string, string>> = {},
    open = false,
  ) => <Facet {...{ name, title, values: values ?? [], words, open, chosen: typed[name] }} />;
  return (
    <form class="facets" id="choose" method="get" action={addresses.list('MODEL')}>
      {field('text', 'Name', 'such as qwen')}
      <Select id="choose-sort" name="sort" label="Order" chosen={question.order}>
        {Object.entries(orders).map(([name, { words }]) => [name, words])}
      </Select>
      <button type="submit">Show</button>
      {facet('weights', 'Weights', facets.weights, availabilityWords, true)}
      {facet('class', 'Class of license', facets.licenseClasses, {}, true)}
      <fieldset class="two">
        <legend>Parameters</legend>
        {field('min', 'at least', '7 billion')}
        {field('max', 'at most', '70 billion')}
      </fieldset>
      {facet('developer', 'Developer', facets.developers)}
      {facet('license', 'License', facets.licenses)}
      {facet('in', 'Input', facets.inputModalities, modalityWords)}
      {facet('out', 'Output', facets.outputModalities, modalityWords)}
      {facet('architecture', 'Architecture', facets.architectures, architectureWords)}
      {facet('family', 'Family', facets.families)}
      {facet('code', 'Inference code', facets.inferenceCode, availabilityWords)}
      {facet('training', 'Training code', facets.trainingCode, availabilityWords)}
      {facet('data', 'Training data', facets.trainingData, availabilityWords)}
      {field('context', 'Context of at least, in tokens', '100,000')}
      <fieldset class="two">
        <legend>Released</legend>
        {field('since', 'since', '2025-01-01')}
        {field('until', 'until', '2026-12-31')}
      </fieldset>
      <button type="submit">Show</button>
    </form>
  );
}

interface FacetProps {
  readonly name: ChooseName;
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly open: boolean;
}

function Facet({ name, title, values, words, chosen, open }: FacetProps) {
  const offered = new Set(values.map(({ value }) => value));
  // A chosen value stays in the list, even if it is rare, so that it can be removed.
  const all: readonly FacetValue[] = [
    ...values,
    ...chosen
      .filter((value) => !offered.has(value))
      .map((value) => ({ value, count: 0, entity: null })),
  ];
  if (all.length === 0) return null;
  return (
    <details open={open || chosen.length > 0} id={`choose-${name}`}>
      <summary>{title}</summary>
      <fieldset aria-label={title}>
        {all.map(({ value, count, entity }) => (
          <label class="check">
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
            <span>
              {entity?.name ?? (Object.hasOwn(words, value) ? words[value] : value)}{' '}
              {count > 0 && <span class="note">{count}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
