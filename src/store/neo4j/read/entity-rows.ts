import type { z } from 'zod';
import { kindOfId } from '../../../ontology/ids.ts';
import { entityKinds } from '../../../ontology/kinds.ts';
import { entityRecordSchemas, structuredProperties } from '../../../ontology/records.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { StoreError } from '../../graph-store.ts';
import type { EdgePage, EntityPart, EntityRow, Selection } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { propertyText } from '../labels.ts';
import { edgeCountPiece } from './edge-counts.ts';
import { edgePagePiece, emptyPage } from './edge-pages.ts';
import { checked } from './row-check.ts';

const none: readonly never[] = [];

type Shape = Readonly<Record<string, z.ZodType>>;
const shapes: ReadonlyMap<EntityKind, ReadonlyMap<string, z.ZodType>> = new Map(
  entityKinds.map((kind) => [
    kind,
    new Map(Object.entries(entityRecordSchemas[kind].shape as Shape)),
  ]),
);

/**
 * The entity at a node: the list of its id and the selected properties. With pages or counts, a
 * list of that list, the pages and the counts.
 */
export function entityPiece(
  node: string,
  select: Selection,
  into: StatementBuilder,
): Piece<EntityRow> {
  const properties = [...new Set(select.properties)]
    .map(propertyText)
    .filter((property) => property !== 'id' && property !== 'kind');
  const owner = { id: `${node}.id`, node };
  const edges = select.edges.map(({ spec, select: inner }) => {
    const page = edgePagePiece(owner, spec, (next) => entityPiece(next, inner, into), into);
    return { ...page, spec, select: inner };
  });
  const counts = select.counts.map((spec) => ({ ...edgeCountPiece(owner, spec, into), spec }));
  const own = into.bindProperties(node, ['id', ...properties]);
  if (edges.length + counts.length === 0) {
    return {
      expression: own,
      decode: (value) => ({
        entity: decodeEntity(value as readonly unknown[], properties),
        edges: none,
        counts: none,
      }),
    };
  }
  const columns = [own, ...[...edges, ...counts].map(({ expression }) => expression)];
  return {
    expression: `[${columns.join(', ')}]`,
    decode: (value) => {
      const row = value as readonly unknown[];
      const entity = decodeEntity(row[0] as readonly unknown[], properties);
      const ownerId = entity.id;
      const pages: EdgePage[] = edges.map((page, i) => {
        const found = page.decode(ownerId, row[1 + i]);
        if (found !== null) return found;
        const put = (late: EdgePage) => {
          pages[i] = late;
        };
        into.crowded.push({ what: 'page', ownerId, spec: page.spec, select: page.select, put });
        return emptyPage;
      });
      const numbers: number[] = counts.map((count, i) => {
        const found = count.decode(row[1 + edges.length + i]);
        if (found !== null) return found;
        const put = (late: number) => {
          numbers[i] = late;
        };
        into.crowded.push({ what: 'count', ownerId, spec: count.spec, put });
        return 0;
      });
      return { entity, edges: pages, counts: numbers };
    },
  };
}

function decodeEntity(values: readonly unknown[], properties: readonly string[]): EntityPart {
  const id = String(values[0]);
  const kind = kindOfId(id);
  const shape = kind === null ? undefined : shapes.get(kind);
  if (kind === null || shape === undefined) {
    throw new StoreError(
      'STORE_FAILURE',
      `The graph holds an entity of a kind that this version does not know: ${id}.`,
    );
  }
  const entity: { id: string; kind: EntityKind } & Record<string, unknown> = { id, kind };
  for (let index = 0; index < properties.length; index++) {
    const property = properties[index] as string;
    const schema = shape.get(property);
    if (schema === undefined) continue;
    const value = decodeProperty(property, values[index + 1]);
    entity[property] = checked(schema, () => `a ${property} of ${id}`, value);
  }
  return entity;
}

/** A property in the form of the record. Lists of objects are stored as JSON text. */
function decodeProperty(property: string, value: unknown): unknown {
  return typeof value === 'string' && structuredProperties.has(property)
    ? JSON.parse(value)
    : (value ?? null);
}
