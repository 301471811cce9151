import { compareText } from '../../base/compare-text.ts';
import { addTo } from '../../base/group-by.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import { findCycles, findPath } from '../cycles.ts';
import type { Synset } from './data-line.ts';

/** A relation between two synsets, and what WordNet calls it. */
export interface Link {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  /** Several where pointers of several sorts come to one relation; sorted. */
  readonly names: readonly string[];
}

/** What became of the pointers: all of the others together are as many as were read. */
export interface PointerTally {
  /** Between synsets, and between words of synsets. */
  readonly read: { readonly semantic: number; readonly lexical: number };
  readonly relations: Readonly<Partial<Record<RelationType, number>>>;
  /** The other end's pointer for a relation that is there. */
  readonly mirrored: number;
  /** One more of the same end, between other words or of another sort. */
  readonly repeated: number;
  /** Between two words of one synset. */
  readonly toItself: number;
  /** Of the relations that come out of it, those that would close a circle where none may be. */
  readonly closingCycles: number;
  /** Those that relate a synset with what is broader than it anyway (SKOS S27). */
  readonly alreadyBroader: number;
}

interface Draft {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly names: Set<string>;
  /** The synset whose pointer came first. */
  readonly source: string;
}

/** Folds the pointers of synsets to relations as our ontology has them, each once. */
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

/** Leaves out, of types that may have no circles, the relations by which a walk comes back. */
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

/** Leaves out what a type may not link because the closure of another does. */
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
