import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server/server.ts';
import { serveSeeds } from '../clients/served-seeds.ts';

const run = promisify(execFile);
// Below it, so that recipes find the packages that they import.
const folder = join(process.cwd(), 'node_modules', '.cache', 'recipes');
const page = readFileSync('docs/guide/apps.md', 'utf8');
const [, recipes = ''] = page.split('\n## Recipes\n');

/** What runs a block of a language. */
const programs: Readonly<Record<string, string>> = {
  sh: 'sh',
  js: process.execPath,
  python: 'python3',
};
const blocks = [...recipes.matchAll(/^(\w+)[^\n]*:\n\n```(sh|js|python)\n([\s\S]*?)```/gm)].map(
  ([, name = '', language = '', code = '']) => ({ name, language, code }),
);
/** As for the browser: a recipe runs where its program is installed. */
const runnable = blocks.filter(({ language, name }) => {
  const needed = language === 'sh' ? name : (programs[language] ?? '');
  return spawnSync(needed, ['--version']).status === 0;
});

let server: RunningServer;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  server = await serveSeeds();
});
afterAll(async () => {
  await server.close(0);
  await rm(folder, { recursive: true, force: true });
});

describe('the recipes for applications', () => {
  it('are there', () => {
    const names = blocks.map(({ name }) => name);
    expect(names).toEqual(['curl', 'fetch', 'urql', 'Apollo', 'Relay', 'Python']);
  });

  it.each(runnable)('$name prints what the page says', async ({ name, language, code }) => {
    const file = join(folder, `${name}.${language === 'js' ? 'mjs' : language}`);
    await writeFile(file, code.replaceAll('http://localhost:4000/graphql', server.url));
    const { stdout } = await run(programs[language] ?? '', [file]);
    expect(stdout).toBe('MIT License\n');
  });
});
