import { compactKey } from '../fold/fold.ts';
import type { Kinds, LabelIndex } from './label-index.ts';
import type { SearchQuery } from './search-words.ts';
import { formsOf, spellingsOf, type WordChoices } from './spellings.ts';
import { gradeOf, inflectedDetail, type LabelMatch, type MatchTier, tierFor } from './tiers.ts';

/** How many entities the labels may give: far more than anybody pages through. */
export const maxLabelMatches = 500;

/** How many labels with the rarest word are read for the other words, the most connected first. */
const maxLabelsLookedAt = 5000;

/**
 * The entities one of whose labels fits the query, each with its best fit: the label itself, its
 * beginning or end, all its words in any order or form, or one of these but for a mistake.
 */
export function matchLabels(index: LabelIndex, query: SearchQuery, kinds: Kinds): LabelMatch[] {
  if (query.words.length === 0) return [];
  const matches = new Map<number, LabelMatch>();
  const isWanted = index.kindTest(kinds);
  const offer = (label: number, tier: MatchTier, detail: number) => {
    if (isWanted?.(label) === false || !hasPhrases(index, label, query)) return;
    const entity = index.entityOf(label);
    const known = matches.get(entity);
    const match = { entity, label, tier, detail };
    if (known === undefined || gradeOf(match) < gradeOf(known)) matches.set(entity, match);
  };
  const offerAsFound = (label: number) => {
    const found = index.labels[label];
    if (found === undefined) return;
    const kind = index.entities[index.entityOf(label)]?.kind ?? 'TERM';
    const { tier, detail } = tierFor(found, query, kind);
    offer(label, tier, detail);
  };

  for (const label of index.compact.of(query.compact)) offerAsFound(label);
  for (const text of new Set([query.folded, query.plain])) {
    for (const filed of [index.starts, index.rests]) {
      for (const beginning of [`${text} `, text]) {
        const range = filed.keys.prefixed(beginning);
        filed.smallestWithin(range, maxLabelMatches, isWanted).forEach(offerAsFound);
      }
    }
  }
  const choices = query.words.map((word) => ({ known: true, words: [word.text] }));
  for (const label of labelsWithAll(index, choices, query.open)) offerAsFound(label);
  const forms = query.words.map((word) => formsOf(index, word));
  if (forms.some(({ words }) => words.length > 1)) {
    for (const label of labelsWithAll(index, forms, false)) {
      const found = index.labels[label];
      if (found !== undefined) offer(label, 'INFLECTED', inflectedDetail(found, query));
    }
  }
  for (const { label, tier, detail } of misspelled(index, query)) offer(label, tier, detail);

  return [...matches.values()]
    .sort((a, b) => gradeOf(a) - gradeOf(b) || a.entity - b.entity)
    .slice(0, maxLabelMatches);
}

/** Labels that are the query but for one mistake, as a whole or in each of its words. */
function* misspelled(index: LabelIndex, query: SearchQuery): Generator<Omit<LabelMatch, 'entity'>> {
  if (query.compact.length >= 4) {
    for (const range of index.compact.keys.near(query.compact)) {
      for (const label of index.compact.within(range)) {
        yield { label, tier: 'SPELLING', detail: roleOf(index, label) };
      }
    }
  }
  const choices = query.words.map((word) => spellingsOf(index, word));
  if (choices.every((choice) => choice.words.length === 1)) return;
  const tier = choices.every((choice) => choice.known || choice.words.length > 1)
    ? 'SPELLING'
    : 'FAR';
  for (const label of labelsWithAll(index, choices, false)) {
    yield { label, tier, detail: 3 + roleOf(index, label) };
  }
}

function roleOf(index: LabelIndex, label: number): number {
  return index.labels[label]?.role === 'NAME' ? 0 : 1;
}

/** Labels that have one of the choices for every word; the last may be a beginning. */
function* labelsWithAll(
  index: LabelIndex,
  choices: readonly WordChoices[],
  open: boolean,
): Generator<number> {
  const complete = open && choices.length > 1 ? choices.slice(0, -1) : choices;
  const lists = complete.map(({ words }) => words.map((word) => index.words.of(word)));
  const sizes = lists.map((list) => list.reduce((sum, labels) => sum + labels.length, 0));
  const rarest = sizes.indexOf(Math.min(...sizes));
  const last = choices.length - 1;
  let looked = 0;
  let found = 0;
  for (const labels of lists[rarest] ?? []) {
    for (const label of labels) {
      looked += 1;
      if (looked > maxLabelsLookedAt || found >= maxLabelMatches) return;
      const text = ` ${index.labels[label]?.folded ?? ''} `;
      const plain = ` ${index.labels[label]?.plain ?? ''} `;
      const hasAll = choices.every(({ words }, at) =>
        words.some((word) =>
          open && at === last
            ? text.includes(` ${word}`) || plain.includes(` ${word}`)
            : text.includes(` ${word} `),
        ),
      );
      if (!hasAll) continue;
      found += 1;
      yield label;
    }
  }
}

function hasPhrases(index: LabelIndex, label: number, query: SearchQuery): boolean {
  if (query.phrases.length === 0) return true;
  const text = ` ${index.labels[label]?.folded ?? ''} `;
  return query.phrases.every((phrase) => text.includes(` ${phrase.join(' ')} `));
}

/** Entities whose name or alias stands in the query, word for word, with the words it takes. */
export function labelsWithin(
  index: LabelIndex,
  query: SearchQuery,
): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (let first = 0; first < query.words.length; first += 1) {
    for (let end = first + 1; end <= query.words.length; end += 1) {
      const words = query.words.slice(first, end);
      for (const label of index.compact.of(compactKey(words))) {
        const entity = index.entityOf(label);
        if ((found.get(entity)?.length ?? 0) < words.length) {
          found.set(
            entity,
            words.map(({ text }) => text),
          );
        }
      }
    }
  }
  return found;
}
