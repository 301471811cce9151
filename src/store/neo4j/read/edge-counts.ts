import { cellKind, cellRelation } from '../../../ontology/filter-cells.ts';
import { relationOf } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { EdgeSpec } from '../../reads.ts';
import { cellEndType } from '../cell-nodes.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { labelOf, sidePattern, typeText } from '../labels.ts';
import {
  asideEndName,
  joinedEndName,
  mixedEndName,
  otherSide,
  sharedEndName,
} from '../sort-copies.ts';
import { cellConditions, countedCells, sumOf } from './cell-match.ts';
import { mayBeCrowded } from './crowded.ts';
import { companyIndex } from './edge-indexes.ts';
import {
  type Branch,
  branchesOf,
  filterTexts,
  isPlain,
  matchBranch,
  type Names,
} from './edge-match.ts';
import { expandedEdges } from './expanded-edges.ts';

/** An entity in the statement: the text of its id and the variable of its node. */
export interface Owner {
  readonly id: string;
  readonly node: string;
}

/**
 * The number of neighbors for the selected relations of the owner; null if it is crowded and there
 * are several types. Without filters it is the degree of the node, minus the relations that are not
 * best, minus those that lead to the same neighbor as another one. Both are few and have their own
 * index ranges. With filters, every relation of the types is read.
 */
export function edgeCountPiece(
  owner: Owner,
  spec: EdgeSpec,
  into: StatementBuilder,
): Piece<number | null> {
  const branches = branchesOf(spec);
  if (!mayBeCrowded(branches.map(({ type }) => type))) {
    return rangesPiece(owner, spec, branches, into);
  }
  const scope = into.scope();
  const names: Names = { relation: `r${scope}`, neighbor: `n${scope}` };
  const expanded = expandedEdges(owner.node, spec, branches, names, into);
  return {
    expression: expanded.guarded(`COUNT { ${expanded.match} RETURN DISTINCT ${names.neighbor} }`),
    decode: (value) => (value === null ? null : Number(value)),
  };
}

/**
 * The count by the indexes, whatever the degree. All owners have the given kind, if there is one.
 */
export function indexedCountPiece(
  owner: Owner,
  ownerKind: EntityKind | null,
  spec: EdgeSpec,
  into: StatementBuilder,
): Piece<number> {
  return rangesPiece(owner, spec, branchesOf(spec, ownerKind), into);
}

function rangesPiece(
  owner: Owner,
  spec: EdgeSpec,
  branches: readonly Branch[],
  into: StatementBuilder,
): Piece<number> {
  const scope = into.scope();
  const names: Names = { relation: `r${scope}`, neighbor: `n${scope}` };
  return { expression: countText(owner, spec, branches, names, into), decode: Number };
}

function countText(
  owner: Owner,
  spec: EdgeSpec,
  branches: readonly Branch[],
  names: Names,
  into: StatementBuilder,
): string {
  const summed = summedText(owner, spec, branches, into);
  if (summed !== null) return summed;
  if (spec.ranks !== 'CURRENT') {
    if (branches.length === 0) return '0';
    if (isPlain(spec, branches)) {
      const terms = plainTerms(owner, spec, branches, names);
      return [...terms, `- ${surplus(owner, spec, branches, names, [])}`].join(' ');
    }
    const kind = kindOfLike(spec, branches);
    if (kind !== null) {
      const alike = branches.map(({ side }) => {
        return `${names.relation}.${mixedEndName(otherSide(side))} IS NULL`;
      });
      const like = [
        ...plainTerms(owner, spec, branches, names),
        ...branches.map((branch) => `- ${setApart(owner, branch, names, mixedEndName)}`),
        `- ${surplus(owner, spec, branches, names, alike)}`,
      ];
      const looked = lookedAt(owner, spec, branches, names, into);
      return `CASE WHEN ${owner.node}:${labelOf(kind)} THEN ${like.join(' ')} ELSE ${looked} END`;
    }
  }
  return lookedAt(owner, spec, branches, names, into);
}

/** The sum over the cells at the owner; null if they do not know the whole condition. */
function summedText(
  { node }: Owner,
  { where, ranks, artifact, on }: EdgeSpec,
  branches: readonly Branch[],
  into: StatementBuilder,
): string | null {
  const [branch, ...others] = branches;
  if (branch === undefined || others.length > 0 || where === null) return null;
  const isPlainEnd =
    branch.type === cellRelation && branch.side === 'from' && branch.kinds === null;
  if (!isPlainEnd || ranks !== 'BEST' || artifact !== null || on !== null) return null;
  const cells = countedCells({ kind: cellKind, where }, into);
  if (cells === null) return null;
  const conditions = cellConditions(cells.known, into);
  return sumOf(`MATCH (${node})<-[:${cellEndType}]-(cell) WHERE ${conditions}`, cells.size);
}

/**
 * The only wanted kind of neighbors, if the spec has no other filter and the best relations may
 * connect different kinds. Relations between different kinds are few and have their own index.
 */
function kindOfLike(spec: EdgeSpec, branches: readonly Branch[]): EntityKind | null {
  const [only, ...others] = branches[0]?.kinds ?? [];
  const alike = branches.every(
    ({ type, kinds }) => relationOf(type).symmetric && kinds?.length === 1 && kinds[0] === only,
  );
  const plain = spec.artifact === null && spec.on === null && spec.where === null;
  const fits = spec.ranks === 'BEST' && plain && alike && others.length === 0;
  return fits && only !== undefined ? only : null;
}

function plainTerms(
  owner: Owner,
  spec: EdgeSpec,
  branches: readonly Branch[],
  names: Names,
): readonly string[] {
  const degrees = [...new Set(branches.map(({ type }) => type))].map((type, index) => {
    const sides = new Set(branches.filter((each) => each.type === type).map(({ side }) => side));
    const side = sides.size > 1 ? 'SYMMETRIC' : sides.has('to') ? 'OUT' : 'IN';
    const degree = `COUNT { ${sidePattern(owner.node, `:${typeText(type)}`, side, '')} }`;
    return index === 0 ? degree : `+ ${degree}`;
  });
  if (spec.ranks === 'ALL') return degrees;
  const others = branches.map((branch) => `- ${setApart(owner, branch, names, asideEndName)}`);
  return [...degrees, ...others];
}

type Mark = (side: 'from' | 'to') => string;

/** The number of relations of a branch with a mark. They are few and have their own index. */
function setApart(owner: Owner, branch: Branch, { relation }: Names, markOf: Mark): string {
  const type = typeText(branch.type);
  const column = markOf(otherSide(branch.side));
  return `COUNT { MATCH ()-[${relation}:${type}]->() USING INDEX SEEK ${relation}:${type}(${column})
    WHERE ${relation}.${column} = ${owner.id}${withoutLoops(branch, relation)} }`;
}

function withoutLoops(branch: Branch, relation: string): string {
  return branch.withoutLoops ? ` AND ${relation}.fromId <> ${relation}.toId` : '';
}

/** The number of relations of the branches minus the number of their neighbors. */
function surplus(
  owner: Owner,
  { ranks }: EdgeSpec,
  branches: readonly Branch[],
  names: Names,
  more: readonly string[],
): string {
  const { relation } = names;
  const end = `x${relation}`;
  const several = new Set(branches.map(({ type }) => type)).size > 1;
  const markOf = several ? joinedEndName : sharedEndName;
  const ends = (returned: 'RETURN' | 'RETURN DISTINCT') =>
    branches.map((branch, index) => {
      const type = typeText(branch.type);
      const columns = companyIndex(markOf, otherSide(branch.side));
      const [mark, best, neighborId] = columns.map((column) => `${relation}.${column}`);
      const where = [
        `${mark} = ${owner.id}`,
        `${best} ${ranks === 'BEST' ? '= true' : 'IS NOT NULL'}`,
        `${neighborId} IS NOT NULL${withoutLoops(branch, relation)}`,
        ...(more[index] === undefined ? [] : [more[index]]),
      ];
      return `MATCH ()-[${relation}:${type}]->()
        USING INDEX SEEK ${relation}:${type}(${columns.join(', ')})
        WHERE ${where.join(' AND ')} ${returned} ${neighborId} AS ${end}`;
    });
  const all = ends('RETURN').join('\n    UNION ALL ');
  const once = ends('RETURN DISTINCT').join('\n    UNION ');
  return `(COUNT { ${all} } - COUNT { ${once} })`;
}

/** The neighbors of the branches, counted one by one. */
function lookedAt(
  owner: Owner,
  spec: EdgeSpec,
  branches: readonly Branch[],
  names: Names,
  into: StatementBuilder,
): string {
  const filters = filterTexts(spec, names, into);
  const parts = branches.map((branch) => {
    const { match, predicates } = matchBranch(
      branch,
      spec.ranks,
      'sort',
      owner.id,
      ["> ''"],
      names,
    );
    const where = [...predicates, ...filters(branch)].join(' AND ');
    return `${match} WHERE ${where} RETURN DISTINCT ${names.neighbor}`;
  });
  return parts.length === 0 ? '0' : `COUNT { ${parts.join('\n    UNION ')} }`;
}
