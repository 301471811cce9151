import type { EntityKind } from '../../ontology/vocabulary.ts';
import { keepsCase } from './case-rule.ts';
import { type KindMask, maskOf } from './longer-names.ts';
import type { IndexedLabel, MentionIndex } from './mention-index.ts';
import type { StepCount } from './token-trie.ts';

/** Whom a place may mean at most: more are guesses that nobody reads through. */
export const mostMeanings = 10;

/** What the words at a place may mean: the same wherever they are written so. */
export interface Meanings {
  /** Entities that the words name by themselves, best first. */
  readonly named: readonly string[];
  /** Entities that they name where the text names them otherwise too, best first. */
  readonly generic: readonly string[];
  /** They would name something, were they not part of a longer name: nothing within names either. */
  readonly partOfLonger: boolean;
}

/** What of a place besides its words decides what they mean. */
export interface PlaceKind {
  /** It opens a sentence, where a capital says nothing. */
  readonly opens: boolean;
  /** A size follows, so that a model of another size is meant. */
  readonly sized: boolean;
  /** Kinds that it cannot name, because it stands in a longer name. */
  readonly longer: KindMask;
}

/**
 * The meanings of the places of one text. Words that many entities share are looked at once for
 * each way they are written, however often they come.
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

  /** Whether a proper name leads to the node: only such can be part of a longer one. */
  isProper(node: number): boolean {
    let proper = this.#proper.get(node);
    if (proper === undefined) {
      const { labels, trie } = this.#index;
      proper = trie.valuesAt(node).some((value) => maskOf(labels[value]?.kind ?? 'TERM') !== 0);
      this.#proper.set(node, proper);
    }
    return proper;
  }

  /** What the words mean that lead to the node of the trie, as they are written (`casedText`). */
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

/** Among names of equal role, a proper name written exactly so: "use Transformers". */
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
