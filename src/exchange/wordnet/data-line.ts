import { meaningOf, type PointerMeaning } from './pointers.ts';

/** A part of speech, by its letter in pointers. Satellites count as adjectives. */
export type PartOfSpeech = 'n' | 'v' | 'a' | 'r';

/** A pointer to another synset. */
interface Pointer {
  readonly meaning: PointerMeaning;
  /** The part of speech and offset: "n02086723". */
  readonly target: string;
  /** Whether the pointer is between two words, and not between the synsets. */
  readonly lexical: boolean;
}

/** A set of words with one meaning: a line of a data file. */
export interface Synset {
  /** The part of speech and offset: "n02086723". */
  readonly id: string;
  /** At least one word, without markers, with spaces for underscores. */
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
  /** The meaning, without the examples. */
  readonly definition: string;
}

/** A problem in a line, with its column (from 1). */
interface LineProblem {
  readonly column: number;
  readonly message: string;
}

class BadField extends Error {
  readonly column: number;
  constructor(column: number, message: string) {
    super(message);
    this.column = column;
  }
}

/** The fields of a line before its gloss, one after another. */
class Fields {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get column(): number {
    return this.#at + 1;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Returns the next field. Throws if it does not match the form. */
  take(form: RegExp, expected: string): string {
    const column = this.column;
    const space = this.#text.indexOf(' ', this.#at);
    const end = space < 0 ? this.#text.length : space;
    const field = this.#text.slice(this.#at, end);
    if (!form.test(field)) {
      const found = field === '' ? 'nothing' : JSON.stringify(field.slice(0, 40));
      throw new BadField(column, `expected ${expected}, found ${found}`);
    }
    this.#at = end + 1;
    return field;
  }

  /** Reads a count, then as many groups of fields. */
  counted<Item>(form: RegExp, expected: string, radix: 10 | 16, item: () => Item): Item[] {
    const count = Number.parseInt(this.take(form, expected), radix);
    return Array.from({ length: count }, item);
  }
}

const offset = /^\d{8}$/;
const twoDigits = /^\d{2}$/;
const hexWord = /^[0-9a-f]{4}$/i;
const marker = /\((?:a|p|ip)\)$/;
const offsetText = 'an offset of eight digits';

/**
 * Reads one line of a data file in the format of wndb(5): offset, lexicographer file, type, words,
 * pointers, verb frames, and the gloss after a bar.
 */
export function readDataLine(line: string, partOfSpeech: PartOfSpeech): Synset | LineProblem {
  const bar = line.indexOf(' | ');
  if (bar < 0) return { column: line.length + 1, message: 'expected " | " and a gloss' };
  const fields = new Fields(line.slice(0, bar).trimEnd());
  try {
    const own = fields.take(offset, offsetText);
    fields.take(twoDigits, 'the number of a lexicographer file, two digits');
    const types = partOfSpeech === 'a' ? /^[as]$/ : new RegExp(`^${partOfSpeech}$`);
    fields.take(types, `the type of a synset of this file, ${partOfSpeech}`);
    const words = fields.counted(
      /^(?!00)[0-9a-f]{2}$/i,
      'the number of words, two hexadecimal digits',
      16,
      () => wordIn(fields),
    );
    const pointers = fields.counted(/^\d{3}$/, 'the number of pointers, three digits', 10, () =>
      pointerIn(fields),
    );
    if (partOfSpeech === 'v') {
      fields.counted(twoDigits, 'the number of verb frames, two digits', 10, () => {
        fields.take(/^\+$/, 'a "+" before a verb frame');
        fields.take(twoDigits, 'a verb frame, two digits');
        fields.take(/^[0-9a-f]{2}$/i, 'the word of a verb frame, two hexadecimal digits');
      });
    }
    if (!fields.ended) throw new BadField(fields.column, 'expected the gloss here, after " | "');
    const definition = definitionIn(line.slice(bar + 3));
    return { id: partOfSpeech + own, words, pointers, definition };
  } catch (error) {
    if (!(error instanceof BadField)) throw error;
    return { column: error.column, message: error.message };
  }
}

/** Whether the line was read without a problem. */
export function isSynset(read: Synset | LineProblem): read is Synset {
  return 'words' in read;
}

function wordIn(fields: Fields): string {
  const word = fields.take(/^\S+$/, 'a word');
  fields.take(/^[0-9a-f]$/i, 'the sense of the word, a hexadecimal digit');
  return word.replace(marker, '').replaceAll('_', ' ');
}

function pointerIn(fields: Fields): Pointer {
  const { column } = fields;
  const symbol = fields.take(/^\S+$/, 'a pointer');
  const meaning = meaningOf(symbol);
  if (meaning === null) throw new BadField(column, `expected a pointer symbol, found "${symbol}"`);
  const target = fields.take(offset, offsetText);
  const partOfSpeech = fields.take(/^[nvar]$/, 'a part of speech: n, v, a or r');
  const ends = fields.take(hexWord, 'the words of the pointer, four hexadecimal digits');
  return { meaning, target: partOfSpeech + target, lexical: ends !== '0000' };
}

/** A gloss has a meaning, then examples in quotation marks. */
function definitionIn(gloss: string): string {
  const text = gloss.trim();
  const example = text.search(/;\s*"/);
  return (example < 0 ? text : text.slice(0, example)).trim();
}
