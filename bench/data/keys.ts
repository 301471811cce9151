import type { BenchGraph, BenchTerm } from './graph.ts';
import { familySize } from './names.ts';

/** The subjects of the requests for a graph. They are the same for every server. */
export interface BenchKeys {
  /** Slugs of the core, whose pages are full at every level. */
  readonly core: readonly string[];
  /** Slugs from all over the graph. */
  readonly any: readonly string[];
  readonly hubs: readonly string[];
  /** Terms anywhere in the list, after each of which a page begins. */
  readonly listStarts: readonly BenchTerm[];
  /** Terms that are followed by 20 terms of the core in the list. */
  readonly coreListStarts: readonly BenchTerm[];
}

const count = 64;

/** Chooses the keys, spread evenly over the graph. */
export function keysOf({ terms, hubs }: BenchGraph): BenchKeys {
  const core = terms.filter((term) => term.core);
  const startsOfCore = terms.filter((term, place) => {
    const ahead = terms.slice(place + 1, place + 21);
    return ahead.length === 20 && ahead.every((next) => next.core) && isEvenPlace(place, term);
  });
  return {
    core: spread(core).map(({ slug }) => slug),
    any: spread(terms).map(({ slug }) => slug),
    hubs: hubs.map((place) => terms[place]?.slug ?? ''),
    listStarts: spread(terms.slice(0, -2 * familySize)),
    coreListStarts: spread(startsOfCore),
  };
}

/** Whether the term comes just before a family of the core, or is one of its first terms. */
function isEvenPlace(place: number, term: BenchTerm): boolean {
  return !term.core || place % familySize < 4;
}

function spread<Item>(items: readonly Item[]): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}
