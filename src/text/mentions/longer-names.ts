import type { EntityKind } from '../../ontology/vocabulary.ts';
import { SENTENCE, type Word } from '../fold/word.ts';
import { type Joint, jointBefore, type Run, runFrom, runTo, shapeOf } from './joints.ts';
import {
  changingWords,
  compoundBeginnings,
  compoundEndings,
  joiningWords,
  titleWords,
  variantWords,
} from './variant-words.ts';

/** What the index says about the words around a place. */
export interface Surroundings {
  /** Words that running text uses as common words. */
  readonly ordinaryWords: ReadonlySet<string>;
  /** Words of the names of organizations. */
  readonly publisherWords: ReadonlySet<string>;
  /** The number of words in the longest label that starts at the word; 0 for none. */
  readonly labelFrom: (at: number) => number;
  /** Whether a label ends at the word. */
  readonly hasLabelTo: (at: number) => boolean;
}

/** Kinds with proper names: a longer name is the name of another entity. */
const properKinds = ['MODEL', 'ORGANIZATION', 'LICENSE', 'TOOL'] as const;
type ProperKind = (typeof properKinds)[number];

/** Kinds as the bits of a number. */
export type KindMask = number;

export function maskOf(kind: EntityKind): KindMask {
  const at = (properKinds as readonly EntityKind[]).indexOf(kind);
  return at < 0 ? 0 : 1 << at;
}

/** A place in a text, by its words. */
export interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  readonly first: number;
  readonly last: number;
}

/**
 * The kinds that the words at a place cannot name, because the words are part of a longer name:
 * "Phi-4" in "phi-4-mini-instruct", "DeepSeek" in "DeepSeek V4", "MIT" in "Modified MIT".
 */
export function longerNameKinds(place: Place, around: Surroundings): KindMask {
  const reader = new NeighborReader(place, around);
  let mask = 0;
  for (const kind of properKinds) {
    if (reader.goesOn(kind) || reader.startsBefore(kind)) mask |= maskOf(kind);
  }
  return mask;
}

const year = /^(?:19|20)\p{N}{2}$/u;
const participle = /(?:ed|ing)$/;
const capital = /^\p{Lu}/u;
const digit = /\p{N}/u;

class NeighborReader {
  readonly #place: Place;
  readonly #around: Surroundings;
  readonly #after: Joint;
  readonly #before: Joint;
  readonly #next: Run;
  readonly #previous: Run;

  constructor(place: Place, around: Surroundings) {
    const { text, words, first, last } = place;
    this.#place = place;
    this.#around = around;
    this.#after = jointBefore(text, words, last + 1);
    this.#before = jointBefore(text, words, first);
    this.#next = runFrom(words, last + 1);
    this.#previous = runTo(words, first - 1);
  }

  /** Whether the name goes on after the place. */
  goesOn(kind: ProperKind): boolean {
    switch (this.#after) {
      case 'HYPHEN':
        return this.#goesOnAfterHyphen(kind);
      case 'COLON':
        return kind === 'MODEL' && (this.#isVariant() || shapeOf(this.#next) !== 'WORD');
      case 'SPACE':
      case 'LINE':
        return this.#goesOnAfterSpace(kind);
      default:
        return false;
    }
  }

  /** Whether the name begins before the place. */
  startsBefore(kind: ProperKind): boolean {
    const word = this.#wordAt(this.#place.first - 1);
    if (this.#around.publisherWords.has(word)) return false;
    if (this.#before === 'HYPHEN') return !compoundBeginnings.has(word) && !joiningWords.has(word);
    if (this.#before !== 'SPACE') return false;
    if (kind === 'LICENSE') return changingWords.has(word);
    if (kind !== 'MODEL' || this.#around.hasLabelTo(this.#place.first - 1)) return false;
    return variantWords.has(word)
      ? this.#variantBelongs(this.#place.first - 1)
      : this.#namesBefore();
  }

  #goesOnAfterHyphen(kind: ProperKind): boolean {
    const { first, cased } = this.#next;
    const word = this.#wordAt(first);
    if (compoundEndings.has(word)) return false;
    if (joiningWords.has(word)) return this.#wordAt(first + 1) === 'later';
    if (kind === 'MODEL') return true;
    if (kind === 'ORGANIZATION' && this.#around.labelFrom(first) > 0) return false;
    return digit.test(cased) || !participle.test(this.#place.words[first]?.plain ?? '');
  }

  #goesOnAfterSpace(kind: ProperKind): boolean {
    const { first } = this.#next;
    const labelWords = this.#around.labelFrom(first);
    if (this.#isVariant()) {
      if (kind === 'MODEL') return labelWords < 2;
      if (kind !== 'ORGANIZATION') return kind === 'TOOL' && this.#isUnknownName(this.#next);
      return this.#variantBelongs(first) && labelWords < 2;
    }
    if (labelWords > 0) return false;
    switch (shapeOf(this.#next)) {
      case 'CODE':
        return kind !== 'TOOL';
      case 'NUMBER':
        return kind !== 'TOOL' && this.#numberBelongs(kind);
      default:
        if (this.#after === 'LINE' || kind === 'ORGANIZATION') return false;
        if (kind === 'LICENSE' && this.#endsInNumber()) return false;
        return this.#isUnknownName(this.#next);
    }
  }

  /**
   * Whether a number belongs to the name before it. To a name without a number belongs any number
   * but a year. To a name with a number belongs only a date.
   */
  #numberBelongs(kind: ProperKind): boolean {
    const { cased, first, last } = this.#next;
    if (year.test(cased)) return false;
    if (kind === 'ORGANIZATION' || !this.#endsInNumber()) return true;
    return kind === 'MODEL' && first === last && (cased.length > 3 || cased.startsWith('0'));
  }

  /**
   * Whether a variant word belongs to the name: it has a capital, or the name has none. Examples:
   * "Mini Phi-4", "mini phi 4".
   */
  #variantBelongs(at: number): boolean {
    const { words, first, last } = this.#place;
    if (capital.test(words[at]?.cased ?? '')) return true;
    return words.slice(first, last + 1).every(({ cased }) => cased === cased.toLowerCase());
  }

  /** Whether the name begins with the capitalized word before, which a number may follow. */
  #namesBefore(): boolean {
    const { words } = this.#place;
    if (shapeOf(this.#previous) === 'WORD') {
      return words[this.#previous.first]?.gap !== SENTENCE && this.#isUnknownName(this.#previous);
    }
    const joint = jointBefore(this.#place.text, words, this.#previous.first);
    if (joint !== 'SPACE' && joint !== 'HYPHEN') return false;
    return this.#isUnknownName(runTo(words, this.#previous.first - 1));
  }

  #isVariant(): boolean {
    return variantWords.has(this.#wordAt(this.#next.first));
  }

  /** Whether the run is a capitalized word that running text does not use as a common word. */
  #isUnknownName({ first, cased }: Run): boolean {
    const word = this.#wordAt(first);
    if (!capital.test(cased) || cased === cased.toUpperCase()) return false;
    const { ordinaryWords, publisherWords } = this.#around;
    return !ordinaryWords.has(word) && !publisherWords.has(word) && !titleWords.has(word);
  }

  #endsInNumber(): boolean {
    return digit.test(runTo(this.#place.words, this.#place.last).cased);
  }

  #wordAt(at: number): string {
    return this.#place.words[at]?.text ?? '';
  }
}
