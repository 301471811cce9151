import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turtle } from '../exchange/rdf/import-texts.ts';
import { manyTerms, run, scratchFolder, smallSeeds } from './cli.ts';
import { runWarm } from './warm.ts';

describe('glossgraph import skos', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let env: Record<string, string>;
  beforeAll(async () => {
    scratch = await scratchFolder();
    env = { DATA_DIR: join(scratch.path, 'data'), SEEDS_DIR: 'none' };
  });
  afterAll(() => scratch.remove());

  async function file(name: string, text: string): Promise<string> {
    const path = join(scratch.path, name);
    await writeFile(path, turtle(text));
    return path;
  }
  const animals = `:s a skos:ConceptScheme; dcterms:title "Animals"@en; skos:hasTopConcept :animal.
:animal a skos:Concept; skos:inScheme :s; skos:prefLabel "animal"@en; skos:editorialNote "?"@en.
:dog a skos:Concept; skos:inScheme :s; skos:prefLabel "dog"@en; skos:broader :animal.`;

  it('reports changes, loads them once, and removes old statements', async () => {
    const path = await file('animals.ttl', animals);
    const dry = await runWarm(['import', 'skos', path, '--dry-run'], env);
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringContaining('2 concepts in 1 schemes')]);
    expect(dry.stdout).toContain('No place here: skos:editorialNote (1)');
    const graph = async () => {
      const names = '{ terms(first: 10) { nodes { name broader(first: 1) { nodes { name } } } } }';
      const { stdout } = await runWarm(['query', names], env);
      const { data } = JSON.parse(stdout) as { data: { terms: { nodes: { name: string }[] } } };
      return data.terms.nodes.map(({ name }) => name);
    };
    expect(await graph()).toEqual([]);
    expect((await run(['import', 'skos', path], env)).code).toBe(0);
    expect(await graph()).toEqual(['animal', 'dog']);
    const again = await runWarm(['import', 'skos', path, '--json'], env);
    expect(JSON.parse(again.stdout)).toMatchObject({
      ...{ entities: { added: 0, changed: 0, removed: 0 }, found: { concepts: 2, schemes: 1 } },
    });
    await file('animals.ttl', animals.replace(/\n:dog.*/, ''));
    expect((await runWarm(['import', 'skos', path], env)).code).toBe(0);
    expect(await graph()).toEqual(['animal']);
  });

  it('loads nothing if there is an error, and names file, line and condition', async () => {
    const good = await file('good.ttl', ':x a skos:Concept; skos:prefLabel "x"@en.');
    const bad = await file('bad.ttl', ':y a skos:Concept;\n skos:prefLabel "y"@en, "z"@en.');
    const { code, stdout, stderr } = await runWarm(['import', 'skos', good, bad], env);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/1 error, so nothing was loaded\n\n.*bad\.ttl:2 error S14 {2}/);
    const missing = await runWarm(['import', 'skos', join(scratch.path, 'none.ttl')], env);
    expect([missing.code, missing.stderr]).toEqual([
      1,
      expect.stringMatching(/none\.ttl error missing-file {2}expected a file that can be read/),
    ]);
    const listed = await runWarm(['datasets', '--json'], env);
    expect(listed.stdout).not.toContain('good');
  });

  it('brings back an export', async () => {
    const dump = join(scratch.path, 'all.nt');
    const seeds = join(scratch.path, 'seeds');
    await smallSeeds(seeds);
    await manyTerms(seeds, 20);
    const seeded = { DATA_DIR: join(scratch.path, 'seeded'), SEEDS_DIR: seeds };
    expect((await runWarm(['export', '--output', dump], seeded)).code).toBe(0);
    const own = { DATA_DIR: join(scratch.path, 'own'), SEEDS_DIR: 'none' };
    const imported = await runWarm(['import', 'skos', dump], own);
    expect([imported.code, imported.stderr.replace(/^.* done.*$/gm, '').trim()]).toEqual([0, '']);
    expect(imported.stdout).toMatch(/entities of an export\nembedded/);
    const back = join(scratch.path, 'back.nt');
    expect((await runWarm(['export', '--output', back], own)).code).toBe(0);
    const lines = async (path: string) => (await readFile(path, 'utf8')).split('\n').sort();
    expect(await lines(back)).toEqual(await lines(dump));
  });
});
