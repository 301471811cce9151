import { madeOnce } from '../../../base/made-once.ts';
import { type RelationType, relationTypes } from '../../../ontology/relations.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { toParameter } from '../cypher-statement.ts';
import {
  fanAt,
  fanName,
  type HubBounds,
  hubFanLabel,
  listUpTo,
  movedList,
  type NearList,
  type NearMove,
  nearKey,
  wholeBound,
} from '../hub-fans.ts';
import { typesText } from '../labels.ts';
import { inBatches } from './batches.ts';
import { type FanAtHub, fillFans, fillHubs, listsTogether, writeLists } from './hub-lists.ts';
import type { Doomed } from './removing.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought, soughtEntity } from './sought.ts';

interface MovedNeighbor extends NearMove {
  readonly id: string;
}

/** The effect of a change on the neighbors that fans of hubs list. */
export interface HubWork {
  /** The fans whose lists may change, with the neighbors that move. */
  readonly moved: readonly { readonly fan: FanAtHub; readonly neighbors: MovedNeighbor[] }[];
  /** Entities that may be hubs now. */
  readonly grown: readonly string[];
  /** The nodes of hubs that go, by element id. */
  readonly gone: readonly string[];
}

const allTypes = typesText(relationTypes);

interface Known {
  readonly degree: number;
  readonly isLarge: boolean;
  /** The bounds of its fans; empty if it is no hub. */
  readonly bounds: ReadonlyMap<string, string>;
  readonly nodes: readonly string[];
}

/** Finds the effect. It must run before anything is written. */
export async function findHubWork(
  tx: Transaction,
  change: GraphChange,
  doomed: Doomed,
  bounds: HubBounds,
): Promise<HubWork> {
  const degrees = new Map(change.entities.map(({ record }) => [record.id, record.degree]));
  const removed = new Set(change.remove.entities.filter((id) => !degrees.has(id)));
  const added = new Map<string, number>();
  for (const { record } of change.relations) {
    for (const id of [record.fromId, record.toId]) added.set(id, (added.get(id) ?? 0) + 1);
  }
  const ends = doomed.relationships.flatMap(({ fromId, toId }) => [fromId, toId]);
  const stored = change.allNew === true ? [] : [...degrees.keys(), ...removed];
  const known = new Map<string, Known>();
  const learn = (ids: Iterable<string>) => readKnown(tx, ids, added, bounds, known);
  await learn(new Set([...added.keys(), ...ends, ...stored]));

  const after = (id: string) => (removed.has(id) ? null : (degrees.get(id) ?? degreeOf(id)));
  const degreeOf = (id: string) => known.get(id)?.degree ?? null;
  const touched: Touched[] = [
    ...[...change.relations.map(({ record }) => record), ...doomed.relationships].flatMap(
      ({ type, fromId, toId }) => [
        { ...fanAt(type, true), ownerId: fromId, id: toId },
        { ...fanAt(type, false), ownerId: toId, id: fromId },
      ],
    ),
    ...(await linksOfMoved(
      tx,
      stored.filter((id) => {
        const [was, now] = [degreeOf(id), after(id)];
        return was !== null && was !== now && Math.min(was, now ?? was) <= bounds.mostDegree;
      }),
    )),
  ];
  await learn(new Set(touched.map(({ ownerId }) => ownerId).filter((id) => !known.has(id))));

  const fans = new Map<string, { fan: FanAtHub; neighbors: Map<string, MovedNeighbor> }>();
  for (const { type, side, ownerId, id } of touched) {
    const held = known.get(ownerId)?.bounds;
    if (held === undefined || held.size === 0 || removed.has(ownerId)) continue;
    const name = fanName({ type, side });
    const bound = held.get(name) ?? wholeBound(bounds);
    const keyOf = (degree: number | null) => {
      const key = degree === null ? null : nearKey(degree, id);
      return key !== null && key <= bound ? key : null;
    };
    const [was, now] = [keyOf(degreeOf(id)), keyOf(after(id))];
    if (was === null && now === null) continue;
    const made = () => ({ fan: { type, side, ownerId }, neighbors: new Map() });
    madeOnce(fans, `${ownerId} ${name}`, made).neighbors.set(id, { id, was, now });
  }
  return {
    moved: [...fans.values()].map(({ fan, neighbors }) => {
      return { fan, neighbors: [...neighbors.values()] };
    }),
    grown: [...added].flatMap(([id, count]) => {
      const { isLarge = count >= bounds.from, bounds: held } = known.get(id) ?? {};
      return isLarge && (held === undefined || held.size === 0) ? [id] : [];
    }),
    gone: [...removed].flatMap((id) => known.get(id)?.nodes ?? []),
  };
}

interface Touched extends FanAtHub {
  /** The neighbor. */
  readonly id: string;
}

async function readKnown(
  tx: Transaction,
  ids: Iterable<string>,
  added: ReadonlyMap<string, number>,
  { from }: HubBounds,
  into: Map<string, Known>,
): Promise<void> {
  const rows = [...ids].map((id) => [id, toParameter(from - (added.get(id) ?? 0))]);
  await inBatches(rows, async (batch) => {
    const { records } = await tx.run(
      `UNWIND $rows AS row ${soughtEntity('e', 'row[0]')}
       RETURN row[0], e.degree, COUNT { (e)--() } >= row[1],
         COLLECT { ${sought('f', hubFanLabel, 'ownerId', 'row[0]')}
           RETURN [f.fan, f.bound, elementId(f)] }`,
      { rows: batch },
    );
    for (const record of records) {
      const [id, degree, isLarge, fans] = [...record.values()] as [
        ...[string, number, boolean],
        readonly (readonly [string, string, string])[],
      ];
      into.set(id, {
        ...{ degree: Number(degree), isLarge },
        bounds: new Map(fans.map(([name, bound]) => [name, bound])),
        nodes: fans.map(([, , node]) => node),
      });
    }
  });
}

/** The links of entities to hubs, seen from the hubs. */
async function linksOfMoved(tx: Transaction, ids: readonly string[]): Promise<readonly Touched[]> {
  const links: Touched[] = [];
  await inBatches(ids, async (batch) => {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')} MATCH (e)-[r:${allTypes}]-(o)
       WITH DISTINCT id, o.id AS owner, type(r) AS type, r.toId = id AS isOut
       WHERE EXISTS { ${sought('f', hubFanLabel, 'ownerId', 'owner')} }
       RETURN id, owner, type, isOut`,
      { ids: batch },
    );
    for (const record of records) {
      const [id, ownerId, type, isOut] = [...record.values()] as [
        ...[string, string],
        RelationType,
        boolean,
      ];
      links.push({ ...fanAt(type, isOut), ownerId, id });
    }
  });
  return links;
}

/** What must be known to write the effect. */
interface HubLists {
  readonly lists: readonly NearList[];
  /** The neighbors that a best relation links to the hub, by name. */
  readonly linked: ReadonlySet<string>;
}

/** Reads it, after relations are written and before anything is removed. */
export async function readHubLists(
  tx: Transaction,
  { moved }: HubWork,
  doomed: Doomed,
  bounds: HubBounds,
): Promise<HubLists> {
  return { lists: await listsOf(tx, moved, bounds), linked: await stillLinked(tx, moved, doomed) };
}

/** Writes the effect, after everything else. */
export async function writeHubs(
  tx: SentStatements,
  { moved, grown }: HubWork,
  { lists, linked }: HubLists,
  bounds: HubBounds,
): Promise<void> {
  const lacking: FanAtHub[] = [];
  const written: (readonly [FanAtHub, NearList])[] = [];
  moved.forEach(({ fan, neighbors }, at) => {
    const moves = neighbors.map(({ id, was, now }) => {
      return { was, now: linked.has(linkName(fan, id)) ? now : null };
    });
    const list = movedList(lists[at] as NearList, moves, bounds);
    if (list === null) lacking.push(fan);
    else written.push([fan, list]);
  });
  await writeLists(tx, written);
  await fillFans(tx, lacking, bounds);
  await fillHubs(tx, grown, bounds);
}

function linkName({ ownerId, ...fan }: FanAtHub, id: string): string {
  return `${ownerId} ${fanName(fan)} ${id}`;
}

/** All relations of the neighbors are read, which are few. */
async function stillLinked(
  tx: Transaction,
  moved: HubWork['moved'],
  doomed: Doomed,
): Promise<ReadonlySet<string>> {
  const rows = moved.flatMap(({ fan, neighbors }) =>
    neighbors
      .filter(({ now }) => now !== null)
      .map(({ id }) => ({ ...fan, id, name: linkName(fan, id) })),
  );
  const gone = new Set(doomed.relationships.map(({ id }) => id));
  const found = new Set<string>();
  await inBatches(rows, async (batch) => {
    const { records } = await tx.run(
      `UNWIND $rows AS row ${soughtEntity('n', 'row.id')}
       RETURN row.name, COLLECT { MATCH (n)-[r:${allTypes}]-(o) WHERE r.best AND o.id = row.ownerId
         AND type(r) = row.type
         AND (row.side = 'SYMMETRIC' OR (r.fromId = row.ownerId) = (row.side = 'OUT'))
         RETURN r.id }`,
      { rows: batch },
    );
    for (const record of records) {
      const relations = record.get(1) as readonly string[];
      if (relations.some((id) => !gone.has(id))) found.add(String(record.get(0)));
    }
  });
  return found;
}

/** The lists of the fans. A fan that had no relation has none yet. */
async function listsOf(
  tx: Transaction,
  moved: HubWork['moved'],
  bounds: HubBounds,
): Promise<readonly NearList[]> {
  const lists = new Map<string, NearList>();
  const rows = moved.map(({ fan: { ownerId, ...fan } }) => ({ ownerId, fan: fanName(fan) }));
  await inBatches(
    rows,
    async (batch) => {
      const { records } = await tx.run(
        `UNWIND $rows AS row ${sought('f', hubFanLabel, 'ownerId', 'row.ownerId')}
       WHERE f.fan = row.fan RETURN row.ownerId, row.fan, f.near, f.bound`,
        { rows: batch },
      );
      for (const record of records) {
        const [ownerId, fan, near, bound] = [...record.values()] as [
          string,
          string,
          string[],
          string,
        ];
        lists.set(`${ownerId} ${fan}`, { near, bound });
      }
    },
    listsTogether,
  );
  return rows.map(({ ownerId, fan }) => {
    return lists.get(`${ownerId} ${fan}`) ?? listUpTo([], bounds, true);
  });
}
