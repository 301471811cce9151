import type { AskGraph } from '../explorer/ask.ts';
import {
  architectureWords,
  artifactWords,
  availabilityWords,
  largeNumber,
  modalityWords,
  opennessWords,
  verdictWords,
} from '../explorer/words.ts';
import type { Answer } from './answer.ts';
import type { ModelFactsFragment } from './documents/types.ts';
import { foundOne } from './documents.ts';
import type { Entity } from './find.ts';

const unknown = 'not known';

/** Adds the facts of models, row by row. */
export async function compareModels(
  ask: AskGraph,
  entities: readonly Entity[],
  answer: Answer,
): Promise<void> {
  const models: ModelFactsFragment[] = [];
  for (const { slug } of entities) {
    models.push(await foundOne(ask, 'compare-model', { slug }, ({ model }) => model));
  }
  const row = (name: string, value: (model: ModelFactsFragment) => string | null) => {
    const values = models.map((model) => `${model.name}: ${value(model) ?? unknown}`);
    answer.item(`${name}. ${values.join('; ')}.`);
  };
  answer.section('Side by side');
  row('Developer', ({ developers }) => names(developers));
  row('Released', ({ releasedOn }) => releasedOn);
  row('Parameters', ({ totalParameters, activeParameters }) =>
    totalParameters === null
      ? null
      : `${largeNumber(totalParameters)}${activeParameters === null ? '' : ` (${largeNumber(activeParameters)} active)`}`,
  );
  row('Context, in tokens', ({ contextTokens }) => contextTokens?.toLocaleString('en-US') ?? null);
  row('Architecture', ({ architecture }) =>
    architecture === null ? null : architectureWords[architecture],
  );
  row('Input', ({ inputModalities }) => joined(inputModalities, modalityWords));
  row('Output', ({ outputModalities }) => joined(outputModalities, modalityWords));
  row('Licenses', licensesOf);
  row('Made from', ({ derivedFrom }) => names(derivedFrom));
  row('Availability', ({ availability }) =>
    (availability ?? [])
      .map(
        (each) =>
          `${artifactWords[each.artifact].toLowerCase()} ${availabilityWords[each.availability]}`,
      )
      .join(', '),
  );
  answer.section('How open');
  const definitions = models[0]?.openness ?? [];
  for (const { definition } of definitions) {
    row(opennessWords[definition], ({ openness }) => {
      const verdict = openness?.find((each) => each.definition === definition)?.verdict;
      return verdict === undefined ? null : verdictWords[verdict].toLowerCase();
    });
  }
  answer.section('What they are');
  for (const { name, summary } of models) answer.item(`${name}: ${summary ?? ''}`);
  answer.section('Sources').line('The tool “describe” names the sources of each fact.');
}

function licensesOf({ licenses }: ModelFactsFragment): string {
  return (licenses?.edges ?? [])
    .flatMap(({ node, relations }) =>
      relations.map(({ artifact, contested }) => {
        const of = artifact === null ? '' : ` (${artifactWords[artifact].toLowerCase()})`;
        return `${node.name}${of}${contested ? ', contested' : ''}`;
      }),
    )
    .join(', ');
}

function names(
  found: { readonly nodes: readonly { readonly name: string }[] } | null,
): string | null {
  const all = (found?.nodes ?? []).map(({ name }) => name).join(', ');
  return all === '' ? null : all;
}

function joined<Value extends string>(
  values: readonly Value[] | null,
  words: Readonly<Record<Value, string>>,
): string | null {
  return values === null || values.length === 0
    ? null
    : values.map((each) => words[each]).join(', ');
}
