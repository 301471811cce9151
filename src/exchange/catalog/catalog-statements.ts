import type { EdgeStatement, EntityHead, FactStatement } from '../statement.ts';
import type { EntityStatements } from '../statement-stream.ts';
import type { Catalog, Entry, Reference } from './entry.ts';
import type { EntityOf, EntryGroup, Identity, KnownEntity } from './identity.ts';
import { licenseOwn } from './license-edges.ts';
import type { Tally } from './tally.ts';

interface Said extends Pick<Catalog, 'evidence'> {
  readonly sourceId: string;
  /** The date of statements without a date of their own. */
  readonly asOf: string | null;
}

/**
 * The statements of a catalog about an entity, and the entities that they lead to. Descriptions come
 * before mentions in `entries`.
 */
export function catalogStatements(
  entity: Identity,
  entries: EntryGroup,
  entityOf: EntityOf,
  { sourceId, evidence, asOf }: Said,
  tally: Tally,
): { readonly statements: EntityStatements; readonly around: readonly KnownEntity[] } {
  const facts: FactStatement[] = [];
  const edges: EdgeStatement[] = [];
  const around: KnownEntity[] = [];
  for (const entry of statedBy(entity, entries)) {
    const said = {
      ...{ subjectId: entity.id, sourceId, asOf: entry.asOf ?? asOf },
      ...({ rank: 'NORMAL', evidence } as const),
    };
    for (const fact of entry.facts) facts.push({ ...said, ...fact });
    for (const edge of entry.edges) {
      const { to, ...rest } = edge;
      const object = entityOf(to);
      if (object === null || object.id === entity.id) {
        tally.add(...unknownOf(to, entry));
        continue;
      }
      around.push(object);
      edges.push({ ...said, ...rest, objectId: object.id, since: null, until: null });
    }
  }
  return { statements: { head: headOf(entity, entries), facts, edges }, around };
}

/** A mention adds nothing to an entity that is described, or that others state. */
function statedBy({ shared }: Identity, entries: EntryGroup): EntryGroup {
  const described = entries.filter(({ mentioned }) => !mentioned);
  if (described.length > 0) return described;
  return shared ? [] : entries.slice(0, 1);
}

function unknownOf(to: Reference, { name }: Entry): [what: string, example: string] {
  return 'organization' in to
    ? ['developer whom the graph does not know by this name', to.organization]
    : ['relation to something that is not known, or to the thing itself', name];
}

function headOf(entity: Identity, entries: EntryGroup): EntityHead {
  const [first] = entries;
  if (first === undefined) throw new Error('An entity has at least one entry.');
  if (first.mentioned && entity.shared) return plainHead(entity);
  const described = entries.filter(({ mentioned }) => mentioned === first.mentioned);
  const addresses = [...new Set(described.flatMap((entry) => entry.addresses))];
  return {
    ...bare(first.kind, entity.id, entity.slug),
    name: first.name,
    aliases: [...new Set(described.flatMap(({ name, aliases }) => [name, ...aliases]))].filter(
      (alias) => alias !== first.name,
    ),
    status: first.status,
    exactMatch: addresses,
    own: first.own,
  };
}

/** The head of an entity that the catalog only leads to. */
export function plainHead({ kind, id, slug, name }: KnownEntity): EntityHead {
  return { ...bare(kind, id, slug), name };
}

function bare(kind: EntityHead['kind'], id: string, slug: string): Omit<EntityHead, 'name'> {
  return {
    ...{ kind, id, slug, formerSlugs: [], aliases: [], labels: [], summary: null },
    ...{ status: 'CURRENT', replacedById: null, exactMatch: [], closeMatch: [] },
    own: kind === 'LICENSE' ? licenseOwn([]) : {},
  };
}
