import { entityId } from '../../src/ontology/ids.ts';
import type { RelationType } from '../../src/ontology/relations.ts';
import { encodeCursor } from '../../src/schema/fields/cursor.ts';
import { Random } from '../../test/support/random.ts';
import type { Variables } from '../workload/cell.ts';
import type { Vocabulary, VocabularyTerm } from './vocabulary.ts';

/** The subjects of the requests. They are the same for the whole and for the sample. */
export interface ExploreKeys {
  /** Terms from anywhere. */
  readonly any: readonly VocabularyTerm[];
  /** Terms with at least five relations, all of which are in the sample too. */
  readonly whole: readonly VocabularyTerm[];
  /** The terms with the most narrower terms. */
  readonly hubs: readonly VocabularyTerm[];
  readonly listStarts: readonly { readonly cursor: string; readonly sort: string }[];
  /** Texts in many names, and texts in few names. */
  readonly commonTexts: readonly string[];
  readonly rareTexts: readonly string[];
  /** Terms with a name of their own. */
  readonly names: readonly VocabularyTerm[];
  readonly paths: readonly { readonly from: string; readonly to: string }[];
  readonly requiring: readonly VocabularyTerm[];
  /** Running texts of about 2,000 characters. */
  readonly texts: readonly string[];
}

const seed = 20_261_124;
const many = 64;
const few = 16;
/** The rows of a page, and one more that shows whether there is a next page. */
const pageRows = 21;
const maxSteps = 10;

/** Chooses the keys from the sample, so that both sizes can answer them. */
export function chooseKeys(full: Vocabulary, sample: Vocabulary): ExploreKeys {
  const random = new Random(seed);
  const ids = [...sample.terms.keys()];
  const shuffled = random.permutation(ids.length).map((place) => ids[place] as string);
  const termOf = (id: string) => full.terms.get(id) as VocabularyTerm;
  const first = (count: number, isWanted: (id: string) => boolean) => {
    const found: VocabularyTerm[] = [];
    for (const id of shuffled) {
      if (found.length === count) break;
      if (isWanted(id)) found.push(termOf(id));
    }
    return found;
  };
  const counts = countNames(full);
  const names = first(many, (id) => isPlainName(termOf(id), counts));
  return {
    any: first(many, () => true),
    whole: first(many, (id) => isWhole(id, full, sample) && hasClearOrder(id, full)),
    hubs: hubsOf(shuffled, full, sample).slice(0, few),
    listStarts: listStarts(full, sample),
    commonTexts: commonTexts(names, full, sample),
    rareTexts: names.slice(0, few).map(({ sort }) => sort),
    names,
    paths: pathsBetween(shuffled, full, sample),
    requiring: first(many, (id) => sample.links.get(id)?.some(isRequirementOf(id)) === true),
    texts: Array.from({ length: few }, () =>
      Array.from({ length: 24 }, () => termOf(random.pick(ids)).summary).join('. '),
    ),
  };
}

function isRequirementOf(id: string) {
  return ({ type, from }: { type: RelationType; from: string }) =>
    type === 'REQUIRES' && from === id;
}

function countNames({ list }: Vocabulary): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sort, aliases } of list) {
    for (const name of new Set([sort, ...aliases.map((alias) => alias.toLowerCase())])) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Whether a name has only letters and spaces, is long enough to mistype, and belongs to one term.
 */
function isPlainName({ sort }: VocabularyTerm, counts: ReadonlyMap<string, number>): boolean {
  return /^[a-z]{4,}( [a-z]{4,})*$/.test(sort) && sort.length >= 8 && counts.get(sort) === 1;
}

function isWhole(id: string, full: Vocabulary, sample: Vocabulary): boolean {
  const degree = full.links.get(id)?.length ?? 0;
  return degree >= 5 && degree === sample.links.get(id)?.length;
}

/** Neighbors by type and direction, in the order of their names. */
function neighbors(id: string, { terms, links }: Vocabulary): readonly VocabularyTerm[][] {
  const sides = new Map<string, VocabularyTerm[]>();
  for (const { type, from, to } of links.get(id) ?? []) {
    const symmetric = type === 'RELATED_TO' || type === 'CONTRASTS_WITH';
    const key = `${type} ${symmetric ? '' : from === id}`;
    const neighbor = terms.get(from === id ? to : from) as VocabularyTerm;
    sides.set(key, [...(sides.get(key) ?? []), neighbor]);
  }
  return [...sides.values()].map((side) => side.sort((a, b) => (a.sort < b.sort ? -1 : 1)));
}

/** Whether the first rows have different names. The peer orders equal names in its own way. */
function isClear(rows: readonly VocabularyTerm[]): boolean {
  const page = rows.slice(0, pageRows);
  return new Set(page.map(({ sort }) => sort)).size === page.length;
}

function hasClearOrder(id: string, vocabulary: Vocabulary): boolean {
  return neighbors(id, vocabulary).every(isClear);
}

function hubsOf(ids: readonly string[], full: Vocabulary, sample: Vocabulary) {
  const narrower = (id: string, { terms, links }: Vocabulary) =>
    (links.get(id) ?? [])
      .filter(({ type, to }) => type === 'BROADER' && to === id)
      .map(({ from }) => terms.get(from) as VocabularyTerm)
      .sort((a, b) => (a.sort < b.sort ? -1 : 1));
  return ids
    .filter((id) => narrower(id, sample).length >= pageRows)
    .filter((id) => isClear(narrower(id, full)) && isClear(narrower(id, sample)))
    .sort((a, b) => narrower(b, full).length - narrower(a, full).length)
    .map((id) => full.terms.get(id) as VocabularyTerm);
}

/** Places of the list that are followed by a page without equal names, on both sizes. */
function listStarts(full: Vocabulary, sample: Vocabulary): ExploreKeys['listStarts'] {
  const placeOf = new Map(full.list.map(({ slug }, place) => [slug, place]));
  const places = sample.list.flatMap((start, place) => {
    const at = placeOf.get(start.slug) ?? 0;
    const end = pageRows + 1;
    const pages = [sample.list.slice(place, place + end), full.list.slice(at, at + end)];
    return pages.every((page) => page.length === end && isClear(page) && startsAlone(page))
      ? [start]
      : [];
  });
  const step = Math.max(1, Math.floor(places.length / many));
  return places
    .filter((_, index) => index % step === 0)
    .slice(0, many)
    .map(({ slug, sort }) => {
      const order = { name: 'sort+', type: 'string', ids: 'Term' } as const;
      const key = slug.slice(slug.indexOf('wn31-'));
      return { cursor: encodeCursor(order, { value: sort, id: entityId('TERM', key) }), sort };
    });
}

function startsAlone([start, next]: readonly VocabularyTerm[]): boolean {
  return start?.sort !== next?.sort;
}

/** Ends of names with a full page without equal names, on both sizes. */
function commonTexts(names: readonly VocabularyTerm[], ...sizes: readonly Vocabulary[]) {
  const texts = new Set(names.map(({ sort }) => sort.slice(-4).trim()));
  return [...texts]
    .filter((text) =>
      sizes.every(({ list }) => {
        const found = list.filter(({ folded }) => folded.includes(text));
        return found.length >= pageRows && isClear(found);
      }),
    )
    .slice(0, few);
}

/** Pairs within the maximum number of steps, on both sizes. */
function pathsBetween(ids: readonly string[], full: Vocabulary, sample: Vocabulary) {
  const pairs: { from: string; to: string }[] = [];
  for (let place = 0; place + 1 < ids.length && pairs.length < many; place += 2) {
    const [from, to] = [ids[place] as string, ids[place + 1] as string];
    if (![sample, full].every((size) => isNear(from, to, size))) continue;
    const slugOf = (id: string) => full.terms.get(id)?.slug ?? '';
    pairs.push({ from: slugOf(from), to: slugOf(to) });
  }
  return pairs;
}

function isNear(from: string, to: string, { links }: Vocabulary): boolean {
  const seen = new Set([from]);
  let level = [from];
  for (let depth = 0; depth < maxSteps && level.length > 0 && !seen.has(to); depth++) {
    const next: string[] = [];
    for (const id of level) {
      for (const link of links.get(id) ?? []) {
        const other = link.from === id ? link.to : link.from;
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    level = next;
  }
  return seen.has(to);
}

/** A name without one of its last letters. */
export function mistyped({ sort }: VocabularyTerm): string {
  const at = sort.length - 3;
  return sort.slice(0, at) + sort.slice(at + 1);
}

/** The longer words of a term's summary. */
export function wordsOf({ summary }: VocabularyTerm): string {
  const words = summary.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? [];
  return words.slice(0, 3).join(' ');
}

/** The beginnings of names while typing, from one letter to six. */
export function beginnings(terms: readonly VocabularyTerm[]): readonly Variables[] {
  return terms.map(({ sort }, index) => ({ prefix: sort.slice(0, 1 + (index % 6)) }));
}
