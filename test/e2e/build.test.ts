import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from './cli.ts';

const build = fileURLToPath(new URL('../../build.mjs', import.meta.url));
let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let project: string;
beforeEach(async () => {
  scratch = await scratchFolder();
  project = scratch.path;
  await mkdir(join(project, 'src/inner'), { recursive: true });
  await write('tsconfig.build.json', await readFile('tsconfig.build.json', 'utf8'));
  const { compilerOptions } = JSON.parse(await readFile('tsconfig.json', 'utf8'));
  await write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] } }),
  );
  await write('package.json', '{"type":"module"}');
  // The scripts of pages are compiled separately.
  await mkdir(join(project, 'src/explorer/islands'), { recursive: true });
  const islands = 'src/explorer/islands/tsconfig.json';
  await write(islands, await readFile(islands, 'utf8'));
  await write('src/explorer/islands/island.ts', 'export const island = true;\n');
  await write('src/main.ts', "export { value } from './inner/value.ts';\n");
  await write('src/inner/value.ts', 'export const value: number = 1;\n');
});
afterEach(() => scratch.remove());

const write = (file: string, text: string) => writeFile(join(project, file), text);
const compile = () =>
  promisify(execFile)(process.execPath, [build], { cwd: project }).then(
    () => 0,
    ({ code }: { code: number }) => code,
  );
const compiled = () => readFile(join(project, 'dist/inner/value.js'), 'utf8');
/** When the compiler last wrote. It writes this file at every run. */
const writtenAt = async () => (await stat(join(project, 'dist/.made-from'))).mtimeMs;

describe('npm run build', () => {
  it('compiles when something has changed, and only then', async () => {
    expect(await compile()).toBe(0);
    expect(await compiled()).toContain('value = 1');
    const first = await writtenAt();
    expect(await compile()).toBe(0);
    expect(await writtenAt()).toBe(first);

    await write('src/inner/value.ts', 'export const value: number = 2;\n');
    expect(await compile()).toBe(0);
    expect(await compiled()).toContain('value = 2');
    expect(await writtenAt()).toBeGreaterThan(first);

    await write('src/inner/page.css', 'p {}');
    expect(await compile()).toBe(0);
    expect(await readFile(join(project, 'dist/inner/page.css'), 'utf8')).toBe('p {}');
    await write('src/inner/page.css', 'b {}');
    expect(await compile()).toBe(0);
    expect(await readFile(join(project, 'dist/inner/page.css'), 'utf8')).toBe('b {}');
  });

  it('makes again what was deleted', async () => {
    await compile();
    await rm(join(project, 'dist/inner/value.js'));
    expect(await compile()).toBe(0);
    expect(await compiled()).toContain('value = 1');
    await rm(join(project, 'dist'), { recursive: true });
    expect(await compile()).toBe(0);
    expect(await compiled()).toContain('value = 1');
  });

  it('fails each time as long as there are errors', async () => {
    await write('src/inner/value.ts', "export const value: number = 'one';\n");
    expect(await compile()).not.toBe(0);
    expect(await compile()).not.toBe(0);
    await cp(join(project, 'src/main.ts'), join(project, 'src/copy.ts'));
    await write('src/inner/value.ts', 'export const value: number = 3;\n');
    expect(await compile()).toBe(0);
    expect(await compiled()).toContain('value = 3');
  });
});
