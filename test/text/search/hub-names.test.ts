import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphReader, type GraphReader } from '../../../src/loaders/graph-reader.ts';
import { change, model } from '../../support/records.ts';
import { seededStore } from '../../support/seeds.ts';
import { firstHitOf } from './graphql-search.ts';
import { hubNames, hubSpellings } from './hub-names.ts';

const slugOf = (name: string) => name.replaceAll(/[/.]/g, '-');

/** The name, and names that differ from it in a size, a version or a form. */
function withSiblings(name: string): readonly string[] {
  const others = [
    name.replace(/\d+b/, '1b'),
    name.replace(/-v(\d)/, '-v9'),
    `${name}-merged`,
    `${name}-lora`,
  ];
  return [...new Set([name, ...others])];
}

describe('search for names of a model hub, among the seeds and names much like them', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    const store = await seededStore();
    const names = [...new Set(hubNames.flatMap(withSiblings))];
    const entities = names.map((name) =>
      model(`hub-${slugOf(name)}`, { name, summary: 'A model that somebody put on a hub.' }),
    );
    await store.write(change({ entities }));
    reader = createGraphReader(store, { revisionCheckMs: 60_000, cacheRows: 10_000 });
  });

  it.each(Object.entries(hubSpellings))('puts the right one first: %s', async (_how, written) => {
    expect(hubNames).toHaveLength(40);
    const missed: string[] = [];
    for (const name of hubNames) {
      const first = await firstHitOf(reader, written(name));
      if (first !== `MODEL:hub-${slugOf(name)}`) missed.push(`${written(name)}: ${first}`);
    }
    expect(missed).toEqual([]);
  });
});
