import { entityKinds } from '../../../ontology/kinds.ts';
import { type RelationType, relationOf } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { EdgeSpec, PageWindow, RankFilter } from '../../reads.ts';
import type { StatementBuilder } from '../cypher-statement.ts';
import { typeText } from '../labels.ts';
import {
  edgeEndName,
  edgeKeyName,
  edgeKindName,
  isSharedOrder,
  orderKey,
  otherSide,
  type SortType,
  sharedName,
} from '../sort-copies.ts';
import { conditionText } from './cypher-conditions.ts';
import { kindIndex, pageIndex } from './edge-indexes.ts';

/** One range of one index: the relations of a type at one side of an owner. */
export interface Branch {
  readonly type: RelationType;
  /** The end with the neighbor. */
  readonly side: 'from' | 'to';
  /** The kinds to keep; null where the type has no others at this end. */
  readonly kinds: readonly EntityKind[] | null;
  /** Whether to leave out a relation from an entity to itself, since the other side includes it. */
  readonly withoutLoops: boolean;
}

/** The ends of relations of a type where the neighbors in a direction are. */
function neighborEnds(
  type: RelationType,
  direction: EdgeSpec['direction'],
): readonly ('from' | 'to')[] {
  if (relationOf(type).symmetric || direction === 'BOTH') return ['to', 'from'];
  return direction === 'OUT' ? ['to'] : ['from'];
}

/**
 * The index ranges that together contain the relations of the spec, for owners of the kind if it is
 * known.
 */
export function branchesOf(spec: EdgeSpec, ownerKind: EntityKind | null = null): readonly Branch[] {
  const wanted = spec.neighborKinds;
  return [...new Set(spec.types.map(typeText))].flatMap((type) => {
    const sides = neighborEnds(type, spec.direction);
    return sides.flatMap((side) => {
      if (ownerKind !== null && !relationOf(type)[otherSide(side)].includes(ownerKind)) return [];
      const declared = relationOf(type)[side];
      const kept = wanted === null ? declared : declared.filter((kind) => wanted.includes(kind));
      if (kept.length === 0) return [];
      const kinds = kept.length === declared.length ? null : kept;
      const withoutLoops = side === 'from' && sides.length === 2 && !relationOf(type).symmetric;
      return [{ type, side, kinds, withoutLoops }];
    });
  });
}

/** All possible kinds of neighbors. */
export function neighborKindsOf(branches: readonly Branch[]): readonly EntityKind[] {
  const kinds = branches.flatMap(({ type, side, kinds }) => kinds ?? relationOf(type)[side]);
  return entityKinds.filter((kind) => kinds.includes(kind));
}

/** The bounds of a page, in the direction of reading. */
export interface Bounds {
  readonly down: boolean;
  /** Comparisons of the order key with parameters, such as "> $p1". */
  readonly comparisons: readonly string[];
}

/** Sorts after every order key and after every sort value of a claim. */
export const aboveAllKeys = '\uFFFF\uFFFF';

/** The window as bounds on the order key. */
export function boundsOf(
  window: PageWindow,
  descending: boolean,
  type: SortType,
  into: StatementBuilder,
): Bounds {
  const { after, before } = window;
  const place = (at: { value: string | number; id: string }) =>
    into.bind(orderKey(at.value, at.id, type));
  const low = descending ? before : after;
  const high = descending ? after : before;
  // Both bounds always exist, so that all pages share one statement and one query plan.
  const comparisons = [
    `> ${low === null ? into.bind('') : place(low)}`,
    `< ${high === null ? into.bind(aboveAllKeys) : place(high)}`,
  ];
  return { down: descending !== window.backward, comparisons };
}

/** The variable names of one page. */
export interface Names {
  readonly relation: string;
  readonly neighbor: string;
}

/** The match of a branch for the owner, in the order of the index. */
interface BranchMatch {
  readonly match: string;
  /** The leading columns of the index. All must be named for its order. */
  readonly order: readonly string[];
  /** The last leading column. */
  readonly key: string;
  readonly predicates: readonly string[];
}

/** Matches a branch by its index; `owner` is the text of the owner's id. */
export function matchBranch(
  { type, side, kinds }: Branch,
  ranks: RankFilter,
  orderProperty: string,
  owner: string,
  comparisons: readonly string[],
  { relation, neighbor }: Names,
): BranchMatch {
  // If only one kind has the order, its index has no other kinds.
  const wanted = isSharedOrder(type, side, orderProperty) ? kinds : null;
  const one = wanted?.length === 1;
  const index = one ? kindIndex(side, orderProperty) : pageIndex(type, side, orderProperty);
  const column = (name: string) => `${relation}.${name}`;
  const kindColumn = column(edgeKindName(side));
  const key = column(edgeKeyName(side, orderProperty));
  const [start, end] = side === 'to' ? ['', neighbor] : [neighbor, ''];
  // The planner uses an index only if the query names every column of it.
  const trailing: Readonly<Record<string, string>> = {
    best: ranks === 'BEST' ? '= true' : 'IS NOT NULL',
    [sharedName]: 'IS NOT NULL',
    [edgeKindName(side)]:
      wanted === null ? 'IS NOT NULL' : `IN [${wanted.map((kind) => `'${kind}'`).join(', ')}]`,
  };
  return {
    match: `MATCH (${start})-[${relation}:${typeText(type)}]->(${end})
      USING INDEX SEEK ${relation}:${type}(${[...index.leading, ...index.trailing].join(', ')})`,
    order: index.leading.map(column),
    key,
    predicates: [
      `${column(edgeEndName(otherSide(side)))} = ${owner}`,
      ...(one ? [`${kindColumn} = '${wanted[0]}'`] : []),
      ...comparisons.map((comparison) => `${key} ${comparison}`),
      ...index.trailing.map((name) => `${column(name)} ${trailing[name]}`),
    ],
  };
}

/** Whether only type, side and rank decide which relations match the spec. */
export function isPlain(spec: EdgeSpec, branches: readonly Branch[]): boolean {
  return (
    spec.artifact === null &&
    spec.on === null &&
    spec.where === null &&
    branches.every((branch) => branch.kinds === null)
  );
}

/**
 * The conditions of the spec on relation and neighbor, besides the index range. All branches share
 * one set of parameters.
 */
export function filterTexts(
  spec: EdgeSpec,
  { relation, neighbor }: Names,
  into: StatementBuilder,
): (branch: Branch) => readonly string[] {
  const common: string[] = [];
  if (spec.ranks === 'CURRENT') common.push(`${relation}.rank <> 'DEPRECATED'`);
  if (spec.artifact !== null) common.push(`${relation}.artifact = ${into.bind(spec.artifact)}`);
  if (spec.on !== null) {
    const day = into.bind(spec.on);
    common.push(`(${relation}.sinceDay IS NULL OR ${relation}.sinceDay <= ${day})`);
    common.push(`(${relation}.untilDay IS NULL OR ${day} < ${relation}.untilDay)`);
  }
  if (spec.where !== null) common.push(conditionText(neighbor, spec.where, into));
  return ({ withoutLoops }) => [
    ...(withoutLoops ? [`${relation}.fromId <> ${relation}.toId`] : []),
    ...common,
  ];
}
