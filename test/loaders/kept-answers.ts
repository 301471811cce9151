import type { GraphReader } from '../../src/loaders/graph-reader.ts';
import type { Ground } from '../../src/loaders/grounds.ts';
import { executeWith } from '../support/execute.ts';

/** Answers as a server keeps them, each with what it rests on. */
export class KeptAnswers {
  readonly #reader: GraphReader;
  readonly #kept = new Map<string, { readonly text: string; readonly ground: Ground }>();
  readonly counts = { same: 0, lifted: 0, changed: 0 };

  constructor(reader: GraphReader) {
    this.#reader = reader;
  }

  async ask(query: string): Promise<string> {
    const loaders = await this.#reader.forRequest({});
    const key = `${loaders.generation}/${query}`;
    const known = this.#kept.get(key);
    if (known !== undefined) {
      const standing = known.ground.check();
      this.counts[standing] += 1;
      if (standing !== 'changed') return known.text;
    }
    const text = JSON.stringify(await executeWith(loaders, this.#reader.store, { query }));
    const ground = loaders.ground();
    if (ground !== null) this.#kept.set(key, { text, ground });
    return text;
  }
}
