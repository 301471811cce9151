import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { GraphReader } from '../../src/loaders/graph-reader.ts';
import { createEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { EntityInput, GraphStore } from '../../src/store/graph-store.ts';
import type { StoreUnderTest } from '../contract/stores.ts';
import { type Dataset, loadDataset } from '../support/dataset.ts';
import { run } from '../support/execute.ts';
import { loadedAt, seedDataset } from '../support/seeds.ts';
import type { StoredOperation } from './operations.ts';

// Cases that the seeds lack: a former slug, names in other languages, something deprecated.
const additions: Readonly<Record<string, Partial<EntityInput>>> = {
  'Term:model-weights': {
    formerSlugs: ['weights-of-a-model'],
    exactMatch: ['https://example.org/weights?a=1&b="2"'],
    closeMatch: ['https://example.org/nearly'],
    labels: [
      { text: 'Model weights', language: 'en', kind: 'PREFERRED' },
      { text: 'parameters file', language: 'en', kind: 'ALTERNATIVE' },
      { text: 'Gewichte', language: 'de', kind: 'ALTERNATIVE' },
      { text: 'משקלות 𝔘', language: 'he', kind: 'HIDDEN' },
    ],
  },
  'Term:ai-bom': { status: 'DEPRECATED', replacedById: 'Term:model-card' },
};

/** The seeds, with a few additions. */
export async function corpusDataset(): Promise<Dataset> {
  const dataset = await seedDataset();
  const entities = dataset.entities.map(({ record, locators }) => {
    const added = { ...record, ...additions[record.id] } as EntityInput;
    const former = added.formerSlugs.map((key) => ({ kind: added.kind, key }));
    return { record: added, locators: [...locators, ...former] };
  });
  return { ...dataset, entities };
}

/** Loads the corpus into an empty store, at a fixed time and in a fixed order. */
export async function fillForCorpus(store: GraphStore): Promise<GraphStore> {
  // The end of a filling is a change of its own, at the time of the server.
  const inOne = { batchSize: 100_000, fillsFrom: Number.POSITIVE_INFINITY };
  await loadDataset(store, await corpusDataset(), { now: loadedAt, ...inOne });
  return store;
}

let embedded: Promise<GraphStore> | undefined;

/** The corpus in an embedded store, to compare others with. */
export function embeddedCorpus(): Promise<GraphStore> {
  embedded ??= (async () => {
    const store = createEmbeddedStore({ file: ':memory:' });
    await store.open();
    return fillForCorpus(store);
  })();
  return embedded;
}

const filled = new WeakMap<StoreUnderTest, Promise<GraphStore>>();

/** A store with the corpus, which suites share that only read. Loading it takes a server many seconds. */
export function corpusIn(stores: StoreUnderTest): Promise<GraphStore> {
  const known = filled.get(stores) ?? stores.empty().then(fillForCorpus);
  filled.set(stores, known);
  return known;
}

/** The answers of an operation: one result, or one for each page of a walk. */
export async function answersTo(
  reader: GraphReader,
  operation: StoredOperation,
): Promise<readonly ExecutionResult[]> {
  const { walk } = operation;
  const { result } = await run(reader, operation);
  if (walk === null) return [result];
  const results = [result];
  for (let found = pageAt(result, walk.path); more(found, walk.backwards); ) {
    const cursor = walk.backwards
      ? { before: found?.pageInfo.startCursor }
      : { after: found?.pageInfo.endCursor };
    const variables = { ...operation.variables, ...cursor };
    const next = await run(reader, { ...operation, variables });
    results.push(next.result);
    found = pageAt(next.result, walk.path);
    if (results.length > 1000) throw new Error(`${operation.name} does not end`);
  }
  return results;
}

interface WalkedPage {
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly { readonly node: unknown }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

function pageAt(result: ExecutionResult, path: readonly string[]): WalkedPage | undefined {
  let at: unknown = result.data;
  for (const key of path) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return (at as WalkedPage | null | undefined) ?? undefined;
}

function more(found: WalkedPage | undefined, backwards: boolean): boolean {
  return (backwards ? found?.pageInfo.hasPreviousPage : found?.pageInfo.hasNextPage) ?? false;
}

/** The nodes of a walk, in the order of the connection. */
export function nodesOf(
  operation: StoredOperation,
  results: readonly ExecutionResult[],
): readonly unknown[] {
  const pages = results.map((result) => {
    const found = pageAt(result, operation.walk?.path ?? []);
    return found?.nodes ?? found?.edges?.map(({ node }) => node) ?? [];
  });
  return (operation.walk?.backwards ? pages.reverse() : pages).flat();
}

/** The exact answers, without the positions of errors in the document. */
export function textOf(results: readonly ExecutionResult[]): string {
  return JSON.stringify(results.map(placeless));
}

export function placeless({ data, errors }: ExecutionResult): unknown {
  // The order of several failed fields depends on the cache. The server sorts them too.
  const without = errors
    ?.map(({ message, path, extensions }) => ({ message, path, extensions }))
    .sort((one, other) => (JSON.stringify(one.path) < JSON.stringify(other.path) ? -1 : 1));
  return { data, errors: without };
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
