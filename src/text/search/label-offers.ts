import { stem } from '../fold/stem.ts';
import { beginningWith, goingOnAfter, isKey, type KeyRange } from './label-keys.ts';
import { oneMistakeAway } from './mistakes.ts';
import type { QueryWord, SearchQuery } from './search-words.ts';
import type { KeyPlace } from './shelves.ts';
import type { LabelProbe, LabelRow, WordRow } from './text-source.ts';
import { inflectedDetail, type LabelFit, tierFor } from './tiers.ts';
import { mostUsedFirst, type Vocabulary } from './vocabulary.ts';

/** The most labels ranked for each probe. Nobody pages through more. */
const mostCandidates = 200;
/** The same for labels that have the query at a later word. */
const mostWithLater = 100;
/**
 * The most labels with the rarest word that are checked for the other words, the most connected
 * first.
 */
const mostLabelsLookedAt = 1000;
/** The shortest word or text that is corrected. A shorter one has too many neighbors. */
export const shortestMisspelled = 4;
const mostSpellings = 32;
/** The most words of a query that are corrected. With more, no correction is tried. */
const mostMisspelled = 4;

/** A probe for labels, with a function that says how a found label fits. */
export interface LabelOffer {
  readonly probe: LabelProbe;
  readonly fit: (row: LabelRow) => LabelFit;
}

/** The words that a word of a query may stand for. */
interface WordChoices {
  /** Whether some label has the word as it is. */
  readonly known: boolean;
  readonly words: readonly string[];
}

/** Probes for labels that equal the query, begin with it, or have it at a later word. */
export function offersAsTyped(query: SearchQuery): LabelOffer[] {
  const fit = (row: LabelRow) => tierFor(row, query, row.entity.kind);
  const keys = (place: KeyPlace, range: KeyRange) =>
    ({
      op: 'keys',
      place,
      range,
      limit: place === 'FIRST' ? mostCandidates : mostWithLater,
    }) as const;
  const probes: LabelProbe[] = [{ op: 'equal', keys: [query.compact], limit: mostCandidates }];
  for (const text of new Set([query.folded, query.plain].filter(isKey))) {
    for (const place of ['FIRST', 'LATER'] as const) {
      probes.push(keys(place, goingOnAfter(text)), keys(place, beginningWith(text)));
    }
  }
  return probes.map((probe) => ({ probe, fit }));
}

/** Probes for labels with all words of the query in any order, as typed and in other forms. */
export function offersByWords(
  query: SearchQuery,
  vocabulary: Vocabulary,
  forms: readonly (readonly WordRow[])[],
): LabelOffer[] {
  const exact = query.words.map(({ text }) => choiceOf(text, vocabulary));
  const offers = offersWithAll(exact, vocabulary, query.open, (row) =>
    tierFor(row, query, row.entity.kind),
  );
  const others = query.words.map(({ text }, at) => ({
    known: vocabulary.labels(text) > 0,
    words: [...new Set([text, ...(forms[at] ?? []).map(({ word }) => word)])],
  }));
  if (others.every(({ words }) => words.length === 1)) return offers;
  const counts = countsOf(vocabulary, forms.flat());
  const inflected = (row: LabelRow): LabelFit => ({
    tier: 'INFLECTED',
    detail: inflectedDetail(row, query),
  });
  return [...offers, ...offersWithAll(others, counts, false, inflected)];
}

function choiceOf(text: string, vocabulary: Pick<Vocabulary, 'labels'>): WordChoices {
  return { known: vocabulary.labels(text) > 0, words: [text] };
}

/** Probes for labels that are the query but for one mistake, both without spaces. */
export function offersNearWhole(query: SearchQuery): LabelOffer[] {
  if (query.compact.length < shortestMisspelled) return [];
  const keys = oneMistakeAway(query.compact);
  if (keys.length === 0) return [];
  const probe = { op: 'equal', keys, limit: mostCandidates } as const;
  return [{ probe, fit: (row) => ({ tier: 'SPELLING', detail: roleOf(row) }) }];
}

/**
 * Probes for labels with all words of the query, some of them misspelled. `near` has the known
 * words near each misspelled word.
 */
export function offersMisspelled(
  query: SearchQuery,
  vocabulary: Vocabulary,
  near: ReadonlyMap<string, readonly WordRow[]>,
): LabelOffer[] {
  const choices = query.words.map(({ text }) => {
    const spellings = mostUsedFirst(near.get(text) ?? []).slice(0, mostSpellings);
    return { known: vocabulary.labels(text) > 0, words: [...new Set([text, ...spellings])] };
  });
  if (choices.every(({ words }) => words.length === 1)) return [];
  const all = choices.every(({ known, words }) => known || words.length > 1);
  const tier = all ? 'SPELLING' : 'FAR';
  const counts = countsOf(vocabulary, [...near.values()].flat());
  return offersWithAll(choices, counts, false, (row) => {
    return { tier, detail: 3 + roleOf(row), together: standTogether(row.folded, choices) };
  });
}

/**
 * The words that no label has and that are long enough to be misspelled, each with the texts near
 * it.
 */
export function misspellingsOf(
  query: SearchQuery,
  vocabulary: Vocabulary,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { text, plain } of query.words) {
    if (vocabulary.labels(text) > 0 || text.length < shortestMisspelled) continue;
    if (found.size === mostMisspelled) return new Map();
    found.set(text, nearWord({ text, plain }));
  }
  return found;
}

/** All texts one mistake away from a word, as folded or as typed. */
export function nearWord({ text, plain }: QueryWord): readonly string[] {
  return [...new Set([text, plain].flatMap(oneMistakeAway))];
}

/** The stems of the words of a query. */
export function stemsOf(query: SearchQuery): readonly string[] {
  return query.words.map(({ text }) => stem(text));
}

/** Whether a label has a choice for each word, side by side in the order of the query. */
function standTogether(folded: string, choices: readonly WordChoices[]): boolean {
  const words = folded.split(' ');
  return words.some((_, first) =>
    choices.every((choice, at) => choice.words.includes(words[first + at] ?? '')),
  );
}

function roleOf(row: LabelRow): number {
  return row.role === 'NAME' ? 0 : 1;
}

function countsOf(vocabulary: Vocabulary, rows: readonly WordRow[]): Pick<Vocabulary, 'labels'> {
  const more = new Map(rows.map(({ word, labels }) => [word, labels]));
  return { labels: (word) => more.get(word) ?? vocabulary.labels(word) };
}

/**
 * Probes for labels that have one of the choices for every word. The last word may be unfinished.
 */
function offersWithAll(
  choices: readonly WordChoices[],
  counts: Pick<Vocabulary, 'labels'>,
  open: boolean,
  fit: LabelOffer['fit'],
): LabelOffer[] {
  const complete = open && choices.length > 1 ? choices.slice(0, -1) : choices;
  const sizes = complete.map(({ words }) =>
    words.reduce((sum, word) => sum + counts.labels(word), 0),
  );
  const fewest = Math.min(...sizes);
  if (fewest === 0) return [];
  const heads = complete[sizes.indexOf(fewest)]?.words.filter((word) => counts.labels(word) > 0);
  const last = choices.length - 1;
  const groups = choices.map(({ words }, at) =>
    words.map((word) => (open && at === last ? ` ${word}` : ` ${word} `)),
  );
  return [
    {
      probe: {
        op: 'words',
        heads: heads ?? [],
        groups,
        looked: mostLabelsLookedAt,
        limit: mostCandidates,
      },
      fit,
    },
  ];
}

/** Whether a label contains at least one part of each group. */
export function hasAll(
  label: Pick<LabelRow, 'folded' | 'plain'>,
  groups: readonly (readonly string[])[],
): boolean {
  const text = ` ${label.folded} `;
  const plain = label.plain === label.folded ? '' : ` ${label.plain} `;
  return groups.every((parts) => parts.some((part) => text.includes(part) || plain.includes(part)));
}
