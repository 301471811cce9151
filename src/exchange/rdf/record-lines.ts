import { type FilteredKind, ordersOf } from '../../ontology/filters.ts';
import { kindOfId } from '../../ontology/ids.ts';
import { kindOf } from '../../ontology/kinds.ts';
import type { EntityRecord } from '../../ontology/records.ts';
import type { Names } from '../../vocab/rdf/names.ts';
import type { Item } from './graph-items.ts';

/** The properties that only stores need. */
const inner = new Set([
  ...['sort', 'folded', 'degree', 'updatedAt', 'revision', 'availabilityKeys', 'aliases', 'kind'],
]);

/** The records of a part of the graph, each as a line of JSON. */
export function itemLines(item: Item, names: Names): string {
  return recordsOf(item, names)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

function recordsOf(item: Item, names: Names): readonly object[] {
  const uriOf = (id: string) => names.entity({ id, kind: kindOfId(id) ?? 'TERM' }).value;
  const sourceOf = (id: string | null) => (id === null ? null : names.source(id).value);
  switch (item.what) {
    case 'source': {
      const { id, ...rest } = item.source;
      return [{ type: 'Source', uri: names.source(id).value, ...rest }];
    }
    case 'entity':
      return [entityRecord(item.entity, names)];
    case 'relations':
      return item.relations.flatMap((relation) => {
        const { id: _, type, fromId, toId, sourceId, ...rest } = relation;
        // The other end would give the same record.
        if (fromId !== item.entity.id) return [];
        const ends = { from: uriOf(fromId), to: uriOf(toId) };
        return [{ type: 'Relation', relation: type, ...ends, ...rest, source: sourceOf(sourceId) }];
      });
    case 'narrower':
    case 'parts':
      return [];
    case 'claim': {
      const { subjectId, property, value, sourceId, relationId: _, id, sort, ...rest } = item.claim;
      const { relation } = item;
      const objectId = relation?.fromId === subjectId ? relation.toId : relation?.fromId;
      return [
        {
          ...{ type: 'Claim', about: uriOf(subjectId), property },
          value: value === null ? null : (JSON.parse(value) as unknown),
          object: objectId === undefined ? null : uriOf(objectId),
          expression: relation?.expression ?? null,
          ...{ ...rest, source: sourceOf(sourceId) },
        },
      ];
    }
  }
}

function entityRecord(entity: EntityRecord, names: Names): object {
  const { id: _, kind, replacedById, ...rest } = entity;
  const sorts = new Set(
    Object.values(ordersOf(kind as FilteredKind)).flatMap(({ of, property }) =>
      of === null ? [] : [property as string],
    ),
  );
  const shown = Object.entries(rest).filter(([key]) => !inner.has(key) && !sorts.has(key));
  const replacedBy =
    replacedById === null
      ? null
      : names.entity({ id: replacedById, kind: kindOfId(replacedById) ?? kind }).value;
  const type = kindOf(kind).typeName;
  return { type, uri: names.entity(entity).value, ...Object.fromEntries(shown), replacedBy };
}
