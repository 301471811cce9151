import type { CharacterClass, Folded } from './characters.ts';
import { foldWord } from './fold-word.ts';
import { type Gap, HARD, JOINED, SENTENCE, SOFT, type Word } from './word.ts';

interface Draft {
  plain: string;
  cased: string;
  readonly type: CharacterClass;
  readonly start: number;
  end: number;
  readonly gap: Gap;
  /** Whether the last two characters are a capital and a small s: "LLMs". */
  pluralOfCapitals: boolean;
  lastWasCapital: boolean;
}

/** Characters that end a sentence where white space follows. */
const stops = new Set('.!?…');
/** Characters that may stand between the end of a sentence and the space after it. */
const closers = new Set('"\'”’)]»*_~`');
/** Characters that end a sentence or paragraph by themselves. */
const fullStops = new Set('。！？\u2029');
const dividers = new Set(',;:|•·—、\t');
const lineEnds = new Set('\n\u2028\u0085');
const space = /\s/u;

/** Collects folded characters into words and records the gaps between them. */
export class WordCollector {
  readonly #words: Word[] = [];
  #open: Draft | null = null;
  #gap: Gap = SENTENCE;
  #stopped = false;
  #lines = 0;

  /** The class of the characters of the word being read, or null between words. */
  get openType(): CharacterClass | null {
    return this.#open?.type ?? null;
  }

  /** Whether the character before is part of a word, so that a sign here belongs to that word. */
  get touches(): boolean {
    return this.#gap === JOINED;
  }

  /** Adds a folded character to the current word. It stands in the text from `start` to `end`. */
  append({ type, text, capital }: Folded, start: number, end: number): void {
    const open = this.#open?.type === type ? this.#open : this.#begin(type, start);
    open.pluralOfCapitals =
      text === 's' && !capital && open.lastWasCapital && open.plain.length > 1;
    open.lastWasCapital = capital;
    open.plain += text;
    open.cased += capital ? text.toUpperCase() : text;
    open.end = end;
    this.#open = open;
  }

  /** Adds a character that is a word by itself. */
  single(folded: Folded, start: number, end: number): void {
    this.close();
    this.append(folded, start, end);
    this.close();
  }

  /** Extends the current word by a mark on its last letter. */
  extend(end: number): void {
    if (this.#open !== null) this.#open.end = end;
  }

  /** Adds a separator, given as written and in its plain form. */
  part(written: string, plain: string): void {
    this.close();
    this.widen(SOFT);
    if (lineEnds.has(plain)) this.#lines += 1;
    const isSpace = space.test(plain);
    if (fullStops.has(written) || this.#lines > 1 || (this.#stopped && isSpace)) {
      this.widen(SENTENCE);
    } else if (dividers.has(plain)) {
      this.widen(HARD);
    }
    if (stops.has(plain)) this.#stopped = true;
    else if (!isSpace && !closers.has(plain)) this.#stopped = false;
  }

  /** Makes the gap before the next word at least this wide. */
  widen(gap: Gap): void {
    if (gap > this.#gap) this.#gap = gap;
  }

  /** Ends the current word, if there is one. */
  close(): void {
    const open = this.#open;
    if (open === null) return;
    const { cased, start, end, gap } = open;
    const plain =
      open.pluralOfCapitals && open.plain.length > 2 ? open.plain.slice(0, -1) : open.plain;
    this.#words.push({ text: foldWord(plain), plain, cased, start, end, gap });
    this.#open = null;
  }

  words(): Word[] {
    this.close();
    return this.#words;
  }

  #begin(type: CharacterClass, start: number): Draft {
    this.close();
    const inside = start < (this.#words.at(-1)?.end ?? 0);
    const gap = inside ? JOINED : this.#gap;
    this.#gap = JOINED;
    this.#stopped = false;
    this.#lines = 0;
    const flags = { pluralOfCapitals: false, lastWasCapital: false };
    return { plain: '', cased: '', type, start, end: start, gap, ...flags };
  }
}
