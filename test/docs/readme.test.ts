import { readFileSync, writeFileSync } from 'node:fs';
import { type ExecutionResult, graphql } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSeeds } from '../../src/commands/load-seeds.ts';
import { configMarkdown } from '../../src/config.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';

const readme = new URL('../../README.md', import.meta.url);
const updating = process.env.UPDATE === '1';
const example = /```graphql\n([\s\S]*?)```\n((?:(?!```)[\s\S])*?)```json\n([\s\S]*?)```/g;
const configBlock = /(<!-- config: [^\n]* -->\n)[\s\S]*?(<!-- \/config -->)/;

const store = createEmbeddedStore({ file: ':memory:' });

beforeAll(async () => {
  await store.open();
  await loadSeeds(store, 'seeds');
});

afterAll(() => store.close());

async function answer(source: string): Promise<ExecutionResult> {
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: 1000, cacheRows: 10_000 },
    publicUrl: 'http://localhost:4000',
  });
  return graphql({ schema: graph.schema, source, contextValue: await graph.contextFor({}) });
}

function read(): string {
  return readFileSync(readme, 'utf8');
}

/** The README with what the queries in it answer now. */
async function answered(text: string): Promise<string> {
  let result = '';
  let end = 0;
  for (const found of text.matchAll(example)) {
    const [all, query = '', between = ''] = found;
    const json = JSON.stringify(await answer(query), null, 2);
    result += `${text.slice(end, found.index)}\`\`\`graphql\n${query}\`\`\`\n${between}\`\`\`json\n${json}\n\`\`\``;
    end = found.index + all.length;
  }
  return result + text.slice(end);
}

if (updating) {
  test('rewrites the answers and the table', async () => {
    const table = `$1${configMarkdown().replaceAll('$', '$$$$')}$2`;
    writeFileSync(readme, await answered(read().replace(configBlock, table)));
  });
}

test('every query stands with the answer it gives', async () => {
  const examples = [...read().matchAll(example)];
  expect(examples.length).toBeGreaterThanOrEqual(4);
  for (const [, query = '', , json = ''] of examples) {
    const given = await answer(query);
    expect(given.errors).toBeUndefined();
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(given)));
  }
});

test('the table of settings is the one that is read', () => {
  expect(configBlock.exec(read())?.[0]).toContain(configMarkdown());
});

test('every npm script it names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const texts = [read(), readFileSync('CONTRIBUTING.md', 'utf8')].join('\n');
  const named = [...texts.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});
