import { relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EdgeSpec } from '../reads.ts';
import { mayBeCrowded } from './crowded.ts';
import {
  type Branch,
  branchesOf,
  filterTexts,
  isPlain,
  matchBranch,
  type Names,
} from './edge-match.ts';
import { expandedEdges } from './expanded-edges.ts';
import { labelOf, typeText } from './labels.ts';
import { asideEndName, mixedEndName, otherSide } from './sort-copies.ts';
import type { Piece, StatementBuilder } from './statement.ts';

/** An entity in the statement: the text of its id and the variable of its node. */
export interface Owner {
  readonly id: string;
  readonly node: string;
}

/**
 * How many relations of the owner the spec lets through; of several types null where it is crowded.
 * Without filters that is the degree, which a node knows, less the relations that are not best,
 * which are few and have an index range of their own; with filters every relation of the types is
 * looked at.
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
    expression: expanded.guarded(`COUNT { ${expanded.match} }`),
    decode: (value) => (value === null ? null : Number(value)),
  };
}

/** The same whatever the degree, by the indexes; all owners are of the kind, where one is given. */
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
  if (spec.ranks !== 'CURRENT') {
    if (isPlain(spec, branches)) return sum(plainTerms(owner, spec, branches, names));
    const kind = kindOfLike(spec, branches);
    if (kind !== null) {
      const like = sum([
        ...plainTerms(owner, spec, branches, names),
        ...branches.map((branch) => `- ${setApart(owner, branch, names, mixedEndName)}`),
      ]);
      const looked = sum(filteredTerms(owner, spec, branches, names, into));
      return `CASE WHEN ${owner.node}:${labelOf(kind)} THEN ${like} ELSE ${looked} END`;
    }
  }
  return sum(filteredTerms(owner, spec, branches, names, into));
}

function sum(terms: readonly string[]): string {
  return terms.join(' ') || '0';
}

/**
 * The one kind of neighbors that are wanted, where nothing else is asked of best relations that may
 * have ends of different kinds: those relations are few, and have an index of their own.
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
    const [left, right] = sides.size > 1 ? ['-', '-'] : sides.has('to') ? ['-', '->'] : ['<-', '-'];
    const degree = `COUNT { (${owner.node})${left}[:${typeText(type)}]${right}() }`;
    return index === 0 ? degree : `+ ${degree}`;
  });
  if (spec.ranks === 'ALL') return degrees;
  const others = branches.map((branch) => `- ${setApart(owner, branch, names, asideEndName)}`);
  return [...degrees, ...others];
}

/** The relations of a branch that carry a mark; they are few, and have an index of their own. */
function setApart(
  owner: Owner,
  branch: Branch,
  { relation }: Names,
  markOf: (side: 'from' | 'to') => string,
): string {
  const type = typeText(branch.type);
  const column = markOf(otherSide(branch.side));
  const loops = branch.withoutLoops ? ` AND ${relation}.fromId <> ${relation}.toId` : '';
  return `COUNT { MATCH ()-[${relation}:${type}]->() USING INDEX SEEK ${relation}:${type}(${column})
    WHERE ${relation}.${column} = ${owner.id}${loops} }`;
}

function filteredTerms(
  owner: Owner,
  spec: EdgeSpec,
  branches: readonly Branch[],
  names: Names,
  into: StatementBuilder,
): readonly string[] {
  const filters = filterTexts(spec, names, into);
  return branches.map((branch, index) => {
    const { match, predicates } = matchBranch(
      branch,
      spec.ranks,
      'sort',
      owner.id,
      ["> ''"],
      names,
    );
    const count = `COUNT { ${match} WHERE ${[...predicates, ...filters(branch)].join(' AND ')} }`;
    return index === 0 ? count : `+ ${count}`;
  });
}
