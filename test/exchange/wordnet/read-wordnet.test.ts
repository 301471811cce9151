import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWordNet } from '../../../src/exchange/wordnet/read-wordnet.ts';
import { dataFiles, dataLine, head, inFolderOf, smallWordNet } from './data-files.ts';

const sound = dataFiles(smallWordNet);

/** The place and code of every problem: "data.noun:3:1 bad-synset". */
async function placesIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return inFolderOf(files, async (directory) => {
    const reading = await readWordNet(directory);
    if (reading.ok) return [];
    return reading.problems.map(
      ({ file, line, column, code }) => `${relative(directory, file)}:${line}:${column} ${code}`,
    );
  });
}

describe('the data files of a folder', () => {
  it('are read with the release that their heads name', async () => {
    const reading = await inFolderOf(sound, readWordNet);
    expect(reading).toMatchObject({
      ok: true,
      wordnet: { release: { version: '9.9', year: '2001', holder: 'Nobody University' } },
    });
    if (!reading.ok) return;
    expect([...reading.wordnet.synsets.keys()]).toHaveLength(smallWordNet.length);
  });

  it('may end their lines as Windows does', async () => {
    const windows = Object.fromEntries(
      Object.entries(sound).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
    );
    expect(await inFolderOf(windows, readWordNet)).toEqual(await inFolderOf(sound, readWordNet));
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'missing',
      {},
      ['data.noun', 'data.verb', 'data.adj', 'data.adv'].map((name) => `${name}:1:1 missing-file`),
    ],
    ['without a release', { ...sound, 'data.adv': '' }, ['data.adv:1:1 no-release']],
    [
      'of two releases',
      { ...sound, 'data.adv': `${head.join('\n').replace('9.9', '9.8')}\n` },
      ['data.adv:1:1 mixed-releases'],
    ],
    [
      'broken in the middle',
      { ...sound, 'data.noun': sound['data.noun']?.replace('00000003 00 n', '3 00 n') ?? '' },
      ['data.noun:5:1 bad-synset'],
    ],
    [
      'cut off',
      { ...sound, 'data.adj': sound['data.adj']?.slice(0, -20) ?? '' },
      ['data.adj:4:42 bad-synset'],
    ],
    [
      'with an offset twice',
      {
        ...sound,
        'data.noun': `${sound['data.noun']}${dataLine({ id: 'n1', words: ['x'], gloss: 'y' })}\n`,
      },
      ['data.noun:7:1 duplicate-synset'],
    ],
    [
      'that point nowhere',
      { ...sound, 'data.adj': `${head.join('\n')}\n` },
      ['data.adv:3:1 unknown-synset'],
    ],
  ])('that are %s are refused, with file and line', async (_, files, expected) => {
    expect(await placesIn(files)).toEqual(expected);
  });

  it('report at most fifty problems of a file of another format', async () => {
    const places = await placesIn({ ...sound, 'data.noun': 'nonsense\n'.repeat(1000) });
    expect(places).toHaveLength(50);
  });
});
