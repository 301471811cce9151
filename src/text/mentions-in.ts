import { inTurns } from '../base/in-turns.ts';
import { alone, type Turn } from '../base/turns.ts';
import { compactKey } from './fold/fold.ts';
import type { Word } from './fold/word.ts';
import { readingWords } from './fold/words.ts';
import { canBegin } from './mentions/boundaries.ts';
import { findingMentions } from './mentions/find-mentions.ts';
import type { Mention, MentionLabel } from './mentions/label.ts';
import { buildMentionIndex, longestLabel } from './mentions/mention-index.ts';
import { shortWord } from './search/search-words.ts';
import type { Kinds, LabelRow, TextSource, WordRow } from './search/text-source.ts';

/** The number of places in a text that one statement asks for. */
const placesAtOnce = 1500;
/** The most labels read for one name. */
const labelsOfName = 100;

/**
 * The first statement looks for names of fewer words than the first number, the second statement
 * for names below the second number, and so on.
 */
const steps = [2, 5, longestLabel + 1] as const;

/**
 * The entities that a text names, in text order, without overlap. The source is first asked for
 * short names at each place. Only where a longer label begins there is it asked for longer names.
 * The rules are those of `findMentions`.
 */
export async function mentionsIn(
  source: TextSource,
  text: string,
  kinds: Kinds,
  turn: Turn = alone,
): Promise<Mention[]> {
  const words = await inTurns(readingWords(text), turn);
  const found = new NamesOfText(source, text, words);
  await found.read(turn);
  const index = await inTurns(buildMentionIndex(found.labels(), found.words()), turn);
  return inTurns(findingMentions(index, text, kinds === null ? {} : { kinds }), turn);
}

/**
 * A place where a name may start. It gives the key of the given number of words from there, or null
 * where the text ends before.
 */
type Place = (words: number) => string | null;

class NamesOfText {
  readonly #source: TextSource;
  readonly #places: readonly Place[];
  readonly #distinct: readonly string[];
  readonly #labels = new Map<string, MentionLabel>();
  readonly #words = new Map<string, WordRow>();

  constructor(source: TextSource, text: string, words: readonly Word[]) {
    this.#source = source;
    const short = words.map((word) => ({ text: shortWord(word.text) }));
    this.#distinct = [...new Set(short.map((word) => word.text))];
    const placeAt = (at: number) => (count: number) =>
      at + count > short.length ? null : compactKey(short.slice(at, at + count));
    this.#places = words.flatMap((_, at) => (canBegin(text, words, at) ? [placeAt(at)] : []));
  }

  async read(turn: Turn): Promise<void> {
    for (let at = 0; at < this.#distinct.length; at += placesAtOnce) {
      await turn.pause();
      const { words } = await this.#source.words({
        words: this.#distinct.slice(at, at + placesAtOnce),
      });
      for (const row of words) this.#words.set(row.word, row);
    }
    for (let at = 0; at < this.#places.length; at += placesAtOnce) {
      await turn.pause();
      await this.#readPlaces(this.#places.slice(at, at + placesAtOnce));
    }
  }

  labels(): readonly MentionLabel[] {
    return [...this.#labels.values()];
  }

  /** What the source knows about the words of the text, with the names found in it. */
  words() {
    const those = (name: 'common' | 'terms' | 'publishers') =>
      new Set([...this.#words.values()].filter((row) => row[name] > 0).map(({ word }) => word));
    return {
      ordinaryWords: those('common'),
      commonNames: those('terms'),
      publisherWords: those('publishers'),
    };
  }

  async #readPlaces(places: readonly Place[]): Promise<void> {
    let left = places;
    let from = 1;
    for (const to of steps) {
      const keys = new Set<string>();
      for (const place of left) {
        for (let count = from; count < to; count += 1) {
          const key = place(count);
          if (key !== null) keys.add(key);
        }
      }
      // Only places where a label goes on need the next statement.
      const heads = to > longestLabel ? [] : left.flatMap((place) => place(to) ?? []);
      const [, found] = await Promise.all([
        this.#readLabels([...keys]),
        this.#source.heads([...new Set(heads)]),
      ]);
      left = left.filter((place) => found.has(place(to) ?? ''));
      if (left.length === 0) return;
      from = to;
    }
  }

  async #readLabels(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const probe = { op: 'named', keys, limit: labelsOfName } as const;
    const [rows = []] = await this.#source.labels([probe], null);
    for (const row of rows) {
      const { entity, role, text } = row;
      this.#labels.set(JSON.stringify([entity.id, role, text]), labelOf(row));
    }
  }
}

function labelOf({ entity, role, text }: LabelRow): MentionLabel {
  const { id, kind, degree, name } = entity;
  return { text, entityId: id, kind, role, degree, entityName: name };
}
