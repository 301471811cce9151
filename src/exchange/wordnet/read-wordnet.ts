import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeedProblem } from '../seed-problems.ts';
import { isSynset, type PartOfSpeech, readDataLine, type Synset } from './data-line.ts';

/** The release of a WordNet, from the head of every data file. */
export interface Release {
  readonly version: string;
  readonly year: string;
  readonly holder: string;
}

/** The WordNet in a folder of data files. */
export interface WordNet {
  readonly release: Release;
  /** By id, in the order of the files. */
  readonly synsets: ReadonlyMap<string, Synset>;
}

type WordNetReading =
  | { readonly ok: true; readonly wordnet: WordNet }
  | { readonly ok: false; readonly problems: readonly SeedProblem[] };

const files = [
  ['n', 'data.noun'],
  ['v', 'data.verb'],
  ['a', 'data.adj'],
  ['r', 'data.adv'],
] as const satisfies readonly (readonly [PartOfSpeech, string])[];

const copyright = /WordNet (\d+(?:\.\d+)*) Copyright (\d{4}) by ([^.]+)\./;
/** The most problems reported. A file of another format has one in every line. */
const maxProblems = 50;

/** Reads the four data files of a folder. Reports the first problems with file and line. */
export async function readWordNet(directory: string): Promise<WordNetReading> {
  const reader = new Reader();
  for (const [partOfSpeech, name] of files) {
    await reader.readFile(join(directory, name), partOfSpeech);
  }
  reader.checkTargets();
  const { release, problems, synsets } = reader;
  if (release === null || problems.length > 0) return { ok: false, problems };
  return { ok: true, wordnet: { release, synsets } };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

class Reader {
  readonly problems: SeedProblem[] = [];
  readonly synsets = new Map<string, Synset>();
  readonly #places = new Map<string, Place>();
  release: Release | null = null;

  async readFile(file: string, partOfSpeech: PartOfSpeech): Promise<void> {
    let handle: FileHandle;
    try {
      handle = await open(file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#add({ file, line: 1 }, 1, 'missing-file', `expected a WordNet data file: ${reason}`);
      return;
    }
    try {
      await this.#readLines(handle, file, partOfSpeech);
    } finally {
      await handle.close();
    }
  }

  async #readLines(handle: FileHandle, file: string, partOfSpeech: PartOfSpeech): Promise<void> {
    let line = 0;
    let release: Release | null = null;
    for await (const text of handle.readLines({ autoClose: false })) {
      line += 1;
      if (this.problems.length >= maxProblems) return;
      // The license comes first, with numbered lines that are indented by two spaces.
      if (text.startsWith('  ')) release ??= releaseIn(text);
      else if (text !== '') this.#take(readDataLine(text, partOfSpeech), { file, line });
    }
    if (release === null) {
      const message = 'expected the license first, with "WordNet <version> Copyright <year> by …."';
      this.#add({ file, line: 1 }, 1, 'no-release', message);
      return;
    }
    if (this.release !== null && this.release.version !== release.version) {
      const message = `expected WordNet ${this.release.version} as in the other files, found ${release.version}`;
      this.#add({ file, line: 1 }, 1, 'mixed-releases', message);
    }
    this.release ??= release;
  }

  #take(read: ReturnType<typeof readDataLine>, place: Place): void {
    if (!isSynset(read)) {
      this.#add(place, read.column, 'bad-synset', read.message);
      return;
    }
    const first = this.#places.get(read.id);
    if (first !== undefined) {
      this.#add(place, 1, 'duplicate-synset', `this offset is that of line ${first.line} as well`);
      return;
    }
    this.synsets.set(read.id, read);
    this.#places.set(read.id, place);
  }

  /** Every pointer must lead to a synset. Checked only if all lines could be read. */
  checkTargets(): void {
    if (this.problems.length > 0) return;
    for (const { id, pointers } of this.synsets.values()) {
      const place = this.#places.get(id);
      for (const { target, meaning } of pointers) {
        if (this.synsets.has(target) || place === undefined) continue;
        if (this.problems.length >= maxProblems) return;
        const message = `a pointer (${meaning.name}) leads to the synset ${target}, which was not found`;
        this.#add(place, 1, 'unknown-synset', message);
      }
    }
  }

  #add({ file, line }: Place, column: number, code: string, message: string): void {
    this.problems.push({ file, line, column, severity: 'error', code, message });
  }
}

function releaseIn(text: string): Release | null {
  const [, version, year, holder] = copyright.exec(text) ?? [];
  if (version === undefined || year === undefined || holder === undefined) return null;
  return { version, year, holder };
}
