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
  const others = branches.map((branch) => {
    const loops = branch.withoutLoops ? [`${names.relation}.fromId <> ${names.relation}.toId`] : [];
    return `- ${countText(owner, { ...branch, best: false }, names, loops)}`;
  });
  return [...degrees, ...others];
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
    const count = countText(owner, branch, names, filters(branch));
    return index === 0 ? count : `+ ${count}`;
  });
}

function countText(owner: Owner, branch: Branch, names: Names, filters: readonly string[]): string {
  const { match, predicates } = matchBranch(branch, 'sort', owner.id, ["> ''"], names);
  return `COUNT { ${match} WHERE ${[...predicates, ...filters].join(' AND ')} }`;
}
