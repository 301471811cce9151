import type {
  ArrivingRelation,
  Held,
  HeldClaim,
  HeldRelation,
  HeldThings,
  Thing,
} from '../graph-store.ts';
import { type Graph, standing, withType } from './graph.ts';
import { damagedRecord } from './packed-records.ts';
import { tallyOf } from './tally.ts';

/** What a record of each table is at the least. */
const whole = {
  entity: "json_type(x.record, '$.name') = 'text'",
  relation: "json_type(x.record) = 'array' AND json_array_length(x.record) > 0",
  claim: "json_type(x.record) = 'array' AND json_array_length(x.record) > 0",
  source: "json_extract(x.record, '$.id') = x.id",
  disagreement: "json_extract(x.record, '$.id') = x.id",
} as const;
type Table = keyof typeof whole;

/** The digest of a record `x`; null where it cannot be read: a load would take it for what it was. */
const digestText = (table: Table) =>
  `CASE WHEN json_valid(x.record) THEN CASE WHEN ${whole[table]} THEN x.digest END END`;

const tables = { entities: 'entity', sources: 'source' } as const;
const asked = 'json_each(?1) AS asked CROSS JOIN entity e ON e.id = asked.value';
const relationsText = `SELECT x.id, ${digestText('relation')}, e.id, b.id, x.standing
  FROM ${asked} CROSS JOIN relation x ON x.from_n = e.n CROSS JOIN entity b ON b.n = x.to_n`;
const claimColumns = `x.id, ${digestText('claim')}, a.id, r.id, s.id`;
const named = `LEFT JOIN entity a ON a.n = x.subject LEFT JOIN source s ON s.n = x.source`;
// What is claimed of an entity, but for what is claimed of a relation that begins elsewhere.
const claimsText = `SELECT ${claimColumns} FROM ${asked} CROSS JOIN claim x ON x.subject = e.n
  LEFT JOIN relation r ON r.n = x.relation ${named} WHERE r.n IS NULL OR r.from_n = e.n
  UNION ALL SELECT ${claimColumns} FROM ${asked} CROSS JOIN relation r ON r.from_n = e.n
  CROSS JOIN claim x ON x.relation = r.n ${named} WHERE x.subject IS NOT e.n`;
const disagreementsText = `SELECT x.id, ${digestText('disagreement')}, x.subject_id
  FROM json_each(?1) AS asked CROSS JOIN disagreement x ON x.subject_id = asked.value`;
const arrivingText = `SELECT r.n, r.id, a.id, r.standing,
    (SELECT json_group_array(DISTINCT s.id) FROM claim c JOIN source s ON s.n = c.source WHERE c.relation = r.n)
  FROM relation r CROSS JOIN entity a ON a.n = r.from_n
  WHERE r.to_n = ?1 AND (r.type, r.from_n, r.n) > (?2, ?3, ?4)
  ORDER BY r.type, r.from_n, r.n LIMIT ?5`;
const arrivingPage = 5000;

/** What a load compares with, read through a way to read the graph at one moment. */
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

  async *arrivingAt(entityIds: readonly string[]): AsyncGenerator<readonly ArrivingRelation[]> {
    const parts = this.#read((graph) => arrivingAt(graph, entityIds)[Symbol.iterator]());
    for (;;) {
      const { done, value } = this.#read(() => parts.next());
      if (done === true) return;
      yield value;
    }
  }
}

/** How much the file has of everything. */
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
  type RelationRow = readonly [string, string | null, string, string, number];
  const relations = graph.statements.rows<RelationRow>(relationsText, ids);
  type ClaimRow = readonly [string, string | null, ...(string | null)[]];
  const claims = graph.statements.rows<ClaimRow>(claimsText, ids);
  type Row = readonly [string, string | null, string];
  const disagreements = graph.statements.rows<Row>(disagreementsText, ids);
  return {
    relations: new Map(
      relations.map(([key, digest, fromId, toId, stands]): [string, HeldRelation] => {
        const id = withType('Relation', key);
        const best = stands >= standing.best;
        return [id, { digest: checked('relation', id, digest), fromId, toId, best }];
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

/** The relations that lead to the entities, a part at a time. */
function* arrivingAt(
  graph: Graph,
  entityIds: readonly string[],
): Iterable<readonly ArrivingRelation[]> {
  for (const toId of entityIds) {
    const to = graph.numberOf(toId);
    for (let place = [-1, -1, -1]; to !== undefined; ) {
      type Row = readonly [number, string, string, number, string];
      const rows = graph.statements.rows<Row>(arrivingText, [to, ...place, arrivingPage]);
      if (rows.length > 0) {
        yield rows.map(([, id, fromId, stands, sources]) => ({
          id: withType('Relation', id),
          fromId,
          toId,
          best: stands >= standing.best,
          sourceIds: JSON.parse(sources) as string[],
        }));
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < arrivingPage) break;
      place = graph.statements.row<[number, number, number]>(
        'SELECT type, from_n, n FROM relation WHERE n = ?1',
        [last[0]],
      ) ?? [-1, -1, -1];
    }
  }
}

function checked(table: Table, id: string, digest: string | null): string {
  if (digest === null) throw damagedRecord(table, id);
  return digest;
}
