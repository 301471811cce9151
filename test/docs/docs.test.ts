import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ExecutionResult, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { alone } from '../../src/base/turns.ts';
import { loadSeeds } from '../../src/commands/load-seeds.ts';
import { configMarkdown } from '../../src/config.ts';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { scratchFolder } from '../e2e/cli.ts';
import { runWarm } from '../e2e/warm.ts';

const updating = process.env.UPDATE === '1';
const example = /```graphql\n([\s\S]*?)```\n((?:(?!```)[\s\S])*?)```json\n([\s\S]*?)```/g;
const configBlock = /(<!-- config: [^\n]* -->\n)[\s\S]*?(<!-- \/config -->)/;

/** Every page of documentation. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'bench/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const store = createEmbeddedStore({ file: ':memory:' });

beforeAll(async () => {
  await store.open();
  await loadSeeds(store, ['seeds']);
});

afterAll(() => store.close());

async function answer(source: string): Promise<ExecutionResult> {
  const graph = createServedGraph(store, {
    reader: { revisionCheckMs: 1000, cacheRows: 10_000 },
    publicUrl: 'http://localhost:4000',
  });
  return graphql({
    schema: graph.schema,
    source,
    contextValue: await graph.contextFor({ turn: alone }),
  });
}

function read(page: string): string {
  return readFileSync(page, 'utf8');
}

/** The page with the current answers to its queries. */
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
    for (const page of pages) {
      writeFileSync(page, await answered(read(page).replace(configBlock, table)));
    }
  });
}

const examples = pages.flatMap((page) =>
  [...read(page).matchAll(example)].map(([, query = '', , json = ''], index) => {
    return { where: `${page}, number ${index + 1}`, query, json };
  }),
);

describe('every query is shown with its current answer', () => {
  it('in README and guides', () => expect(examples.length).toBeGreaterThanOrEqual(4));

  it.each(examples)('$where', async ({ query, json }) => {
    const given = await answer(query);
    expect(given.errors).toBeUndefined();
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(given)));
  });
});

test('README has at most 200 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(200);
});

test('the table of settings matches the configuration', () => {
  expect(configBlock.exec(read('docs/operations.md'))?.[0]).toContain(configMarkdown());
});

test('every npm script that is named exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
  const texts = pages.map(read).join('\n');
  const named = [...texts.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

test('every link within the repository leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

describe('every file and folder that is named exists', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const exists = (path: string) =>
    existsSync(path) || sources.some((name) => `/${name}`.endsWith(`/${path}`));
  // A reader of this page writes seeds of their own.
  const named = pages
    .filter((page) => !page.endsWith('own-vocabulary.md'))
    .flatMap((page) =>
      [...read(page).matchAll(/`([\w./-]+)`/g)]
        .map(([, path = '']) => ({ page, path }))
        .filter(({ path }) => /^(src|test|docs|bench|seeds)\/|\w\.tsx?$/.test(path))
        .filter(({ path }) => !path.includes('node_modules')),
    );

  it('and there are some', () => expect(named.length).toBeGreaterThan(50));

  it('in the pages', () => {
    const missing = named.filter(({ path }) => !exists(path));
    expect(missing).toEqual([]);
  });

  it('among the rooms that CONTRIBUTING lists', () => {
    const [, tree = ''] =
      /## Where things are\n+```\n([\s\S]*?)```/.exec(read('CONTRIBUTING.md')) ?? [];
    const rooms = [...tree.matchAll(/^([\w./-]+)/gm)].map(([, path = '']) => path);
    expect(rooms.length).toBeGreaterThan(15);
    expect(rooms.filter((path) => !exists(path))).toEqual([]);
  });
});

/** The commands in the pages that only read. */
const commands = [
  ...new Set(
    pages.flatMap((page) =>
      [...read(page).matchAll(/^npm run --silent glossgraph -- (.+)$/gm)]
        .map(([, line = '']) => line)
        .filter((line) => /^(--help|check|query|config|schema)(?![\w-])/.test(line))
        .filter((line) => !line.includes('--output')),
    ),
  ),
];

describe('commands in the pages run', () => {
  // The store is new, since an existing one may be of another version.
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  beforeAll(async () => {
    scratch = await scratchFolder();
  });
  afterAll(() => scratch.remove());

  it('and there are some', () => expect(commands.length).toBeGreaterThan(2));

  it.each(commands)('glossgraph %s', async (line) => {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    const given = words.filter((word) => word !== undefined);
    const { code, stderr } = await runWarm(given, { DATA_DIR: scratch.path });
    expect(`${code} ${stderr}`).toMatch(/^0 /);
  });
});
