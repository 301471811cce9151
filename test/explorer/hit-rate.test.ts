import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rdfDocumentsOf } from '../../src/commands/rdf-documents.ts';
import { pageDocuments } from '../../src/explorer/documents.ts';
import { createExplorer } from '../../src/explorer/explorer.tsx';
import { createServedGraph } from '../../src/server/served-graph.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import type { GraphChange, GraphStore } from '../../src/store/graph-store.ts';
import { defaultLimits, defaultOptions, post } from '../server/start-probe.ts';
import {
  change,
  claim,
  license,
  model,
  organization,
  relation,
  source,
  term,
} from '../support/records.ts';
import { seededStore } from '../support/seeds.ts';
import { publicUrl } from './served-pages.ts';

let store: GraphStore;
let server: RunningServer;
let origin: string;
beforeAll(async () => {
  store = await seededStore();
  server = await startServer({
    ...defaultOptions,
    limits: { ...defaultLimits, aliases: 200 },
    answerCacheBytes: 64_000_000,
    store,
    // The revision is asked for with every request: no answer is older than its question.
    graph: createServedGraph(store, {
      reader: { revisionCheckMs: 0, cacheRows: 200_000 },
      publicUrl,
    }),
    logger: pino({ level: 'silent' }),
    pages: createExplorer({
      publicUrl: () => publicUrl,
      rdf: rdfDocumentsOf(store, () => publicUrl),
      onError: () => {},
    }),
  });
  origin = new URL(server.url).origin;
});
afterAll(() => server.close(0));

const kinds = ['term', 'model', 'license', 'organization', 'tool'] as const;
type Kind = (typeof kinds)[number];

/** Entities of every kind that the seeds have. */
async function someEntities(): Promise<readonly (readonly [kind: Kind, slug: string])[]> {
  const query = `{ ${kinds.map((kind) => `${kind}s(first: 6) { nodes { slug } }`).join(' ')} }`;
  const { body } = await post(server.url, query);
  const lists = (body.data ?? {}) as Record<string, { nodes: { slug: string }[] }>;
  return kinds.flatMap((kind) =>
    (lists[`${kind}s`]?.nodes ?? []).map(({ slug }) => [kind, slug] as const),
  );
}

/** What was looked up in a cache so far, and how much of it was there. */
async function lookups(prefix: 'cache' | 'answer_cache') {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const of = (result: string) =>
    Number(
      new RegExp(`^glossgraph_${prefix}_lookups_total{result="${result}"} (\\d+)`, 'm').exec(
        text,
      )?.[1],
    );
  return { hits: of('hit'), misses: of('miss') };
}

/** Reads all, with one write before each; the part of the lookups that were hits. */
async function hitRate(
  prefix: 'cache' | 'answer_cache',
  reads: readonly (() => Promise<unknown>)[],
  writes: () => GraphChange,
): Promise<number> {
  for (const read of reads) await read();
  const before = await lookups(prefix);
  for (let round = 0; round < 2; round += 1) {
    for (const read of reads) {
      await store.write(writes());
      await read();
    }
  }
  const after = await lookups(prefix);
  const hits = after.hits - before.hits;
  return hits / (hits + after.misses - before.misses);
}

let written = 0;

/** Elsewhere somebody works: new models with all that belongs to them, renamed ones, claims, removals. */
function elsewhere(under?: { readonly id: string }): GraphChange {
  written += 1;
  const name = (what: string) => `elsewhere-${what}-${written}`;
  const at = new Date(Date.UTC(2027, 0, 1) + written).toISOString();
  const [own, maker, by] = [
    license(name('license')),
    organization(name('maker')),
    source(name('s')),
  ];
  const made = model(name('model'), { name: `Model ${written}`, degree: 2 });
  switch (written % 4) {
    case 0:
      return change({
        entities: [own, maker, made],
        sources: [by],
        relations: [
          relation(made, 'LICENSED_UNDER', under ?? own),
          relation(made, 'DEVELOPED_BY', maker),
        ],
        claims: [claim(name('claim'), made, by)],
        touch: [made.id, (under ?? own).id],
        at,
      });
    case 1:
      return change({ entities: [model('elsewhere', { name: `Renamed ${written}` })], at });
    case 2:
      return change({
        entities: [term('elsewhere'), term('beside')],
        relations: [relation(term('elsewhere'), 'RELATED_TO', term('beside'), { note: name('n') })],
        at,
      });
    default:
      // What was claimed of it goes with it, as a load does it.
      return change({
        remove: {
          entities: [`Model:elsewhere-model-${written - 3}`],
          claims: [`Claim:elsewhere-claim-${written - 3}`],
        },
        at,
      });
  }
}

describe('with a write elsewhere before every read', () => {
  it('nine of ten lookups of pages for people are hits', async () => {
    const reads = (await someEntities()).map(
      ([kind, slug]) =>
        () =>
          fetch(`${origin}/${kind}s/${slug}`, { headers: { accept: 'text/html' } }),
    );
    expect(reads.length).toBeGreaterThan(20);
    expect(await hitRate('cache', reads, elsewhere)).toBeGreaterThanOrEqual(0.9);
  });

  it('nine of ten answers are hits: entities, verdicts, lineages, claims', async () => {
    const entities = await someEntities();
    const pages = entities.map(
      ([kind, slug]) =>
        () =>
          post(server.url, pageDocuments.text(kind), { slug }),
    );
    const verdicts = entities
      .filter(([kind]) => kind === 'model')
      .map(
        ([, slug]) =>
          () =>
            post(
              server.url,
              `query ($slug: String!) { model(slug: $slug) { name lineage { model { name } }
             useVerdict(use: { activities: [RUN] }) { answer assumptions duties { id } }
             claims(first: 20) { nodes { valueText source { title } } totalCount } } }`,
              { slug },
            ),
      );
    const rate = await hitRate('answer_cache', [...pages, ...verdicts], elsewhere);
    expect(rate).toBeGreaterThanOrEqual(0.9);
  });

  it('the same for models under a license that many have, except its own page', async () => {
    const entities = await someEntities();
    const pages = entities.map(
      ([kind, slug]) =>
        () =>
          post(server.url, pageDocuments.text(kind), { slug }),
    );
    const { body } = await post(server.url, '{ license(slug: "mit") { id } }');
    expect(body.data?.license).not.toBeNull();
    const rate = await hitRate('answer_cache', pages, () => elsewhere({ id: 'License:mit' }));
    expect(rate).toBeGreaterThanOrEqual(0.9);
  });
});
