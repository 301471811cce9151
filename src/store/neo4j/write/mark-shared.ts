import { madeOnce } from '../../../base/made-once.ts';
import type { RelationRecord } from '../../../ontology/records.ts';
import { type RelationType, relationTypes } from '../../../ontology/relations.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';
import { joinedEndName, sharedEndName, sharedName } from '../sort-copies.ts';
import { firstColumn, inBatches } from './batches.ts';
import type { Doomed } from './removing.ts';
import type { SentStatements } from './sent-statements.ts';
import { soughtEntity } from './sought.ts';

/** The marks of a relationship. They let neighbors be counted without reading every one. */
export interface Company {
  /** Whether another relationship of its type connects its ends. */
  readonly shared: boolean;
  /** Whether another relationship of any type connects its ends. */
  readonly joined: boolean;
}

/** The effect of a change on the marks. */
export interface Sharing {
  /** The marks of written relations that will not be the only ones between their ends, by id. */
  readonly written: ReadonlyMap<string, Company>;
  /** Existing relationships of which only the marks change. */
  readonly others: readonly (Company & { readonly element: string })[];
  /** The ids of written relations that exist already. */
  readonly there: ReadonlySet<string>;
}

interface Standing extends Company {
  readonly element: string;
  readonly type: RelationType;
}

/** Two entities with a relation that the change writes or removes. */
interface Pair {
  readonly one: string;
  readonly other: string;
  /** The written relations, by id. */
  readonly written: Map<string, Pick<RelationRecord, 'type' | 'fromId'>>;
  /** The other relationships that will connect them. */
  readonly standing: Standing[];
}

/**
 * Finds the marks. It must run before anything is written: the server does not know the degree of a
 * node that is new in the transaction, and would read all relationships of a hub for each such
 * node.
 */
export async function findSharing(
  tx: Transaction,
  { relations, allNew = false }: GraphChange,
  doomed: Doomed,
): Promise<Sharing> {
  const pairs = new Map<string, Pair>();
  const pairOf = (fromId: string, toId: string): Pair => {
    const [one, other] = fromId < toId ? [fromId, toId] : [toId, fromId];
    const key = JSON.stringify([one, other]);
    return madeOnce(pairs, key, () => ({ one, other, written: new Map(), standing: [] }));
  };
  const there = new Set<string>();
  const gone = new Set(doomed.relationships.map(({ element }) => element));
  for (const { fromId, toId } of doomed.relationships) pairOf(fromId, toId);
  for (const { record } of relations) {
    pairOf(record.fromId, record.toId).written.set(record.id, record);
  }
  const wanted = allNew ? await linkedPairs(tx, [...pairs.values()]) : [...pairs.values()];
  await inBatches(wanted, async (batch) => {
    const rows = batch.map(({ one, other }) => ({ one, other }));
    const { records } = await tx.run(connecting, { rows });
    for (const record of records) {
      const { one, other, id, ...standing } = record.toObject() as StandingRow;
      const pair = pairOf(one, other);
      if (pair.written.has(id)) there.add(id);
      else if (!gone.has(standing.element)) pair.standing.push(standing);
    }
  });
  return { ...sharingOf([...pairs.values()]), there };
}

/** The pairs whose one end has a relation: few while the relations of new entities are written. */
async function linkedPairs(tx: Transaction, pairs: readonly Pair[]): Promise<readonly Pair[]> {
  const ends = new Set(
    pairs.flatMap(({ written }) => [...written.values()].map(({ fromId }) => fromId)),
  );
  const text = `UNWIND $ids AS id ${soughtEntity('e', 'id')}
    WHERE EXISTS { (e)-[:${allTypes}]-() } RETURN id`;
  const linked = new Set(await firstColumn(tx, text, [...ends]));
  return pairs.filter(({ written }) =>
    [...written.values()].some(({ fromId }) => linked.has(fromId)),
  );
}

interface StandingRow extends Standing {
  readonly one: string;
  readonly other: string;
  readonly id: string;
}

function sharingOf(pairs: readonly Pair[]): Omit<Sharing, 'there'> {
  const marked = new Map<string, Company>();
  const others: (Company & { readonly element: string })[] = [];
  for (const { written, standing } of pairs) {
    const types = [...written.values(), ...standing].map(({ type }) => type);
    const joined = types.length > 1;
    const companyOf = (type: RelationType) => {
      return { joined, shared: types.filter((each) => each === type).length > 1 };
    };
    if (joined) for (const [id, { type }] of written) marked.set(id, companyOf(type));
    for (const { element, type, ...before } of standing) {
      const now = companyOf(type);
      if (now.joined !== before.joined || now.shared !== before.shared) {
        others.push({ element, ...now });
      }
    }
  }
  return { written: marked, others };
}

/** Updates the marks of relationships that the change does not write. */
export async function markOthers(tx: SentStatements, { others }: Sharing): Promise<void> {
  await inBatches(others, (rows) => tx.send(marking, { rows }));
}

const allTypes = relationTypes.map(typeText).join('|');

const connecting = `UNWIND $rows AS row
  ${soughtEntity('a', 'row.one')}
  ${soughtEntity('b', 'row.other')}
  MATCH (a)-[r:${allTypes}]-(b)
  RETURN row.one AS one, row.other AS other, r.id AS id, elementId(r) AS element, type(r) AS type,
    r.${sharedName} AS shared, r.${joinedEndName('from')} IS NOT NULL AS joined`;

const marks = [
  `r.${sharedName} = row.shared`,
  ...(['from', 'to'] as const).flatMap((side) => [
    `r.${sharedEndName(side)} = CASE WHEN row.shared THEN r.${side}Id END`,
    `r.${joinedEndName(side)} = CASE WHEN row.joined THEN r.${side}Id END`,
  ]),
];

const marking = `UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element
  SET ${marks.join(', ')}`;
