import { kindOfId } from '../../../ontology/ids.ts';
import { spanOf } from '../../../ontology/partial-date.ts';
import type { RelationRecord } from '../../../ontology/records.ts';
import type { EdgeSpec } from '../../reads.ts';
import type { Edge } from '../database/graph.ts';

/** A test of an edge for the filters of the spec on the relation and the neighbor's kind. */
export function edgeTest({
  ranks,
  neighborKinds,
  artifact,
  on,
}: EdgeSpec): (edge: Edge) => boolean {
  return ({ relation, neighborId }) => {
    const kind = neighborKinds === null ? null : kindOfId(neighborId);
    return (
      (ranks === 'ALL' || (ranks === 'BEST' ? relation.best : relation.rank !== 'DEPRECATED')) &&
      (neighborKinds === null || (kind !== null && neighborKinds.includes(kind))) &&
      (artifact === null || relation.artifact === artifact) &&
      (on === null || holdsOn(relation, on))
    );
  };
}

/** Whether the relation's period includes the day. An imprecise bound counts as its first day. */
function holdsOn(relation: RelationRecord, day: string): boolean {
  return (
    (relation.since === null || spanOf(relation.since).first <= day) &&
    (relation.until === null || day < spanOf(relation.until).first)
  );
}
