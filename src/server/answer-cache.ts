import type { DocumentNode, ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { madeOnce } from '../base/made-once.ts';

/** The counts of the answer cache. */
export interface AnswerCounts {
  readonly hits: number;
  readonly misses: number;
  /** Hits that stayed valid although something was written. */
  readonly lifted: number;
  /** Misses because a write changed what the answer rested on. */
  readonly dropped: number;
  /** The bytes held now. */
  readonly bytes: number;
}

/** The counts of a server without an answer cache. */
export const noAnswers: AnswerCounts = { hits: 0, misses: 0, lifted: 0, dropped: 0, bytes: 0 };

/** What an answer rests on. */
export interface AnswerGround {
  /** Whether the answer is still valid. See `Standing`. */
  check(): 'same' | 'lifted' | 'changed';
  /** The size of the ground, in bytes. */
  readonly bytes: number;
}

/** Everything that an answer depends on. */
export interface Question {
  /**
   * The generation of the graph, with everything else that answers depend on besides its content.
   * See ServedGraph. Null means not known.
   */
  readonly generation: string | null;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A result with its own serializer, which Yoga calls by this name. */
type Written = ExecutionResult & { readonly stringify: (result: ExecutionResult) => string };

interface Answer {
  readonly text: string;
  readonly ground: AnswerGround;
}

/** What an answer takes beside its texts and its ground: objects, headers of strings, its place in the cache. */
const bytesOfAnswer = 250;
/** Questions with longer variables are not cached. */
const maxVariablesLength = 4096;

/**
 * Caches answers as text. An answer is valid for the same question as long as what it rests on does
 * not change. Executing and serializing a page of 400 rows takes four times as long as sending the
 * cached text.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, Answer>;
  readonly #documents = new WeakMap<DocumentNode, number>();
  #documentCount = 0;
  #hits = 0;
  #misses = 0;
  #lifted = 0;
  #dropped = 0;

  /** Holds at most this many bytes. An answer above a sixteenth of them is not cached. */
  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.max(1, Math.floor(maxBytes / 16)),
      sizeCalculation: ({ text, ground }, key) =>
        bytesOfAnswer + 2 * (text.length + key.length) + ground.bytes,
    });
  }

  /** The key of a question; null if its answer must not be cached. */
  keyOf({ generation, document, operationName, variables }: Question): string | null {
    if (generation === null) return null;
    const values = JSON.stringify(variables);
    if (values.length > maxVariablesLength) return null;
    const number = madeOnce(this.#documents, document, () => this.#documentCount++);
    // A template would keep all its parts: V8 joins them only when the text is read.
    return [generation, number, operationName ?? '', values].join('/');
  }

  /** The cached answer if it is still valid; otherwise null. */
  get(key: string): Written | null {
    const answer = this.#answers.get(key);
    const standing = answer?.ground.check();
    if (answer === undefined || standing === 'changed') {
      this.#misses += 1;
      if (answer !== undefined) this.#dropped += 1;
      this.#answers.delete(key);
      return null;
    }
    this.#hits += 1;
    if (standing === 'lifted') this.#lifted += 1;
    const { text } = answer;
    return { data: {}, stringify: () => text };
  }

  /**
   * Returns the result, and caches its text when it is serialized. Answers with errors are not
   * cached, and neither are answers whose ground is not known (null).
   */
  keeping(key: string, result: ExecutionResult, ground: AnswerGround | null): ExecutionResult {
    if (result.errors !== undefined || ground === null) return result;
    const written: Written = {
      ...result,
      stringify: (final) => {
        const text = JSON.stringify(final);
        if (final.errors === undefined) this.#answers.set(key, { text, ground });
        return text;
      },
    };
    return written;
  }

  counts(): AnswerCounts {
    return {
      ...{ hits: this.#hits, misses: this.#misses, lifted: this.#lifted, dropped: this.#dropped },
      bytes: this.#answers.calculatedSize,
    };
  }
}
