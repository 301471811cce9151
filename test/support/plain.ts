import { entityRecordSchemas } from '../../src/ontology/records.ts';
import type {
  EdgePage,
  EntityPage,
  EntityRow,
  Read,
  ReadResult,
  Selection,
} from '../../src/store/reads.ts';

/**
 * A result as plain data that two stores must agree on to the letter: maps as objects, and of each
 * entity no more than was asked for, since a store may give more.
 */
export function plain(read: Read, result: ReadResult): unknown {
  switch (read.kind) {
    case 'entities':
      return byKey(result as ReadResult<'entities'>, (row) => plainRow(row, read.select));
    case 'locate':
      return (result as ReadResult<'locate'>).map((row) => row && plainRow(row, read.select));
    case 'list': {
      const { rows, hasMore } = result as EntityPage;
      const nodes = rows.map(({ sortValue, node }) => ({
        sortValue,
        node: plainRow(node, read.select),
      }));
      return { rows: nodes, hasMore };
    }
    case 'facet':
      return (result as ReadResult<'facet'>).map(({ entity, ...row }) => ({
        ...row,
        entity: entity && plainRow(entity, read.select),
      }));
    case 'edges':
      return byKey(result as ReadResult<'edges'>, (page) => plainPage(page, read.select));
    default:
      return result instanceof Map ? byKey(result, (value: unknown) => value) : result;
  }
}

function byKey<Value>(map: ReadonlyMap<string, Value>, of: (value: Value) => unknown): unknown {
  return Object.fromEntries([...map].map(([key, value]) => [key, of(value)]));
}

function plainPage({ rows, hasMore }: EdgePage, select: Selection): unknown {
  return {
    rows: rows.map(({ relations, sortValue, neighbor }) => ({
      relations,
      sortValue,
      neighbor: plainRow(neighbor, select),
    })),
    hasMore,
  };
}

function plainRow({ entity, edges, counts }: EntityRow, select: Selection): unknown {
  const known = Object.keys(entityRecordSchemas[entity.kind].shape);
  const wanted = select.properties.filter((name) => known.includes(name));
  return {
    entity: {
      id: entity.id,
      kind: entity.kind,
      ...Object.fromEntries(wanted.map((name) => [name, entity[name]])),
    },
    edges: edges.map((page, index) => {
      const inner = select.edges[index]?.select;
      return inner === undefined ? page : plainPage(page, inner);
    }),
    counts,
  };
}
