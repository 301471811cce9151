import type { DocumentNode, ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What the answer cache counts. */
export interface AnswerCounts {
  readonly hits: number;
  readonly misses: number;
  /** Bytes held now. */
  readonly bytes: number;
}

/** Where none are kept. */
export const noAnswers: AnswerCounts = { hits: 0, misses: 0, bytes: 0 };

/** What an answer depends on. */
export interface Question {
  /** Of the graph and all else that answers depend on: see ServedGraph; null where it is not known. */
  readonly generation: string | null;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A result that knows its own text; Yoga asks for it by this name. */
type Written = ExecutionResult & { readonly stringify: (result: ExecutionResult) => string };

/** Longer variables are not worth their weight. */
const maxVariablesLength = 4096;

/**
 * Answers as they were sent, for whoever asks the same of the same graph. Executing a page of 400
 * rows again and writing it down takes four times as long as sending what was written before.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, string>;
  readonly #documents = new WeakMap<DocumentNode, number>();
  #documentCount = 0;
  #hits = 0;
  #misses = 0;

  /** Holds so many bytes; an answer of more than a sixteenth of them is not kept. */
  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.max(1, Math.floor(maxBytes / 16)),
      sizeCalculation: (text, key) => 2 * (text.length + key.length),
    });
  }

  /** The key of a question; null where its answer is not kept. */
  keyOf({ generation, document, operationName, variables }: Question): string | null {
    if (generation === null) return null;
    const values = JSON.stringify(variables);
    if (values.length > maxVariablesLength) return null;
    let number = this.#documents.get(document);
    if (number === undefined) {
      number = this.#documentCount++;
      this.#documents.set(document, number);
    }
    return `${generation}/${number}/${operationName ?? ''}/${values}`;
  }

  /** The answer that was kept, if any. */
  get(key: string): Written | null {
    const text = this.#answers.get(key);
    if (text === undefined) {
      this.#misses += 1;
      return null;
    }
    this.#hits += 1;
    return { data: {}, stringify: () => text };
  }

  /** The result, which is kept when it is written down; what has errors is not. */
  keeping(key: string, result: ExecutionResult): ExecutionResult {
    if (result.errors !== undefined) return result;
    const written: Written = {
      ...result,
      stringify: (final) => {
        const text = JSON.stringify(final);
        if (final.errors === undefined) this.#answers.set(key, text);
        return text;
      },
    };
    return written;
  }

  counts(): AnswerCounts {
    return { hits: this.#hits, misses: this.#misses, bytes: this.#answers.calculatedSize };
  }
}
