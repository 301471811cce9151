import { cellKind, cellRelation } from '../../../ontology/filter-cells.ts';
import type { RelationType } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { splitByCells } from '../../cell-conditions.ts';
import type { EdgePage, EdgePageSpec, EntityRow } from '../../reads.ts';
import { cellEndType } from '../cell-nodes.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { typeText } from '../labels.ts';
import { nodeKeyName, sharedName } from '../sort-copies.ts';
import { cellConditions, mergedCells } from './cell-match.ts';
import { crowdedDegree, mayBeCrowded } from './crowded.ts';
import { type Branch, branchesOf, filterTexts, matchBranch } from './edge-match.ts';
import { expandedEdges, expandedKey } from './expanded-edges.ts';
import { type Packed, type PageParts, pageParts, rowsToRead } from './page-parts.ts';

/** A page as part of a statement. Its rows do not repeat the id of their owner. */
interface EdgePagePiece {
  readonly expression: string;
  /** Null if the owner is crowded. */
  readonly decode: (ownerId: string, value: unknown) => EdgePage | null;
}

/** The owner of a page: its id and, if it was matched, its node, as texts. */
interface PageOwner {
  readonly id: string;
  readonly node: string;
}

/** The page of an entity without relations. */
export const emptyPage: EdgePage = { rows: [], hasMore: false };

/**
 * One page of an owner's neighbors, as a list of rows. `pieceAt` gives the selected parts of a
 * neighbor, from the variable of its node. For several types, only if the owner is not crowded.
 */
export function edgePagePiece(
  owner: PageOwner,
  spec: EdgePageSpec,
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): EdgePagePiece {
  const branches = branchesOf(spec);
  if (!mayBeCrowded(branches.map(({ type }) => type))) {
    return rangesPiece(owner.id, spec, branches, pieceAt, into);
  }
  const page = pageParts(spec, branches, pieceAt, into);
  const { names, key, bounds } = page;
  const expanded = expandedEdges(owner.node, spec, branches, names, into);
  const found = expandedKey(expanded.forward(names.relation), names, spec.order.property);
  const rows = `${expanded.match}
    WITH ${names.relation} AS ${page.found}, ${names.neighbor}, ${found} AS ${key}
    WHERE ${bounds.comparisons.map((bound) => `${key} ${bound}`).join(' AND ')}`;
  const facts = `[w IN ${page.ofRow} | [type(w[2]), ${expanded.forward('w[2]')}, w[2].record]]`;
  return {
    expression: expanded.guarded(
      listedText(page, rows, [page.found], into.bind(crowdedDegree), facts),
    ),
    decode: (ownerId, value) => (value === null ? null : page.decode(ownerId, value, packedOf)),
  };
}

/**
 * The page by the indexes, whatever the degree. All owners have the given kind, if there is one.
 */
export function indexedPagePiece(
  owner: string,
  ownerKind: EntityKind | null,
  spec: EdgePageSpec,
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): EdgePagePiece {
  return rangesPiece(owner, spec, branchesOf(spec, ownerKind), pieceAt, into);
}

function rangesPiece(
  owner: string,
  spec: EdgePageSpec,
  branches: readonly Branch[],
  pieceAt: (node: string) => Piece<EntityRow>,
  into: StatementBuilder,
): EdgePagePiece {
  const [only, ...others] = branches;
  if (only === undefined) return { expression: '[]', decode: () => emptyPage };
  const page = pageParts(spec, branches, pieceAt, into);
  const { key, found, limit } = page;
  const range = rangeText(owner, spec, page, into);
  if (others.length === 0) {
    const cells = cellsText(owner, spec, only, page, range(only), into);
    return {
      expression: `COLLECT { ${cells ?? range(only)}
        RETURN ${page.row(`[f IN ${found} | f.record]`)} }`,
      decode: (ownerId, value) =>
        page.decode(ownerId, value, (texts) =>
          (texts as readonly unknown[]).map((packed) => [only, packed]),
        ),
    };
  }
  // Each range gives at most a page in order. The merge reads no more than these.
  const columns = [key, page.names.neighbor, ...(spec.facts ? [found] : [])].join(', ');
  const ranges = branches.map((branch, index) => {
    return `${range(branch)} RETURN ${columns}, ${index} AS ${page.branch}`;
  });
  const merged = `CALL (${owner.split('.')[0]}) { ${ranges.join('\n    UNION ALL ')} }`;
  if (!spec.facts) {
    return {
      expression: `COLLECT { ${merged}
        WITH DISTINCT ${columns} ORDER BY ${key}${page.descending} LIMIT ${limit}
        RETURN ${page.row('')} }`,
      decode: (ownerId, value) => page.decode(ownerId, value, () => []),
    };
  }
  const most = into.bind(rowsToRead(spec.window) * branches.length);
  const facts = `[w IN ${page.ofRow} | [w[3], [f IN w[2] | f.record]]]`;
  return {
    expression: listedText(page, merged, [found, page.branch], most, facts),
    decode: (ownerId, value) =>
      page.decode(ownerId, value, (listed) =>
        (listed as readonly (readonly [number, readonly unknown[]])[]).flatMap(([index, texts]) =>
          texts.map((packed) => [branches[index] ?? only, packed] as const),
        ),
      ),
  };
}

/**
 * The first neighbors of a branch in the order of its index, each once, with its relationships if
 * they are selected. Further relationships with the same ends are only read for neighbors on the
 * page.
 */
function rangeText(
  owner: string,
  spec: EdgePageSpec,
  { names, key, found, bounds, descending, limit }: PageParts,
  into: StatementBuilder,
): (branch: Branch) => string {
  const { property } = spec.order;
  const { relation, neighbor } = names;
  const filters = filterTexts(spec, names, into);
  const again = { relation: `${found}r`, neighbor: `${found}n` };
  // The condition on the neighbor was already checked.
  const filtersAgain = spec.facts ? filterTexts({ ...spec, where: null }, again, into) : null;
  return (branch) => {
    const matched = matchBranch(branch, spec.ranks, property, owner, bounds.comparisons, names);
    const { match, predicates, order } = matched;
    // The order needs all leading columns of the index.
    const held = order.slice(0, -1).map((column, index) => [column, `${key}_${index}`] as const);
    const leading = [...held, [order.at(-1), key] as const];
    const columns = leading.map(([column, name]) => `${column} AS ${name}`);
    const inOrder = leading.map(([, name]) => `${name}${descending}`).join(', ');
    const first = (more: readonly string[]) => `${match}
      WHERE ${[...predicates, ...filters(branch)].join(' AND ')}
      WITH DISTINCT ${[...columns, neighbor, ...more].join(', ')}
      ORDER BY ${inOrder} LIMIT ${limit}`;
    if (filtersAgain === null) return `${first([])} WITH ${key}, ${neighbor}`;
    const same = matchBranch(branch, spec.ranks, property, owner, [`= ${key}`], again);
    return `${first([`CASE WHEN ${relation}.${sharedName} THEN null ELSE ${relation} END AS ${found}`])}
      WITH ${key}, ${neighbor}, CASE WHEN ${found} IS NOT NULL THEN [${found}] ELSE COLLECT {
        ${same.match} WHERE ${[...same.predicates, ...filtersAgain(branch)].join(' AND ')}
        RETURN ${again.relation} } END AS ${found}`;
  };
}

/**
 * The same for models with conditions that cells know, from the orders of the cells at the owner.
 * If there are too many, from the range. Null for any other page.
 */
function cellsText(
  owner: string,
  spec: EdgePageSpec,
  branch: Branch,
  { names, key, found, bounds, descending, limit }: PageParts,
  range: string,
  into: StatementBuilder,
): string | null {
  const { known, rest } = splitByCells(cellKind, spec.where);
  if (!leadsToCells(spec, branch) || known.length === 0 || rest !== null) return null;
  const { relation, neighbor } = names;
  const { property } = spec.order;
  const [hub, keys] = [`h${key}`, `c${key}`];
  const cells = mergedCells(
    `MATCH (${hub}:Entity {id: ${owner}}) USING INDEX SEEK ${hub}:Entity(id)
      MATCH (${hub})<-[:${cellEndType}]-(cell) WHERE ${cellConditions(known, into)}`,
    property,
    bounds.comparisons,
    { descending, limit },
    into,
  );
  const columns = [key, neighbor, ...(spec.facts ? [found] : [])].join(', ');
  const end = `x${key}`;
  const relations = `COLLECT { MATCH (${neighbor})-[${relation}:${typeText(branch.type)}]->(${end})
          WHERE ${relation}.best AND ${end}.id = ${owner} RETURN ${relation} }`;
  const facts = spec.facts ? `, ${relations} AS ${found}` : '';
  const ownerName = owner.split('.')[0];
  // The planner checks a condition only after it has read the range. It cannot do so with a list.
  return `CALL (${ownerName}) {
        WITH ${cells.keys} AS ${keys}
        CALL (${ownerName}, ${keys}) {
          WITH ${keys} WHERE ${cells.fits(keys)} ${cells.match(keys, neighbor)}
          WITH ${neighbor}.${nodeKeyName(property)} AS ${key}, ${neighbor}${facts}
          RETURN ${columns}
          UNION ALL
          UNWIND CASE WHEN ${cells.fits(keys)} THEN [] ELSE [0] END AS ${end} ${range}
          RETURN ${columns} }
        RETURN ${columns} }
      WITH ${columns} ORDER BY ${key}${descending}`;
}

/** Whether the neighbors are all models that some cells at the owner lead to it. */
function leadsToCells({ ranks, artifact, on }: EdgePageSpec, { type, side, kinds }: Branch) {
  const isPlain = ranks === 'BEST' && artifact === null && on === null && kinds === null;
  return isPlain && type === cellRelation && side === 'from';
}

/**
 * Makes the page from few rows of key, neighbor and more, and joins the rows of one neighbor. It
 * uses lists, since Neo4j 5.26 refuses an aggregation in an expression with other variables.
 */
function listedText(
  page: PageParts,
  rows: string,
  more: readonly string[],
  most: string,
  facts: string,
): string {
  const { key, all, at, limit, names } = page;
  const columns = [key, names.neighbor, ...more].join(', ');
  return `COLLECT {
      WITH COLLECT { ${rows}
        WITH ${columns} ORDER BY ${key}${page.descending} LIMIT ${most}
        RETURN [${columns}] } AS ${all}
      UNWIND [i IN range(0, size(${all}) - 1) WHERE i = 0 OR ${all}[i - 1][0] <> ${all}[i][0]][..${limit}] AS ${at}
      WITH ${all}, ${at}, ${all}[${at}][0] AS ${key}, ${all}[${at}][1] AS ${names.neighbor}
      RETURN ${page.row(facts)} }`;
}

/** Relations as type, whether the owner is their start, and packed text. */
function packedOf(listed: unknown): Packed {
  return (listed as readonly (readonly [RelationType, boolean, unknown])[]).map(
    ([type, forward, packed]) => [{ type, side: forward ? 'to' : 'from' }, packed],
  );
}
