import { compareText } from '../../base/compare-text.ts';
import { addTo } from '../../base/group-by.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import { findCycles, findPath } from '../cycles.ts';
import type { Synset } from './data-line.ts';

/** A relation between two synsets, with WordNet's name for it. */
export interface Link {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  /** Sorted. There are several if different pointers give one relation. */
  readonly names: readonly string[];
}

/** What happened to the pointers. All counts but `read` add up to the number read. */
export interface PointerTally {
  /** Pointers between synsets, and between words of synsets. */
  readonly read: { readonly semantic: number; readonly lexical: number };
  readonly relations: Readonly<Partial<Record<RelationType, number>>>;
  /** Pointers of the other end for an existing relation. */
  readonly mirrored: number;
  /** Pointers of the same end for an existing relation, for other words or of another type. */
  readonly repeated: number;
  /** Pointers between two words of one synset. */
  readonly toItself: number;
  /** Relations left out because they would close a cycle in an acyclic type. */
  readonly closingCycles: number;
  /** Relations left out because one synset is already broader than the other (SKOS S27). */
  readonly alreadyBroader: number;
}

interface Draft {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly names: Set<string>;
  /** The synset with the first pointer. */
  readonly source: string;
}

/** Turns the pointers of synsets into relations of our ontology, each once. */
export function linksOf(synsets: ReadonlyMap<string, Synset>): {
  readonly links: readonly Link[];
  readonly tally: PointerTally;
} {
  const { drafts, ...counts } = draftsOf(synsets);
  const acyclic = withoutCycles([...drafts.values()]);
  const links = withoutBroader(acyclic);
  const relations: Partial<Record<RelationType, number>> = {};
  for (const { type } of links) relations[type] = (relations[type] ?? 0) + 1;
  return {
    links: links.map(({ type, from, to, names }) => {
      return { type, from, to, names: [...names].sort(compareText) };
    }),
    tally: {
      ...counts,
      relations,
      closingCycles: drafts.size - acyclic.length,
      alreadyBroader: acyclic.length - links.length,
    },
  };
}

function draftsOf(synsets: ReadonlyMap<string, Synset>) {
  const drafts = new Map<string, Draft>();
  const read = { semantic: 0, lexical: 0 };
  let [mirrored, repeated, toItself] = [0, 0, 0];
  for (const { id, pointers } of synsets.values()) {
    for (const { meaning, target, lexical } of pointers) {
      read[lexical ? 'lexical' : 'semantic'] += 1;
      if (target === id) {
        toItself += 1;
        continue;
      }
      const { relation: type, backward, name } = meaning;
      const turned = relationOf(type).symmetric ? target < id : backward;
      const [from, to] = turned ? [target, id] : [id, target];
      const key = `${type} ${from} ${to}`;
      const known = drafts.get(key);
      if (known === undefined) {
        drafts.set(key, { type, from, to, names: new Set([name]), source: id });
        continue;
      }
      known.names.add(name);
      if (known.source === id) repeated += 1;
      else mirrored += 1;
    }
  }
  return { drafts, read, mirrored, repeated, toItself };
}

function adjacencyOf(drafts: readonly Draft[], type: RelationType): Map<string, string[]> {
  const adjacency = new Map<string, string[]>();
  for (const draft of drafts) {
    if (draft.type === type) addTo(adjacency, draft.from, draft.to);
  }
  return adjacency;
}

/** Leaves out the relations that close a cycle in an acyclic type. */
function withoutCycles(drafts: readonly Draft[]): readonly Draft[] {
  const closing = new Set<string>();
  for (const type of relationTypes) {
    if (!relationOf(type).acyclic) continue;
    for (const cycle of findCycles(adjacencyOf(drafts, type))) {
      closing.add(`${type} ${cycle.at(-1)} ${cycle[0]}`);
    }
  }
  return drafts.filter(({ type, from, to }) => !closing.has(`${type} ${from} ${to}`));
}

/** Leaves out relations between synsets that the closure of another type already links. */
function withoutBroader(drafts: readonly Draft[]): readonly Draft[] {
  const closures = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return drafts.filter(({ type, from, to }) => {
    const other = relationTypes.find((name) => name === relationOf(type).disjointWithClosureOf);
    if (other === undefined) return true;
    const closure = closures.get(other) ?? adjacencyOf(drafts, other);
    closures.set(other, closure);
    return findPath(closure, from, to) === null && findPath(closure, to, from) === null;
  });
}
