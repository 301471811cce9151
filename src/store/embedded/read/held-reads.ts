import { groupBy } from '../../../base/group-by.ts';
import type { RelationType } from '../../../ontology/relations.ts';
import type {
  DatasetRecord,
  Held,
  HeldClaim,
  HeldRelation,
  HeldThings,
  OwnedPage,
  Thing,
} from '../../graph-store.ts';
import { type Graph, standing, withType } from '../database/graph.ts';
import { damagedRecord } from '../database/packed-records.ts';
import { tallyOf } from '../match/tally.ts';

/** The least that a valid record of each table has. */
const whole = {
  entity: "json_type(x.record, '$.name') = 'text'",
  relation: "json_type(x.record) = 'array' AND json_array_length(x.record) > 0",
  claim: "json_type(x.record) = 'array' AND json_array_length(x.record) > 0",
  source: "json_extract(x.record, '$.id') = x.id",
  disagreement: "json_extract(x.record, '$.id') = x.id",
} as const;
type Table = keyof typeof whole;

/**
 * The digest of a record `x`. Null if the record cannot be read, so that a load does not take it
 * for unchanged.
 */
const digestText = (table: Table) =>
  `CASE WHEN json_valid(x.record) THEN CASE WHEN ${whole[table]} THEN x.digest END END`;

const tables = { entities: 'entity', sources: 'source' } as const;
const asked = 'json_each(?1) AS asked CROSS JOIN entity e ON e.id = asked.value';
const relationsText = `SELECT x.id, ${digestText('relation')}, e.id, b.id, x.standing, x.type
  FROM ${asked} CROSS JOIN relation x ON x.from_n = e.n CROSS JOIN entity b ON b.n = x.to_n`;
const claimColumns = `x.id, ${digestText('claim')}, a.id, r.id, s.id`;
const named = `LEFT JOIN entity a ON a.n = x.subject LEFT JOIN source s ON s.n = x.source`;
// The claims on an entity, except claims on relations that start elsewhere.
const claimsText = `SELECT ${claimColumns} FROM ${asked} CROSS JOIN claim x ON x.subject = e.n
  LEFT JOIN relation r ON r.n = x.relation ${named} WHERE r.n IS NULL OR r.from_n = e.n
  UNION ALL SELECT ${claimColumns} FROM ${asked} CROSS JOIN relation r ON r.from_n = e.n
  CROSS JOIN claim x ON x.relation = r.n ${named} WHERE x.subject IS NOT e.n`;
const disagreementsText = `SELECT x.id, ${digestText('disagreement')}, x.subject_id
  FROM json_each(?1) AS asked CROSS JOIN disagreement x ON x.subject_id = asked.value`;
// Two searches, each in one index. Only the second may be long.
const degreeText = `SELECT e.id,
    (SELECT count(*) FROM relation x WHERE x.from_n = e.n AND x.standing >= ${standing.best})
    + (SELECT count(*) FROM relation x WHERE x.to_n = e.n AND x.standing >= ${standing.best})
  FROM ${asked}`;

/** The data that a load compares with, read from one state of the graph. */
export class HeldReads implements Held {
  readonly #read: <T>(work: (graph: Graph) => T) => T;

  constructor(read: <T>(work: (graph: Graph) => T) => T) {
    this.#read = read;
  }

  async totals(): Promise<Readonly<Record<Thing, number>>> {
    return this.#read(totalsOf);
  }

  async idsAfter(thing: 'entities' | 'sources', after: string | null, limit: number) {
    return this.#read((graph) => idsAfter(graph, thing, after, limit));
  }

  async digests(thing: 'entities' | 'sources', ids: readonly string[]) {
    return this.#read((graph) => digestsOf(graph, thing, ids));
  }

  async hangingOn(entityIds: readonly string[]): Promise<HeldThings> {
    return this.#read((graph) => hangingOn(graph, entityIds));
  }

  async degrees(entityIds: readonly string[]) {
    return this.#read(({ statements }) => {
      const rows = statements.rows<[string, number]>(degreeText, [JSON.stringify(entityIds)]);
      return new Map(rows);
    });
  }

  async owners(thing: 'entities' | 'sources', ids: readonly string[]) {
    return this.#read((graph) => ownersOf(graph, thing, ids));
  }

  async ownedBy(
    dataset: string,
    thing: 'entities' | 'sources',
    after: string | null,
    limit: number,
  ): Promise<OwnedPage> {
    return this.#read((graph) => ownedBy(graph, dataset, thing, after, limit));
  }

  async contributions(ids: readonly string[]) {
    return this.#read(({ statements }) => {
      const text = `SELECT c.thing, c.dataset, c.statements FROM json_each(?1) AS asked
        CROSS JOIN contribution c ON c.thing = asked.value`;
      type Row = [thing: string, dataset: string, statements: string];
      const found = statements.rows<Row>(text, [JSON.stringify(ids)]);
      return new Map(
        [...groupBy(found, ([thing]) => thing)].map(([thing, rows]) => [
          thing,
          rows.map(([, dataset, said]) => ({ dataset, statements: said })),
        ]),
      );
    });
  }

  async datasets(): Promise<readonly DatasetRecord[]> {
    return this.#read(({ statements }) => {
      const rows = statements.rows<[string]>('SELECT record FROM dataset', []);
      const records = rows.map(([record]) => JSON.parse(record) as DatasetRecord);
      return records.sort((one, other) => one.place - other.place);
    });
  }

  async identified(keys: readonly string[]) {
    return this.#read(({ statements }) => {
      const text = `SELECT i.key, e.id FROM json_each(?1) AS asked
        CROSS JOIN identifier i ON i.key = asked.value CROSS JOIN entity e ON e.n = i.entity
        ORDER BY e.id`;
      const rows = statements.rows<[string, string]>(text, [JSON.stringify([...new Set(keys)])]);
      return new Map(
        [...groupBy(rows, ([key]) => key)].map(([key, found]) => [key, found.map(([, id]) => id)]),
      );
    });
  }
}

/** The number of things of each type in the file. */
function totalsOf(graph: Graph): Readonly<Record<Thing, number>> {
  const tally = tallyOf(graph);
  const count = (name: string) => tally.get(name) ?? 0;
  const [relations = 0] = graph.statements.row<[number]>('SELECT count(*) FROM relation', []) ?? [];
  const [disagreements = 0] =
    graph.statements.row<[number]>('SELECT count(*) FROM disagreement', []) ?? [];
  const [entities = 0] = graph.statements.row<[number]>('SELECT count(*) FROM entity', []) ?? [];
  return { entities, relations, claims: count('claim'), sources: count('source'), disagreements };
}

function idsAfter(
  graph: Graph,
  thing: 'entities' | 'sources',
  after: string | null,
  limit: number,
): readonly string[] {
  const text = `SELECT id FROM ${tables[thing]} WHERE id > ?1 ORDER BY id LIMIT ?2`;
  return graph.statements.rows<[string]>(text, [after ?? '', limit]).map(([id]) => id);
}

function digestsOf(
  graph: Graph,
  thing: 'entities' | 'sources',
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const table = tables[thing];
  const text = `SELECT x.id, ${digestText(table)} FROM json_each(?1) AS asked
    CROSS JOIN ${table} x ON x.id = asked.value`;
  const rows = graph.statements.rows<[string, string | null]>(text, [JSON.stringify(ids)]);
  return new Map(rows.map(([id, digest]) => [id, checked(table, id, digest)]));
}

function hangingOn(graph: Graph, entityIds: readonly string[]): HeldThings {
  const ids = [JSON.stringify(entityIds)];
  type RelationRow = readonly [string, string | null, string, string, number, number];
  const relations = graph.statements.rows<RelationRow>(relationsText, ids);
  type ClaimRow = readonly [string, string | null, ...(string | null)[]];
  const claims = graph.statements.rows<ClaimRow>(claimsText, ids);
  type Row = readonly [string, string | null, string];
  const disagreements = graph.statements.rows<Row>(disagreementsText, ids);
  return {
    relations: new Map(
      relations.map(([key, digest, fromId, toId, stands, code]): [string, HeldRelation] => {
        const id = withType('Relation', key);
        const best = stands >= standing.best;
        const type = graph.codes.propertyName(code) as RelationType;
        return [id, { digest: checked('relation', id, digest), type, fromId, toId, best }];
      }),
    ),
    claims: new Map(
      claims.map(([key, digest, subjectId, relation, sourceId]): [string, HeldClaim] => {
        const id = withType('Claim', key);
        const held = {
          digest: checked('claim', id, digest),
          subjectId: subjectId ?? '',
          relationId: relation == null ? null : withType('Relation', relation),
          sourceId: sourceId ?? '',
        };
        return [id, held];
      }),
    ),
    disagreements: new Map(
      disagreements.map(([id, digest, subjectId]) => [
        id,
        { digest: checked('disagreement', id, digest), subjectId },
      ]),
    ),
  };
}

function ownersOf(
  { statements }: Graph,
  thing: 'entities' | 'sources',
  ids: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const text = `SELECT x.id, o.names FROM json_each(?1) AS asked
    CROSS JOIN ${tables[thing]} x ON x.id = asked.value
    LEFT JOIN owner_set o ON o.number = x.owners`;
  const rows = statements.rows<[string, string | null]>(text, [JSON.stringify(ids)]);
  return new Map(rows.map(([id, names]) => [id, namesIn(names)]));
}

/** Each set in the order of the file. A place is "set number". */
function ownedBy(
  { statements }: Graph,
  dataset: string,
  thing: 'entities' | 'sources',
  after: string | null,
  limit: number,
): OwnedPage {
  const [afterSet = -1, afterNumber = -1] = (after ?? '-1 -1').split(' ').map(Number);
  const sets = statements
    .rows<[number, string]>('SELECT number, names FROM owner_set ORDER BY number', [])
    .filter(([number, names]) => number >= afterSet && namesIn(names).includes(dataset));
  const ids: string[] = [];
  for (const [number] of sets) {
    const text = `SELECT n, id FROM ${tables[thing]} WHERE owners = ?1 AND n > ?2 ORDER BY n LIMIT ?3`;
    const from = number === afterSet ? afterNumber : -1;
    const rows = statements.rows<[number, string]>(text, [number, from, limit - ids.length]);
    for (const [, id] of rows) ids.push(id);
    if (ids.length >= limit) return { ids, next: `${number} ${rows.at(-1)?.[0]}` };
  }
  return { ids, next: null };
}

function namesIn(text: string | null): readonly string[] {
  return text === null ? [] : (JSON.parse(text) as string[]);
}

function checked(table: Table, id: string, digest: string | null): string {
  if (digest === null) throw damagedRecord(table, id);
  return digest;
}
