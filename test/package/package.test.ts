import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleIn, installPackage, type Project } from './installed.ts';

const run = promisify(execFile);
let project: Project;
beforeAll(async () => {
  project = await installPackage();
});
afterAll(() => project.remove());

describe('the tarball', () => {
  const kinds: Readonly<Record<string, RegExp>> = {
    papers: /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
    schema: /^schema\.graphql$/,
    seeds: /^seeds\/(terms|models|licenses|organizations|tools|sources)\/[^/]+\.yaml$/,
    'schemas of seeds': /^seeds\/schema\/[^/]+\.json$/,
    code: /^dist\/([\w-]+\/)*[\w.-]+\.js$/,
    documents: /^dist\/([\w-]+\/)*[\w-]+\.graphql$/,
    'assets of pages': /^dist\/explorer\/assets\/[\w-]+\.(css|svg)$/,
    types: /^dist\/(index|package-types)\.d\.ts$/,
    'what it was made from': /^dist\/\.made-from$/,
  };

  it('holds what is needed to run, and nothing else', () => {
    const paths = project.packed.files.map(({ path }) => path);
    const unknown = paths.filter((path) => !Object.values(kinds).some((kind) => kind.test(path)));
    expect(unknown).toEqual([]);
    for (const [name, kind] of Object.entries(kinds)) {
      expect([name, paths.some((path) => kind.test(path))]).toEqual([name, true]);
    }
  });

  it('holds every seed and every source, compiled', () => {
    const paths = new Set(project.packed.files.map(({ path }) => path));
    const seeds = readdirSync('seeds', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `seeds/${name}`);
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `dist/${name.replace(/\.tsx?$/, '.js')}`);
    expect([...seeds, ...sources].filter((path) => !paths.has(path))).toEqual([]);
  });

  it('is small', () => expect(project.packed.bytes).toBeLessThan(1_500_000));
});

describe('the manifest', () => {
  it('has nothing that publint would mend', async () => {
    const tarball = await readFile(project.packed.tarball);
    const buffer = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length);
    const { messages } = await publint({ pack: { tarball: buffer as ArrayBuffer }, strict: true });
    expect(messages).toEqual([]);
  });

  it('leads every way of resolving to the types, as attw looks at it', async () => {
    const attw = 'node_modules/@arethetypeswrong/cli/dist/index.js';
    const args = [attw, project.packed.tarball, '--profile', 'esm-only'];
    const files = ['--exclude-entrypoints', 'schema.graphql', 'package.json'];
    const { stdout } = await run(process.execPath, [...args, ...files, '--format', 'json']);
    const { problems, analysis } = JSON.parse(stdout);
    const resolved = ['node16-esm', 'bundler'].map((way) => problems?.[way] ?? []);
    expect(resolved.flat()).toEqual([]);
    expect(analysis.types).toMatchObject({ kind: 'included' });
  });
});

describe('an empty project that installs it', () => {
  it('runs the example of the guide', async () => {
    const { code, prints } = await exampleIn('docs/guide/library.md');
    expect(await project.node('example.js', code)).toBe(prints);
  });

  it('checks its types, those of the libraries included', async () => {
    await writeFile(
      join(project.folder, 'consumer.ts'),
      `import { createGlossgraph, type Glossgraph, type GlossgraphOptions } from 'glossgraph';
      const options: GlossgraphOptions = { store: { seeds: 'seeds' }, onLog: (line) => void line };
      const graph: Glossgraph = await createGlossgraph(options);
      const response: Response = await graph.fetch(new Request('http://localhost/graphql'));
      const { data } = await graph.execute({ query: '{ __typename }', variables: { a: 1 } });
      // @ts-expect-error an option that is not known
      await createGlossgraph({ storage: {} });
      // @ts-expect-error a store of two kinds
      await createGlossgraph({ store: { neo4j: 'bolt://localhost' } });
      console.log(graph.schema.getQueryType()?.name, response.status, data);
      await graph.close();`,
    );
    const settings = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false'];
    const kind = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom'];
    const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
    const args = [tsc, '--noEmit', '--types', '', ...settings, ...kind, 'consumer.ts'];
    const { stdout } = await run(process.execPath, args, { cwd: project.folder }).catch(
      (failed: { stdout: string }) => failed,
    );
    expect(stdout).toBe('');
  });

  it('has the command', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await project.bin('glossgraph', ['--version'])).toBe(`${version}\n`);
  });
});
