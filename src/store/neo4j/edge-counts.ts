import { relationOf } from '../../ontology/relations.ts';
import type { EdgeSpec } from '../reads.ts';
import {
  type Branch,
  branchesOf,
  filterTexts,
  isPlain,
  matchBranch,
  type Names,
} from './edge-match.ts';
import { typeText } from './labels.ts';
import { asideEndName, otherSide } from './sort-copies.ts';
import type { Piece, StatementBuilder } from './statement.ts';

/** An entity in the statement: the text of its id and the variable of its node. */
export interface Owner {
  readonly id: string;
  readonly node: string;
}

/**
 * How many relations of the owner the spec lets through. Without filters that is the degree, which
 * a node knows, less the relations that are not best, which are few and have an index range of
 * their own; with filters every relation of the types is looked at.
 */
export function edgeCountPiece(
  owner: Owner,
  spec: EdgeSpec,
  into: StatementBuilder,
): Piece<number> {
  const branches = branchesOf(spec);
  const scope = into.scope();
  const names: Names = { relation: `r${scope}`, neighbor: `n${scope}` };
  const terms =
    isPlain(spec, branches) && spec.ranks !== 'CURRENT'
      ? plainTerms(owner, spec, branches, names)
      : filteredTerms(owner, spec, branches, names, into);
  return { expression: terms.join(' ') || '0', decode: Number };
}

function plainTerms(
  owner: Owner,
  spec: EdgeSpec,
  branches: readonly Branch[],
  names: Names,
): readonly string[] {
  const degrees = [...new Set(branches.map(({ type }) => type))].map((type, index) => {
    const both = relationOf(type).symmetric || spec.direction === 'BOTH';
    const [left, right] = both ? ['-', '-'] : spec.direction === 'OUT' ? ['-', '->'] : ['<-', '-'];
    const degree = `COUNT { (${owner.node})${left}[:${typeText(type)}]${right}() }`;
    return index === 0 ? degree : `+ ${degree}`;
  });
  if (spec.ranks === 'ALL') return degrees;
  const others = branches.map((branch) => `- ${asideText(owner, branch, names)}`);
  return [...degrees, ...others];
}

/** The relations of a branch that are not best; they are few, and have an index of their own. */
function asideText(owner: Owner, branch: Branch, { relation }: Names): string {
  const type = typeText(branch.type);
  const column = asideEndName(otherSide(branch.side));
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
