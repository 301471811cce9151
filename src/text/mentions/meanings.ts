import type { EntityKind } from '../../ontology/vocabulary.ts';
import { keepsCase } from './case-rule.ts';
import { type KindMask, maskOf } from './longer-names.ts';
import type { IndexedLabel, MentionIndex } from './mention-index.ts';
import type { StepCount } from './token-trie.ts';

/** The most meanings that one mention lists. A longer list is guesswork. */
export const mostMeanings = 10;

/**
 * What words at a place may mean. Places of one kind with words written alike share the meanings.
 */
export interface Meanings {
  /** Entities that the words name by themselves, best first. */
  readonly named: readonly string[];
  /** Entities that the words name only if the text also names them by another label, best first. */
  readonly generic: readonly string[];
  /**
   * Whether the words would name an entity if they were not part of a longer name. Shorter names
   * inside them then do not count either.
   */
  readonly partOfLonger: boolean;
}

/** The facts about a place that decide, with its words, what the words mean. */
interface PlaceKind {
  /** Whether the place begins a sentence, where a capital letter does not mark a name. */
  readonly opens: boolean;
  /** Whether a size follows, so that the text means a model of that size. */
  readonly sized: boolean;
  /** Kinds that the place cannot name, because it is part of a longer name. */
  readonly longer: KindMask;
}

/**
 * The meanings of the places in one text. Words that many entities share are looked up once for
 * each way of writing them.
 */
export class MeaningsOfPlaces {
  readonly #index: MentionIndex;
  readonly #kinds: readonly EntityKind[] | undefined;
  readonly #count: StepCount;
  readonly #known = new Map<string, Meanings>();
  readonly #proper = new Map<number, boolean>();

  constructor(index: MentionIndex, kinds: readonly EntityKind[] | undefined, count: StepCount) {
    this.#index = index;
    this.#kinds = kinds;
    this.#count = count;
  }

  /**
   * Whether the labels at the node include a proper name. Only a proper name can be part of a
   * longer one.
   */
  isProper(node: number): boolean {
    let proper = this.#proper.get(node);
    if (proper === undefined) {
      const { labels, trie } = this.#index;
      proper = trie.valuesAt(node).some((value) => maskOf(labels[value]?.kind ?? 'TERM') !== 0);
      this.#proper.set(node, proper);
    }
    return proper;
  }

  /**
   * The meanings of the words that lead to the node of the trie, written as given (`casedText`).
   */
  at(node: number, written: string, place: PlaceKind): Meanings {
    const key = `${node}/${Number(place.opens)}${Number(place.sized)}${place.longer}/${written}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const readings = this.#labels(node, written, place);
    const labels = readings.filter(({ kind }) => (maskOf(kind) & place.longer) === 0);
    const named = labels.filter(({ generic }) => !generic);
    const meanings = {
      partOfLonger: labels.length < readings.length,
      named: entitiesOf(literalFirst(named, written)).slice(0, mostMeanings),
      generic: entitiesOf(labels.filter(({ generic }) => generic)),
    };
    this.#known.set(key, meanings);
    return meanings;
  }

  #labels(node: number, written: string, { opens, sized }: PlaceKind): IndexedLabel[] {
    const labels: IndexedLabel[] = [];
    for (const value of this.#index.trie.valuesAt(node)) {
      this.#count.steps += 1;
      const label = this.#index.labels[value];
      if (label === undefined || this.#kinds?.includes(label.kind) === false) continue;
      if (label.ordinary && opens) continue;
      if (label.kind === 'MODEL' && sized) continue;
      if (keepsCase(label.rule, label.cased, written)) labels.push(label);
    }
    return labels;
  }
}

/**
 * Moves proper names written exactly as in the text to the front, among labels of the best role:
 * "use Transformers".
 */
function literalFirst(labels: readonly IndexedLabel[], written: string): readonly IndexedLabel[] {
  const [best] = labels;
  if (best === undefined || labels.length === 1) return labels;
  const isLiteral = (label: IndexedLabel) =>
    label.role === best.role && label.rule !== 'ANY' && label.cased === written;
  const literal = labels.filter(isLiteral);
  return literal.length === 0
    ? labels
    : [...literal, ...labels.filter((label) => !isLiteral(label))];
}

function entitiesOf(labels: readonly IndexedLabel[]): readonly string[] {
  return [...new Set(labels.map(({ entityId }) => entityId))];
}
