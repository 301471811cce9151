import type { z } from 'zod';
import { kindOfId } from '../../ontology/ids.ts';
import { entityKinds } from '../../ontology/kinds.ts';
import { entityRecordSchemas, structuredProperties } from '../../ontology/records.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { StoreError } from '../graph-store.ts';
import type { EntityPart, EntityRow, Selection } from '../reads.ts';
import { edgeCountPiece } from './edge-counts.ts';
import { edgePagePiece } from './edge-pages.ts';
import { propertyText } from './labels.ts';
import { checked } from './row-check.ts';
import type { Piece, StatementBuilder } from './statement.ts';

const none: readonly never[] = [];

type Shape = Readonly<Record<string, z.ZodType>>;
const shapes: ReadonlyMap<EntityKind, ReadonlyMap<string, z.ZodType>> = new Map(
  entityKinds.map((kind) => [
    kind,
    new Map(Object.entries(entityRecordSchemas[kind].shape as Shape)),
  ]),
);

/** The entity at a node as a list: id, the selected properties, the pages, the counts. */
export function entityPiece(
  node: string,
  select: Selection,
  into: StatementBuilder,
): Piece<EntityRow> {
  const properties = [...new Set(select.properties)]
    .map(propertyText)
    .filter((property) => property !== 'id' && property !== 'kind');
  const owner = { id: `${node}.id`, node };
  const edges = select.edges.map(({ spec, select: inner }) =>
    edgePagePiece(owner.id, spec, (neighbor) => entityPiece(neighbor, inner, into), into),
  );
  const counts = select.counts.map((spec) => edgeCountPiece(owner, spec, into));
  const columns = [
    owner.id,
    into.bindProperties(node, properties),
    ...edges.map(({ expression }) => expression),
    ...counts.map(({ expression }) => expression),
  ];
  return {
    expression: `[${columns.join(', ')}]`,
    decode: (value) => {
      const row = value as readonly unknown[];
      const id = String(row[0]);
      return {
        entity: decodeEntity(id, row[1] as readonly unknown[], properties),
        edges: edges.length === 0 ? none : edges.map((page, i) => page.decode(id, row[2 + i])),
        counts:
          counts.length === 0
            ? none
            : counts.map((count, i) => count.decode(row[2 + edges.length + i])),
      };
    },
  };
}

function decodeEntity(
  id: string,
  values: readonly unknown[],
  properties: readonly string[],
): EntityPart {
  const kind = kindOfId(id);
  const shape = kind === null ? undefined : shapes.get(kind);
  if (kind === null || shape === undefined) {
    throw new StoreError('STORE_FAILURE', `the graph holds an entity of no known kind: ${id}`);
  }
  const entity: { id: string; kind: EntityKind } & Record<string, unknown> = { id, kind };
  for (let index = 0; index < properties.length; index++) {
    const property = properties[index] as string;
    const schema = shape.get(property);
    if (schema === undefined) continue;
    const value = decodeProperty(property, values[index]);
    entity[property] = checked(schema, () => `a ${property} of ${id}`, value);
  }
  return entity;
}

/** A property as the record has it: lists of objects are kept as JSON text. */
function decodeProperty(property: string, value: unknown): unknown {
  return typeof value === 'string' && structuredProperties.has(property)
    ? JSON.parse(value)
    : (value ?? null);
}
