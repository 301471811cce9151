import type { Child } from 'hono/jsx';
import type { Addresses } from '../addresses.ts';
import type { Artifact, ComparedFragment, OpennessDefinition } from '../documents/types.ts';
import type { Guess } from '../find-entity.ts';
import { Layout } from '../layout.tsx';
import { Cards, EntityLink, Links, VerdictBadge } from '../parts/basics.tsx';
import { Problems } from '../parts/fields.tsx';
import {
  architectureWords,
  artifactWords,
  availabilityWords,
  counted,
  largeNumber,
  modalityWords,
  opennessWords,
} from '../words.ts';

export type Compared = ComparedFragment;

interface ComparePageProps {
  readonly models: readonly Compared[];
  readonly problems: readonly string[];
  /** Guesses for names that were not found. */
  readonly guesses: readonly Guess[];
  readonly addresses: Addresses;
}

interface Row {
  readonly name: string;
  /** The text of each cell. A row with equal texts is dimmed. */
  readonly texts: readonly string[];
  readonly cells: readonly Child[];
}

/** Compares models side by side. */
export function ComparePage({ models, problems, guesses, addresses }: ComparePageProps) {
  const names = models.map(({ name }) => name).join(', ');
  const here = addresses.path('/compare');
  return (
    <Layout
      addresses={addresses}
      title={names === '' ? 'Compare models · Glossgraph' : `${names} compared · Glossgraph`}
      description="Models side by side: size, licenses, openness, input and output."
      canonical={models.length === 0 ? here : null}
      wide
    >
      <h1>Compare models</h1>
      <Problems problems={problems} />
      {guesses.length > 0 && (
        <>
          <h2>Perhaps you meant</h2>
          <Cards of={guesses} addresses={addresses} />
        </>
      )}
      {models.length > 0 && <Table models={models} addresses={addresses} />}
      <form method="get" action={here}>
        {models.map(({ slug, name }) => (
          <label class="check">
            <input type="checkbox" name="models" value={slug} checked />
            {name}
          </label>
        ))}
        {models.length < 5 && (
          <label>
            {models.length === 0 ? 'Models, with commas between them' : 'And'}
            <input
              type="text"
              name="models"
              id="compare-models"
              placeholder="such as Phi-4, Gemma 3 27B"
              data-suggest="MODEL"
              data-suggest-at={addresses.path('/suggest')}
            />
          </label>
        )}
        <button type="submit">Compare</button>
      </form>
      <p>
        Or choose some in the <a href={addresses.list('MODEL')}>list of models</a>.
      </p>
    </Layout>
  );
}

function Table({ models, addresses }: { models: readonly Compared[]; addresses: Addresses }) {
  const rows = rowsOf(models, addresses).filter(({ texts }) => texts.some((text) => text !== ''));
  return (
    <>
      <div class="scroll">
        <table class="compare">
          <thead>
            <tr>
              <td />
              {models.map((model) => (
                <th scope="col">
                  <EntityLink to={model} addresses={addresses} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, texts, cells }) => (
              <tr class={models.length > 1 && new Set(texts).size === 1 ? 'same' : undefined}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td>{texts[index] === '' ? <span class="note">not known</span> : cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {models.length > 1 && <p class="note">Rows in gray are the same for all.</p>}
    </>
  );
}

function rowsOf(models: readonly Compared[], addresses: Addresses): readonly Row[] {
  const row = (name: string, cell: (model: Compared) => readonly [string, Child]): Row => {
    const cells = models.map(cell);
    return { name, texts: cells.map(([text]) => text), cells: cells.map(([, child]) => child) };
  };
  const plain = (name: string, cell: (model: Compared) => string | null) =>
    row(name, (model) => [cell(model) ?? '', cell(model) ?? '']);
  const linked = (
    name: string,
    nodes: (model: Compared) => Parameters<typeof Links>[0]['to'] | undefined,
  ) =>
    row(name, (model) => {
      const to = nodes(model) ?? [];
      return [to.map((each) => each.name).join(', '), <Links to={to} addresses={addresses} />];
    });
  return [
    linked('Developed by', ({ developers }) => developers?.nodes),
    plain('Released', ({ releasedOn }) => releasedOn),
    plain('Parameters', ({ totalParameters }) => sized(totalParameters)),
    plain('Active per token', ({ activeParameters }) => sized(activeParameters)),
    plain('Architecture', ({ architecture }) => architecture && architectureWords[architecture]),
    plain(
      'Context, in tokens',
      ({ contextTokens }) => contextTokens?.toLocaleString('en-US') ?? null,
    ),
    plain('Input', ({ inputModalities }) => modalities(inputModalities)),
    plain('Output', ({ outputModalities }) => modalities(outputModalities)),
    ...(Object.keys(artifactWords) as Artifact[]).flatMap((artifact) => [
      plain(artifactWords[artifact], ({ availability }) => {
        const found = availability?.find((each) => each.artifact === artifact);
        return found === undefined || found.availability === 'UNKNOWN'
          ? null
          : availabilityWords[found.availability];
      }),
      linked(`License: ${artifactWords[artifact].toLowerCase()}`, ({ licenses }) =>
        licenses?.edges
          .filter(({ relations }) => relations.some((each) => each.artifact === artifact))
          .map(({ node }) => node),
      ),
    ]),
    ...(Object.keys(opennessWords) as OpennessDefinition[]).map((definition) =>
      row(opennessWords[definition], ({ openness }) => {
        const verdict = openness?.find((each) => each.definition === definition)?.verdict;
        if (verdict === undefined) return ['', ''];
        return [verdict, <VerdictBadge verdict={verdict} />];
      }),
    ),
    linked('Made from', ({ derivedFrom }) => derivedFrom?.nodes),
    linked('Example of', ({ exemplifies }) => exemplifies?.nodes),
    row('May I use it?', (model) => ['ask', <a href={`${addresses.of(model)}#may-i-use`}>Ask</a>]),
    row('Where sources disagree', (model) => {
      const count = model.contested?.totalCount ?? 0;
      if (count === 0) return ['nowhere', 'nowhere'];
      const text = counted(count, 'contested statement');
      return [text, <a href={`${addresses.of(model)}#disagreements`}>{text}</a>];
    }),
  ];
}

function sized(parameters: number | null): string | null {
  return parameters === null ? null : largeNumber(parameters);
}

function modalities(list: Compared['inputModalities']): string | null {
  return list?.map((each) => modalityWords[each]).join(', ') || null;
}
