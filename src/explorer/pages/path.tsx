import type { Addresses } from '../addresses.ts';
import type { DataOf } from '../documents.ts';
import { entityName } from '../entity-names.ts';
import type { Guess } from '../find-entity.ts';
import { Layout } from '../layout.tsx';
import { EntityLink, Source } from '../parts/basics.tsx';
import { Problems } from '../parts/fields.tsx';
import { Picture } from '../parts/picture.tsx';
import { PictureBuilder } from '../picture/graph.ts';
import { counted, kindWords } from '../words.ts';

type Typed = Readonly<Record<'from' | 'to', string>>;
type Way = NonNullable<DataOf<'path'>['path']>;

interface PathPageProps {
  readonly typed: Typed;
  readonly found: DataOf<'path'> | null;
  readonly guesses: Readonly<Record<'from' | 'to', readonly Guess[]>>;
  readonly problems: readonly string[];
  readonly addresses: Addresses;
}

const examples = [
  ['term:open-weights', 'organization:nvidia'],
  ['model:deepseek-r1', 'license:mit'],
] as const;

/** How two entities are linked: in words, step by step, and as a picture. */
export function PathPage({ typed, found, guesses, problems, addresses }: PathPageProps) {
  const here = addresses.path('/path');
  const from = found?.from ?? null;
  const to = found?.to ?? null;
  const both = from !== null && to !== null;
  return (
    <Layout
      addresses={addresses}
      title={
        both
          ? `From ${from.name} to ${to.name} · Glossgraph`
          : 'How two things are linked · Glossgraph'
      }
      description="The best of the shortest ways from one term, model, license, organization or tool to another."
      canonical={typed.from === '' && typed.to === '' ? here : null}
    >
      <h1>How are two things linked?</h1>
      <Problems problems={problems} />
      <form method="get" action={here}>
        <div class="pair fields">
          <End end="from" label="From" typed={typed} addresses={addresses} />
          <End end="to" label="To" typed={typed} addresses={addresses} />
        </div>
        <button type="submit">Find the way</button>
      </form>
      <Guesses end="from" {...{ typed, guesses, addresses }} />
      <Guesses end="to" {...{ typed, guesses, addresses }} />
      {typed.from === '' && typed.to === '' && (
        <p class="inline">
          <span>Try</span>
          {examples.map(([start, end]) => (
            <a href={`${here}?${new URLSearchParams({ from: start, to: end })}`}>
              {start.split(':')[1]} to {end.split(':')[1]}
            </a>
          ))}
        </p>
      )}
      {both && problems.length === 0 && found?.path == null && (
        <p class="lead">
          No way of at most six steps leads from <EntityLink to={from} addresses={addresses} /> to{' '}
          <EntityLink to={to} addresses={addresses} />.
        </p>
      )}
      {found?.path && <Steps way={found.path} addresses={addresses} />}
    </Layout>
  );
}

interface EndProps {
  readonly end: 'from' | 'to';
  readonly label: string;
  readonly typed: Typed;
  readonly addresses: Addresses;
}

function End({ end, label, typed, addresses }: EndProps) {
  return (
    <label>
      {label}
      <input
        type="text"
        id={`path-${end}`}
        name={end}
        value={typed[end]}
        placeholder="a term, model, license, organization or tool"
        data-suggest="ANY"
        data-suggest-at={addresses.path('/suggest')}
      />
    </label>
  );
}

interface GuessesProps extends Pick<PathPageProps, 'typed' | 'guesses' | 'addresses'> {
  readonly end: 'from' | 'to';
}

function Guesses({ end, typed, guesses, addresses }: GuessesProps) {
  if (guesses[end].length === 0) return null;
  return (
    <>
      <h2>“{typed[end]}”: which one?</h2>
      <ul class="cards">
        {guesses[end].map((guess) => {
          const query = new URLSearchParams({ ...typed, [end]: entityName(guess) });
          return (
            <li>
              <a href={`${addresses.path('/path')}?${query}`}>{guess.name}</a>{' '}
              <span class="note">{kindWords[guess.kind].toLowerCase()}</span>
              {guess.summary !== null && <p>{guess.summary}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Steps({ way, addresses }: { way: Way; addresses: Addresses }) {
  const entities = (way.entities ?? []).flatMap((entity) => entity ?? []);
  const picture = new PictureBuilder();
  for (const [level, entity] of entities.entries()) picture.add(entity, level);
  for (const { relation } of way.steps) {
    if (relation?.from && relation.to) {
      picture.link(relation.from, relation.to, relation.type, relation.method);
    }
  }
  return (
    <section aria-labelledby="way">
      <h2 id="way">{way.length === 0 ? 'They are the same' : counted(way.length, 'step')}</h2>
      <ol>
        {way.steps.map(({ explanation, relation }) => (
          <li>
            {explanation}{' '}
            <span class="cite">
              <Source source={relation?.source ?? null} />
            </span>
          </li>
        ))}
      </ol>
      {way.length > 0 && (
        <Picture
          graph={picture.build()}
          id="way-picture"
          label={`Picture of the way: ${way.explanation}`}
          hidden={0}
          larger={null}
          addresses={addresses}
        />
      )}
      <ul class="cards">
        {entities.map((entity) => (
          <li>
            <EntityLink to={entity} addresses={addresses} />
            {entity.summary !== null && <p>{entity.summary}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
