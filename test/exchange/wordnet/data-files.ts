import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A synset of a test. Its id is the part of speech and a number. */
export interface WrittenSynset {
  readonly id: string;
  readonly words: readonly string[];
  /** For example "@ n2", or "+ v1 0101" for a link between words. */
  readonly pointers?: readonly string[];
  readonly gloss: string;
  /** For adjectives only. */
  readonly satellite?: boolean;
}

export const fileNames = { n: 'data.noun', v: 'data.verb', a: 'data.adj', r: 'data.adv' } as const;

export const head = [
  '  1 Made for tests in the format of wndb(5).  ',
  '  2 WordNet 9.9 Copyright 2001 by Nobody University.  All rights reserved.  ',
];

const offsetOf = (id: string) => id.slice(1).padStart(8, '0');

/** The id of a synset after reading. */
export function readId(id: string): string {
  return id.charAt(0) + offsetOf(id);
}

/** A synset as a line of its data file. */
export function dataLine({ id, words, pointers = [], gloss, satellite }: WrittenSynset): string {
  const partOfSpeech = id.charAt(0);
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return [
    offsetOf(id),
    '00',
    satellite === true ? 's' : partOfSpeech,
    hex(words.length),
    ...words.map((word, sense) => `${word.replaceAll(' ', '_')} ${(sense % 16).toString(16)}`),
    String(pointers.length).padStart(3, '0'),
    ...pointers.map((pointer) => {
      const [symbol, target = '', ends = '0000'] = pointer.split(' ');
      return `${symbol} ${offsetOf(target)} ${target.charAt(0)} ${ends}`;
    }),
    ...(partOfSpeech === 'v' ? ['01 + 02 00'] : []),
    `| ${gloss}  `,
  ].join(' ');
}

/** The text of each data file. */
export function dataFiles(synsets: readonly WrittenSynset[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fileNames).map(([partOfSpeech, name]) => {
      const own = synsets.filter(({ id }) => id.startsWith(partOfSpeech)).map(dataLine);
      return [name, `${[...head, ...own].join('\n')}\n`];
    }),
  );
}

/** Runs with a folder of the files, which is removed afterwards. */
export async function inFolderOf<Result>(
  files: Readonly<Record<string, string>>,
  run: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'glossgraph-wordnet-'));
  try {
    await mkdir(directory, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
    return await run(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A few synsets with every kind of link. */
export const smallWordNet: readonly WrittenSynset[] = [
  { id: 'n1', words: ['thing'], pointers: ['~ n2', '~ n3'], gloss: 'whatever there is' },
  {
    id: 'n2',
    words: ['motor vehicle', 'automobile'],
    pointers: ['@ n1', '%p n3', '~i n4', '+ v1 0102'],
    gloss: 'a thing that drives; "the motor vehicle stood in the yard"; "an automobile"',
  },
  { id: 'n3', words: ['wheel'], pointers: ['@ n1', '#p n2', '! n4 0101'], gloss: 'it turns' },
  { id: 'n4', words: ['Old Bess'], pointers: ['@i n2', '! n3 0101'], gloss: "somebody's car" },
  {
    id: 'v1',
    words: ['drive', 'motor'],
    pointers: ['* v2', '+ n2 0201', '+ n2 0102'],
    gloss: 'go by car',
  },
  { id: 'v2', words: ['go'], pointers: ['> v1'], gloss: 'be on the way' },
  { id: 'a1', words: ['fast(p)', 'Fast'], pointers: ['& a2'], gloss: 'in little time' },
  { id: 'a2', words: ['quick'], pointers: ['& a1'], gloss: 'soon done', satellite: true },
  { id: 'r1', words: ['quickly'], pointers: ['\\ a2 0101', ';c n2'], gloss: 'in a quick way' },
];
