import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { long } from '../long-first.ts';

// Types do not check a file that is named in a text, so that a move would go unseen.

describe('files that are named in a text are there', () => {
  test('modules of the build', () => {
    const sources = ['test', 'bench'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    );
    const named = sources.flatMap((source) =>
      [...source.matchAll(/\bbuilt<[^>]+>\(\s*'([^']+)'/g)].map(([, name]) => name ?? ''),
    );
    expect(named).not.toEqual([]);
    expect(named.filter((name) => !existsSync(`src/${name}`))).toEqual([]);
  });

  test('long tests', () => {
    expect(long.filter((name) => !existsSync(`test/${name}.test.ts`))).toEqual([]);
  });
});
