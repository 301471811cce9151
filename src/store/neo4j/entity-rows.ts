import { kindOfId } from '../../ontology/ids.ts';
import { entityRecordSchemas, structuredProperties } from '../../ontology/records.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { StoreError } from '../graph-store.ts';
import type { EdgePage, EntityPart, EntityRow, Selection } from '../reads.ts';
import { edgeCountPiece } from './edge-counts.ts';
import { edgePagePiece } from './edge-pages.ts';
import { propertyText } from './labels.ts';
import type { Piece, StatementBuilder } from './statement.ts';

const none: readonly never[] = [];

const propertiesOf = new Map<EntityKind, ReadonlySet<string>>(
  (Object.keys(entityRecordSchemas) as EntityKind[]).map((kind) => [
    kind,
    new Set(Object.keys(entityRecordSchemas[kind].shape)),
  ]),
);

/**
 * The entity at a node as a list: id, the selected properties, the pages, the counts.
 * Properties that none of the kinds has are left out.
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
  const edges = select.edges.map(({ spec, select: inner }) =>
    edgePagePiece(owner.id, spec, (neighbor) => entityPiece(neighbor, inner, into), into),
  );
  const counts = select.counts.map((spec) => edgeCountPiece(owner, spec, into));
  const columns = [
    owner.id,
    ...properties.map((property) => `${node}.${property}`),
    ...edges.map(({ expression }) => expression),
    ...counts.map(({ expression }) => expression),
  ];
  const firstEdge = 1 + properties.length;
  const firstCount = firstEdge + edges.length;
  return {
    expression: `[${columns.join(', ')}]`,
    decode: (value) => {
      const row = value as readonly unknown[];
      return {
        entity: decodeEntity(row, properties),
        edges: edges.length === 0 ? none : decodeAll<EdgePage>(edges, row, firstEdge),
        counts: counts.length === 0 ? none : decodeAll<number>(counts, row, firstCount),
      };
    },
  };
}

function decodeAll<Result>(
  pieces: readonly Piece<Result>[],
  row: readonly unknown[],
  first: number,
): Result[] {
  return pieces.map((piece, index) => piece.decode(row[first + index]));
}

function decodeEntity(row: readonly unknown[], properties: readonly string[]): EntityPart {
  const id = String(row[0]);
  const kind = kindOfId(id);
  const known = kind === null ? undefined : propertiesOf.get(kind);
  if (kind === null || known === undefined) {
    throw new StoreError('STORE_FAILURE', `the graph holds an entity of no known kind: ${id}`);
  }
  const entity: { id: string; kind: EntityKind } & Record<string, unknown> = { id, kind };
  for (let index = 0; index < properties.length; index++) {
    const property = properties[index] as string;
    if (known.has(property)) entity[property] = decodeProperty(property, row[index + 1]);
  }
  return entity;
}

/** A property as the record has it: lists of objects are kept as JSON text. */
function decodeProperty(property: string, value: unknown): unknown {
  return typeof value === 'string' && structuredProperties.has(property)
    ? JSON.parse(value)
    : (value ?? null);
}
