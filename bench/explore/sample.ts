import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from '../../test/support/random.ts';

const files = { n: 'data.noun', v: 'data.verb', a: 'data.adj', r: 'data.adv' } as const;
const seed = 20_261_123;
/** "entity", the root of all nouns. */
const root = 'n00001740';

interface Line {
  readonly file: string;
  /** The text before the number of pointers, and after the last pointer. */
  readonly before: string;
  readonly after: string;
  readonly pointers: readonly { readonly text: string; readonly target: string }[];
}

interface Files {
  readonly heads: ReadonlyMap<string, readonly string[]>;
  readonly lines: ReadonlyMap<string, Line>;
}

/**
 * Writes a connected part of a WordNet with `count` synsets as data files. It grows from one synset
 * by following random pointers. Pointers between chosen synsets are kept.
 */
export async function writeSample(from: string, to: string, count: number): Promise<void> {
  const { heads, lines } = await readLines(from);
  const kept = grown(lines, count);
  for (const [file, head] of heads) {
    const own = [...lines].filter(([id, line]) => line.file === file && kept.has(id));
    const text = [...head, ...own.map(([, line]) => written(line, kept)), ''].join('\n');
    await writeFile(join(to, file), text);
  }
}

async function readLines(directory: string): Promise<Files> {
  const heads = new Map<string, readonly string[]>();
  const lines = new Map<string, Line>();
  for (const [partOfSpeech, file] of Object.entries(files)) {
    const all = (await readFile(join(directory, file), 'utf8')).split('\n');
    heads.set(
      file,
      all.filter((line) => line.startsWith('  ')),
    );
    for (const line of all) {
      if (line === '' || line.startsWith('  ')) continue;
      lines.set(partOfSpeech + line.slice(0, 8), split(line, file));
    }
  }
  return { heads, lines };
}

function split(line: string, file: string): Line {
  const fields = line.split(' ');
  const words = Number.parseInt(fields[3] ?? '', 16);
  const at = 4 + 2 * words;
  const count = Number(fields[at]);
  const pointers = Array.from({ length: count }, (_, index) => {
    const [symbol, offset, partOfSpeech, ends] = fields.slice(at + 1 + 4 * index);
    const text = [symbol, offset, partOfSpeech, ends].join(' ');
    return { text, target: `${partOfSpeech}${offset}` };
  });
  const after = fields.slice(at + 1 + 4 * count).join(' ');
  return { file, before: fields.slice(0, at).join(' '), after, pointers };
}

function grown(lines: Files['lines'], count: number): ReadonlySet<string> {
  const random = new Random(seed);
  const kept = new Set<string>();
  const ahead = [root];
  while (kept.size < count && ahead.length > 0) {
    const place = random.below(ahead.length);
    const id = ahead[place] as string;
    ahead[place] = ahead.at(-1) as string;
    ahead.pop();
    if (kept.has(id)) continue;
    kept.add(id);
    for (const { target } of lines.get(id)?.pointers ?? []) {
      if (!kept.has(target)) ahead.push(target);
    }
  }
  return kept;
}

function written({ before, after, pointers }: Line, kept: ReadonlySet<string>): string {
  const staying = pointers.filter(({ target }) => kept.has(target));
  const count = String(staying.length).padStart(3, '0');
  return [before, count, ...staying.map(({ text }) => text), after].join(' ');
}
