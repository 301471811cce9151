import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../src/loaders/graph-reader.ts';
import { seededReader } from '../schema/explore/seeded.ts';
import { dataOf, run } from '../support/execute.ts';
import { seedDataset } from '../support/seeds.ts';

type JsonLd = Readonly<Record<string, unknown>> & { readonly '@type': string };

let reader: GraphReader;
beforeAll(async () => {
  reader = await seededReader();
});

/** The JSON-LD of every entity of the seeds. */
async function all(): Promise<readonly JsonLd[]> {
  const { entities } = await seedDataset();
  const found: JsonLd[] = [];
  for (let from = 0; from < entities.length; from += 50) {
    const ids = entities.slice(from, from + 50).map(({ record }) => record.id);
    const globalIds = ids.map((id) => Buffer.from(id).toString('base64url'));
    const data = await dataOf(
      reader,
      'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { jsonLd } } }',
      { ids: globalIds },
    );
    for (const { jsonLd } of data.nodes as { jsonLd: JsonLd }[]) found.push(jsonLd);
  }
  expect(found).toHaveLength(entities.length);
  return found;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What schema.org's types do not have: each must be refused, or the compiler says so. */
const wrong: readonly JsonLd[] = [
  { '@type': 'DefinedTerm', dateModified: '2026-01-01' },
  { '@type': 'Organization', licence: 'MIT' },
  { '@type': 'SoftwareApplication', author: { '@type': 'Nobody' } },
];

/** What TypeScript says of values of schema.org's types; nothing where all is well. */
async function typeErrors(things: readonly JsonLd[]): Promise<string> {
  const directory = `${root}node_modules/.cache/glossgraph`;
  mkdirSync(directory, { recursive: true });
  const file = `${directory}/json-ld.ts`;
  const types = [...new Set(things.map((thing) => thing['@type']))].sort();
  const check = (thing: JsonLd, type: string) => `(${JSON.stringify(thing)}) satisfies ${type};`;
  const lines = [
    `import type { ${types.join(', ')}, WithContext } from 'schema-dts';`,
    ...things.map((thing) => check(thing, `WithContext<${thing['@type']}>`)),
    ...wrong.flatMap((thing) => ['// @ts-expect-error', check(thing, thing['@type'])]),
  ];
  writeFileSync(file, lines.join('\n'));
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const options = '--ignoreConfig --noEmit --strict --skipLibCheck --module nodenext'.split(' ');
  try {
    await promisify(execFile)(process.execPath, [compiler, ...options, file]);
    return '';
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

describe('the JSON-LD of the seeds', () => {
  it('is valid for its schema.org type, for every entity', { timeout: 300_000 }, async () => {
    const things = await all();
    expect(new Set(things.map((thing) => thing['@type']))).toEqual(
      new Set(['DefinedTerm', 'SoftwareApplication', 'CreativeWork', 'Organization']),
    );
    expect(await typeErrors(things)).toBe('');
  });

  it('has the license of the weights and the developer of every model', async () => {
    const data = await dataOf(
      reader,
      `{ models(first: 100) { nodes {
        jsonLd
        licenses(artifact: WEIGHTS, first: 50) { nodes { name uri } }
        developers(first: 50) { nodes { name uri website } }
      } } }`,
    );
    const { nodes } = data.models as {
      nodes: {
        jsonLd: { license?: Mention[]; author?: Mention[] };
        licenses: { nodes: { name: string; uri: string }[] };
        developers: { nodes: { name: string; uri: string; website: string | null }[] };
      }[];
    };
    const named = (mentions: readonly Mention[] = []) =>
      mentions.map((mention) => [mention.name, mention['@id']]);
    const distinct = (items: readonly { name: string; uri: string }[]) => [
      ...new Map(items.map(({ name, uri }) => [uri, [name, uri]])).values(),
    ];
    expect(nodes.filter(({ jsonLd }) => jsonLd.license && jsonLd.author).length).toBeGreaterThan(
      40,
    );
    for (const { jsonLd, licenses, developers } of nodes) {
      expect(named(jsonLd.license)).toEqual(distinct(licenses.nodes));
      expect(named(jsonLd.author)).toEqual(distinct(developers.nodes));
    }
  });

  it('says when the facts changed, not when they were loaded', async () => {
    const { model, license, term, organization } = await dataOf(
      reader,
      `{ model(slug: "kimi-k2") { jsonLd } license(slug: "mit") { jsonLd }
         term(slug: "open-weights") { jsonLd } organization: entity(ref: { organization: "meta" }) { jsonLd } }`,
    );
    expect(model).toHaveProperty('jsonLd.dateModified', '2026-06-12');
    expect(license).toHaveProperty('jsonLd.dateModified', '2026-11-23');
    expect(term).not.toHaveProperty('jsonLd.dateModified');
    expect(organization).not.toHaveProperty('jsonLd.dateModified');
  });

  it('comes in the statement of its page, with links', async () => {
    for (const query of [
      '{ model(slug: "kimi-k2") { jsonLd } }',
      '{ models(first: 20) { nodes { jsonLd } } }',
      '{ term(slug: "open-weights") { examples(first: 20) { nodes { jsonLd } } } }',
    ]) {
      const { statements } = await run(await seededReader(), { query });
      expect([query, statements.filter((name) => name !== 'revision')]).toEqual([
        query,
        [expect.any(String)],
      ]);
    }
  });
});

interface Mention {
  readonly '@id': string;
  readonly name: string;
}
