import type { RelationType } from '../../src/ontology/relations.ts';
import { Random } from '../../test/support/random.ts';
import { familySize, maxFamilies, nameOf } from './names.ts';

/** The relation types that the bench reads. */
export const benchTypes = [
  'BROADER',
  'PART_OF',
  'REQUIRES',
  'RELATED_TO',
  'CONTRASTS_WITH',
] as const satisfies readonly RelationType[];

export type BenchType = (typeof benchTypes)[number];

export interface BenchTerm {
  readonly slug: string;
  readonly name: string;
  /** Whether it is in the core, whose terms have many relations to each other. */
  readonly core: boolean;
}

/** A relation between two terms, given by their indexes. */
export interface BenchRelation {
  readonly type: BenchType;
  readonly from: number;
  readonly to: number;
}

/** A generated graph. */
export interface BenchGraph {
  /** In the order of names. */
  readonly terms: readonly BenchTerm[];
  readonly relations: readonly BenchRelation[];
  /** Terms that are related to a tenth of all terms. */
  readonly hubs: readonly number[];
}

const seed = 20_260_729;
const hubCount = 4;
/** One family in this many is in the core. */
const coreEvery = 25;

/** The average number of relations of a type that start at a term, in the core and elsewhere. */
const fanOut = {
  BROADER: { core: 2, other: 1 },
  PART_OF: { core: 6, other: 0.5 },
  REQUIRES: { core: 8, other: 0.6 },
  RELATED_TO: { core: 12, other: 0.25 },
  CONTRASTS_WITH: { core: 4, other: 0.18 },
} as const satisfies Record<BenchType, { core: number; other: number }>;

/**
 * Generates a graph with this many terms, and four relations for each. A core of 4 % is densely
 * linked within itself, so that its pages are full at every level, whatever the size of the graph.
 * Only the hubs grow with the graph.
 */
export function generateGraph(termCount: number): BenchGraph {
  const families = Math.round(termCount / familySize);
  if (families < 2 * coreEvery || families > maxFamilies) {
    throw new Error(
      `A graph has ${2 * coreEvery * familySize} to ${maxFamilies * familySize} terms.`,
    );
  }
  // The families are spread over all names, so that a smaller graph has the same mixture.
  const step = maxFamilies / families;
  const terms = Array.from({ length: families * familySize }, (_, place): BenchTerm => {
    const family = Math.floor(place / familySize);
    const name = nameOf(Math.floor(family * step), place % familySize);
    return { slug: name.replaceAll(' ', '-'), name, core: family % coreEvery === 0 };
  });
  return new Linker(terms).link();
}

class Linker {
  readonly #random = new Random(seed);
  readonly #terms: readonly BenchTerm[];
  readonly #core: readonly number[];
  readonly #others: readonly number[];
  readonly #hubs: readonly number[];
  /** Relations without cycles lead to terms of a lower age. */
  readonly #age: readonly number[];
  readonly #known = new Set<string>();
  readonly #relations: BenchRelation[] = [];

  constructor(terms: readonly BenchTerm[]) {
    this.#terms = terms;
    const places = terms.map((_, place) => place);
    this.#core = places.filter((place) => terms[place]?.core === true);
    const rest = places.filter((place) => terms[place]?.core !== true);
    const every = Math.floor(rest.length / hubCount);
    this.#hubs = rest.filter((_, index) => index % every === 0).slice(0, hubCount);
    this.#others = rest.filter((place) => !this.#hubs.includes(place));
    this.#age = this.#random.permutation(terms.length);
  }

  link(): BenchGraph {
    for (const [place, { core }] of this.#terms.entries()) {
      if (this.#hubs.includes(place)) continue;
      for (const type of benchTypes) this.#linkTerm(place, type, core);
    }
    for (const hub of this.#hubs) {
      for (let made = 0; made < this.#terms.length / 10; ) {
        if (this.#add('RELATED_TO', hub, this.#random.pick(this.#others))) made += 1;
      }
    }
    return { terms: this.#terms, relations: this.#relations, hubs: this.#hubs };
  }

  #linkTerm(place: number, type: BenchType, core: boolean): void {
    const wanted = fanOut[type][core ? 'core' : 'other'];
    const count = Math.floor(wanted) + (this.#random.next() < wanted % 1 ? 1 : 0);
    // Symmetric relations of other terms lead outside the core. Their other relations lead to any
    // term.
    const symmetric = type === 'RELATED_TO' || type === 'CONTRASTS_WITH';
    const towardsCore = core || (!symmetric && this.#random.next() < 0.5);
    for (let made = 0, tries = 0; made < count && tries < 20 * count; tries++) {
      const other = this.#random.pick(towardsCore ? this.#core : this.#others);
      const younger = (this.#age[other] as number) > (this.#age[place] as number);
      if (!symmetric && younger) {
        // The oldest terms of the core have no older term to lead to.
        continue;
      }
      if (this.#add(type, place, other)) made += 1;
    }
  }

  /**
   * Symmetric relations are stored once, with their ends in the order of ids, which is that of
   * slugs.
   */
  #add(type: BenchType, place: number, other: number): boolean {
    if (place === other) return false;
    const symmetric = type === 'RELATED_TO' || type === 'CONTRASTS_WITH';
    const turned = symmetric && this.#slug(place) > this.#slug(other);
    const [from, to] = turned ? [other, place] : [place, other];
    const key = `${type} ${from} ${to}`;
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    this.#relations.push({ type, from, to });
    return true;
  }

  #slug(place: number): string {
    return this.#terms[place]?.slug ?? '';
  }
}
