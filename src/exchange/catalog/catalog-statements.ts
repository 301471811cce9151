import type { EdgeStatement, EntityHead, FactStatement, Statements } from '../statement.ts';
import type { Catalog, Entry, Reference } from './entry.ts';
import type { Identified, Identities, KnownEntity } from './identity.ts';
import { licenseOwn } from './license-edges.ts';
import type { Tally } from './tally.ts';

/** The statements of a catalog about entities with known ids. */
export function catalogStatements(
  { source, evidence }: Pick<Catalog, 'source' | 'evidence'>,
  { entities, entityOf }: Identities,
  asOf: string | null,
  tally: Tally,
): Statements {
  const heads = new Map<string, EntityHead>();
  const facts: FactStatement[] = [];
  const edges: EdgeStatement[] = [];
  const around = new Map<string, KnownEntity>();
  for (const identified of entities) {
    heads.set(identified.id, headOf(identified));
    for (const entry of statedBy(identified)) {
      const said = {
        ...{ subjectId: identified.id, sourceId: source.id, asOf: entry.asOf ?? asOf },
        ...({ rank: 'NORMAL', evidence } as const),
      };
      for (const fact of entry.facts) facts.push({ ...said, ...fact });
      for (const edge of entry.edges) {
        const { to, ...rest } = edge;
        const object = entityOf(to);
        if (object === null || object.id === identified.id) {
          tally.add(...unknownOf(to, entry));
          continue;
        }
        around.set(object.id, object);
        edges.push({ ...said, ...rest, objectId: object.id, since: null, until: null });
      }
    }
  }
  // A data set also states the entities that its relations lead to.
  for (const [id, entity] of around) if (!heads.has(id)) heads.set(id, plainHead(entity));
  return { entities: heads.values(), sources: [source], facts, edges };
}

/** A mention adds nothing to an entity that is described, or that others state. */
function statedBy({ entries, shared }: Identified): readonly Entry[] {
  const described = entries.filter(({ mentioned }) => !mentioned);
  if (described.length > 0) return described;
  return shared ? [] : entries.slice(0, 1);
}

function unknownOf(to: Reference, { name }: Entry): [what: string, example: string] {
  return 'organization' in to
    ? ['developer whom the graph does not know by this name', to.organization]
    : ['relation to something that is not known, or to the thing itself', name];
}

function headOf({ entries, id, slug, known, shared }: Identified): EntityHead {
  const [first] = entries;
  if (first === undefined) throw new Error('An entity has at least one entry.');
  if (first.mentioned && shared && known !== null) return plainHead(known);
  const described = entries.filter(({ mentioned }) => mentioned === first.mentioned);
  const addresses = [...new Set(described.flatMap((entry) => entry.addresses))];
  return {
    ...bare(first.kind, id, slug),
    name: first.name,
    aliases: [...new Set(described.flatMap(({ name, aliases }) => [name, ...aliases]))].filter(
      (alias) => alias !== first.name,
    ),
    status: first.status,
    exactMatch: addresses,
    own: first.own,
  };
}

function plainHead({ kind, id, slug, name }: KnownEntity): EntityHead {
  return { ...bare(kind, id, slug), name };
}

function bare(kind: EntityHead['kind'], id: string, slug: string): Omit<EntityHead, 'name'> {
  return {
    ...{ kind, id, slug, formerSlugs: [], aliases: [], labels: [], summary: null },
    ...{ status: 'CURRENT', replacedById: null, exactMatch: [], closeMatch: [] },
    own: kind === 'LICENSE' ? licenseOwn([]) : {},
  };
}
