import { spanOf } from '../../ontology/partial-date.ts';
import type { EntityRecord, RelationRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import type { Condition, Hop, Scalar } from '../list-condition.ts';
import type { EdgeSpec } from '../reads.ts';
import type { Edge, Snapshot } from './snapshot.ts';

type EntityTest = (entity: EntityRecord) => boolean;

/** The condition as a test of an entity. */
export function entityTest(condition: Condition, snapshot: Snapshot): EntityTest {
  switch (condition.op) {
    case 'all': {
      const tests = condition.of.map((part) => entityTest(part, snapshot));
      return (entity) => tests.every((test) => test(entity));
    }
    case 'in': {
      const values = new Set<unknown>(condition.values);
      return (entity) => {
        const value = propertyOf(entity, condition.property);
        return Array.isArray(value) ? value.some((item) => values.has(item)) : values.has(value);
      };
    }
    case 'range':
      return (entity) => {
        const value = propertyOf(entity, condition.property);
        if (value === null || value === undefined) return false;
        const { min, max } = condition;
        return (
          (min === null || (value as Scalar) >= min) && (max === null || (value as Scalar) <= max)
        );
      };
    case 'contains':
      return (entity) =>
        String(propertyOf(entity, condition.property) ?? '').includes(condition.text);
    case 'linked': {
      const slugs = new Set(condition.slugs);
      return (entity) => someEnd(entity, condition.hops, snapshot, ({ slug }) => slugs.has(slug));
    }
  }
}

/** The value of a property; undefined where the kind has none of the name. */
export function propertyOf(entity: EntityRecord, property: string): unknown {
  return (entity as unknown as Record<string, unknown>)[property];
}

/** Whether one of the entities that best relations lead to along the hops passes the test. */
export function someEnd(
  entity: EntityRecord,
  [hop, ...rest]: readonly Hop[],
  snapshot: Snapshot,
  passes: EntityTest,
): boolean {
  if (hop === undefined) return passes(entity);
  const side = relationOf(hop.type).symmetric ? 'SYMMETRIC' : hop.direction;
  return snapshot
    .edges(entity.id, hop.type, side, 'sort')
    .some((edge) => edge.relation.best && someEnd(edge.neighbor, rest, snapshot, passes));
}

/** The spec's filters as a test of an edge. */
export function edgeTest(spec: EdgeSpec, snapshot: Snapshot): (edge: Edge) => boolean {
  const { ranks, neighborKinds, artifact, on, where } = spec;
  const neighborTest = where === null ? null : entityTest(where, snapshot);
  return ({ relation, neighbor }) =>
    (ranks === 'ALL' || (ranks === 'BEST' ? relation.best : relation.rank !== 'DEPRECATED')) &&
    (neighborKinds === null || neighborKinds.includes(neighbor.kind)) &&
    (artifact === null || relation.artifact === artifact) &&
    (on === null || holdsOn(relation, on)) &&
    (neighborTest === null || neighborTest(neighbor));
}

/** Whether the day lies in the relation's period; an imprecise bound counts from its first day. */
function holdsOn(relation: RelationRecord, day: string): boolean {
  return (
    (relation.since === null || spanOf(relation.since).first <= day) &&
    (relation.until === null || day < spanOf(relation.until).first)
  );
}
