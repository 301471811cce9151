import type { Addresses, Linked } from '../addresses.ts';
import type { EntityKind } from '../documents/types.ts';
import { Layout } from '../layout.tsx';
import { EntityLink } from '../parts/basics.tsx';
import { kindPlurals, kindWords } from '../words.ts';

export type Listed = Linked & { readonly summary: string | null };

interface ListPageProps {
  readonly kind: EntityKind;
  readonly entities: readonly Listed[];
  readonly total: number | null;
  /** The start of the next page; null at the end. */
  readonly next: string | null;
  /** Whether this is the first page. */
  readonly first: boolean;
  /** A problem with the address, or null. */
  readonly problem: string | null;
  readonly addresses: Addresses;
}

/** All entities of a kind, from A to Z. */
export function ListPage({
  kind,
  entities,
  total,
  next,
  first,
  problem,
  addresses,
}: ListPageProps) {
  const groups = byLetter(entities);
  const plural = kindPlurals[kind];
  const path = addresses.aToZ(kind);
  return (
    <Layout
      addresses={addresses}
      title={`${plural}, A to Z · Glossgraph`}
      description={`All ${plural.toLowerCase()} of the graph, with a sentence on each.`}
      canonical={first ? path : null}
    >
      <h1>
        {plural}, A to Z{total !== null && <small> ({total})</small>}
      </h1>
      {problem !== null && <p class="wrong">{problem}</p>}
      <nav class="letters" aria-label="Letters">
        {[...groups.keys()].map((letter) => (
          <a href={`#${anchorOf(letter)}`}>{letter}</a>
        ))}
      </nav>
      {entities.length === 0 && <p>There is no {kindWords[kind].toLowerCase()} here.</p>}
      {[...groups].map(([letter, found]) => (
        <section aria-labelledby={anchorOf(letter)}>
          <h2 id={anchorOf(letter)}>{letter}</h2>
          <ul class="plain">
            {found.map((entity) => (
              <li>
                <EntityLink to={entity} addresses={addresses} />
                {entity.summary !== null && <span class="note"> {entity.summary}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="inline">
        {!first && <a href={path}>From the beginning</a>}
        {next !== null && <a href={`${path}?after=${encodeURIComponent(next)}`}>More</a>}
      </p>
    </Layout>
  );
}

function anchorOf(letter: string): string {
  return letter === '0–9' ? 'digits' : `letter-${letter}`;
}

/** Groups entities by letter, in the order of the graph. */
function byLetter(entities: readonly Listed[]): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const entity of entities) {
    const letter = letterOf(entity.name);
    const group = groups.get(letter);
    if (group === undefined) groups.set(letter, [entity]);
    else group.push(entity);
  }
  return groups;
}

function letterOf(name: string): string {
  const [letter = ''] = name.normalize('NFKD').match(/[\p{L}\p{N}]/u) ?? [];
  return /\p{N}/u.test(letter) ? '0–9' : letter.toUpperCase() || '–';
}
