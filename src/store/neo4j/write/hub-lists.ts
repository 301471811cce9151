import { groupBy } from '../../../base/group-by.ts';
import type { Fan } from '../../../ontology/relations.ts';
import { allFans } from '../../sides.ts';
import { toParameter } from '../cypher-statement.ts';
import {
  fanName,
  fanPattern,
  type HubBounds,
  hubFanLabel,
  listUpTo,
  type NearList,
  nearKey,
} from '../hub-fans.ts';
import { inBatches } from './batches.ts';
import type { SentStatements } from './sent-statements.ts';
import { soughtEntity } from './sought.ts';

export interface FanAtHub extends Fan {
  readonly ownerId: string;
}

/** A model may have a relation for each artifact to one license. */
const relationsOfNeighbor = 4;
/** A list has some 50 kB. */
export const listsTogether = 50;

export async function writeLists(
  tx: SentStatements,
  lists: readonly (readonly [FanAtHub, NearList])[],
): Promise<void> {
  const rows = lists.map(([{ ownerId, ...fan }, list]) => {
    return { ownerId, fan: fanName(fan), ...list };
  });
  await inBatches(
    rows,
    (batch) =>
      tx.send(
        `UNWIND $rows AS row MERGE (f:${hubFanLabel} {ownerId: row.ownerId, fan: row.fan})
         SET f.near = row.near, f.bound = row.bound`,
        { rows: batch },
      ),
    listsTogether,
  );
}

/** Makes lists anew from all neighbors. */
export async function fillFans(
  tx: SentStatements,
  fans: readonly FanAtHub[],
  bounds: HubBounds,
): Promise<void> {
  for (const group of groupBy(fans, fanName).values()) {
    const [fan] = group;
    if (fan === undefined) continue;
    const ids = group.map(({ ownerId }) => ownerId);
    await inBatches(ids, (batch) => fillFan(tx, fan, batch, bounds), listsTogether);
  }
}

async function fillFan(
  tx: SentStatements,
  fan: Fan,
  ids: readonly string[],
  bounds: HubBounds,
): Promise<void> {
  const limit = relationsOfNeighbor * bounds.kept;
  const { records } = await tx.run(
    `UNWIND $ids AS id ${soughtEntity('e', 'id')}
     RETURN id, COLLECT { MATCH ${fanPattern('e', 'r', fan, 'n')}
       WHERE r.best AND n.degree <= $mostDegree
       WITH n.degree AS degree, n.id AS neighbor ORDER BY degree, neighbor LIMIT $limit
       RETURN [degree, neighbor] }`,
    { ids, mostDegree: toParameter(bounds.mostDegree), limit: toParameter(limit) },
  );
  await writeLists(
    tx,
    records.map((record) => {
      const [ownerId, found] = [...record.values()] as [
        string,
        readonly (readonly [number, string])[],
      ];
      const all = [...new Set(found.map(([degree, id]) => nearKey(Number(degree), id)))];
      const near = all.slice(0, bounds.kept);
      const isWhole = found.length < limit && near.length === all.length;
      return [{ ...fan, ownerId }, listUpTo(near, bounds, isWhole)];
    }),
  );
}

/** Makes the lists of those of the entities that are hubs. */
export async function fillHubs(
  tx: SentStatements,
  ids: readonly string[],
  bounds: HubBounds,
): Promise<void> {
  const counts = allFans.map((fan) => `COUNT { ${fanPattern('e', '', fan, '')} }`);
  const text = `UNWIND $ids AS id ${soughtEntity('e', 'id')} RETURN id, [${counts.join(', ')}]`;
  await inBatches(ids, async (batch) => {
    const { records } = await tx.run(text, { ids: batch });
    const there: FanAtHub[] = [];
    for (const record of records) {
      const [ownerId, totals] = [...record.values()] as [string, readonly number[]];
      if (totals.reduce((sum, total) => sum + Number(total), 0) < bounds.from) continue;
      for (const [at, fan] of allFans.entries()) {
        if (Number(totals[at]) > 0) there.push({ ...fan, ownerId });
      }
    }
    await fillFans(tx, there, bounds);
  });
}
