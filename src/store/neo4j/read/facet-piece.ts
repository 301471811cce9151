import type { FacetRow, FacetSpec, Selection } from '../../reads.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { propertyText } from '../labels.ts';
import { hopsText, isList } from './cypher-conditions.ts';
import { entityPiece } from './entity-rows.ts';
import { listMatch } from './list-piece.ts';

type Rows = Piece<readonly FacetRow[]>;

/** The values that the entities of a list have, and of how many: most first. */
export function facetPiece(spec: FacetSpec, select: Selection, into: StatementBuilder): Rows {
  const list = listMatch(spec, into);
  return spec.by.op === 'property'
    ? propertyPiece(list, spec.by, spec.limit, into)
    : linkedPiece(list, spec.by, spec.limit, select, into);
}

function propertyPiece(
  list: string,
  { property, prefix }: Extract<FacetSpec['by'], { op: 'property' }>,
  limit: number,
  into: StatementBuilder,
): Rows {
  const held = `e.${propertyText(property)}`;
  const items = isList(property) ? held : `[${held}]`;
  return {
    expression: `COLLECT { ${list} UNWIND ${items} AS item
      WITH e, item WHERE item STARTS WITH ${into.bind(prefix)}
      WITH item, count(DISTINCT e) AS entities ORDER BY entities DESC, item LIMIT ${into.bind(limit)}
      RETURN [item, entities] }`,
    decode: (value) =>
      (value as readonly (readonly [string, number])[]).map(([item, entities]) => {
        return { value: item.slice(prefix.length), count: Number(entities), entity: null };
      }),
  };
}

function linkedPiece(
  list: string,
  { hops }: Extract<FacetSpec['by'], { op: 'linked' }>,
  limit: number,
  select: Selection,
  into: StatementBuilder,
): Rows {
  const { text, end } = hopsText('e', hops, into);
  const entity = entityPiece(end, select, into);
  return {
    expression: `COLLECT { ${list} ${text}
      WITH ${end}, count(DISTINCT e) AS entities
      ORDER BY entities DESC, ${end}.slug, ${end}.id LIMIT ${into.bind(limit)}
      RETURN [${end}.slug, entities, ${entity.expression}] }`,
    decode: (value) =>
      (value as readonly (readonly [string, number, unknown])[]).map(([slug, entities, row]) => {
        return { value: slug, count: Number(entities), entity: entity.decode(row) };
      }),
  };
}
