import { beforeEach, describe, expect, it } from 'vitest';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase } from '../../../src/store/embedded/database/database.ts';
import { Graph } from '../../../src/store/embedded/database/graph.ts';
import { areMany, mayTakeLong } from '../../../src/store/embedded/read/long-reads.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import type { Condition } from '../../../src/store/list-condition.ts';
import type { EdgeSpec, Read, Selection } from '../../../src/store/reads.ts';
import { byName, edgePageSpec, edgeSpec, nothing, page } from '../../support/reads.ts';
import { change, license, model, relation } from '../../support/records.ts';

const hubFrom = 30;
const [hub, other] = [license('hub'), license('other')];
const models = Array.from({ length: hubFrom }, (_, n) => model(`m${n}`, { familyName: 'f' }));
const relations = models.map((each) => relation(each, 'LICENSED_UNDER', hub));

let graph: Graph;
beforeEach(() => {
  const database = openDatabase(':memory:');
  const codes = new Codes(database);
  new Writer(database, codes).write(change({ entities: [hub, other, ...models], relations }));
  graph = new Graph(database, codes, {
    ...{ cacheBytes: 100_000, crowdedFrom: 5, mostLookedAt: 100_000, before: () => {} },
  });
});

const family: Condition = { op: 'in', property: 'familyName', values: ['f'] };
const large: Condition = { op: 'range', property: 'totalParameters', min: 1, max: null };
const licensed = { direction: 'IN' } as const;
const models20 = edgePageSpec(['LICENSED_UNDER'], licensed);
const newest = { property: 'sortReleasedOn', descending: true };
const counting = (spec: EdgeSpec): Selection => ({ ...nothing, counts: [spec] });
const showing = (spec: Selection['edges'][number]['spec'], select = nothing): Selection => ({
  ...nothing,
  edges: [{ spec, select }],
});
const locating = (key: string, select: Selection): Read => {
  return { kind: 'locate', locators: [{ kind: 'LICENSE', key }], select };
};
const listing = (where: Condition | null, select = nothing): Read => {
  return { kind: 'list', spec: { kind: 'MODEL', where, order: byName, window: page() }, select };
};
const counts = (where: Condition | null) => edgeSpec(['LICENSED_UNDER'], { ...licensed, where });

describe('what may hold the process is read in a thread', () => {
  it.each<[string, Read]>([
    ['a filtered list', listing(family)],
    [
      'a count by what is not summed up',
      { kind: 'listCount', spec: { kind: 'MODEL', where: large } },
    ],
    ['a filtered count that comes along with a hub', locating('hub', counting(counts(large)))],
    [
      'an ordered page that comes along with a hub',
      locating('hub', showing({ ...models20, order: newest })),
    ],
    [
      'a filtered page of what a list leads to',
      listing(null, showing(edgePageSpec(['LICENSED_UNDER']), counting(counts(large)))),
    ],
  ])('%s', (_, read) => {
    expect(mayTakeLong(read, graph, hubFrom)).toBe(true);
    expect(mayTakeLong(read, graph, 10 * hubFrom)).toBe(false);
  });

  it.each<[string, Read]>([
    ['a list', listing(null)],
    [
      'a list with what its entities lead to',
      listing(null, showing(edgePageSpec(['LICENSED_UNDER'], { on: '2024-01-01' }))),
    ],
    [
      'a hub with its first page and its count',
      locating('hub', { ...showing(models20), counts: [counts(null)] }),
    ],
    ['a small license with a filtered count', locating('other', counting(counts(large)))],
    ['a count that is summed up', { kind: 'listCount', spec: { kind: 'MODEL', where: family } }],
  ])('and here, since it takes little: %s', (_, read) => {
    expect(mayTakeLong(read, graph, hubFrom)).toBe(false);
  });
});

describe('reads that are many together', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, n) => `Model:m${n}`);
  const page5 = edgePageSpec(['LICENSED_UNDER'], { window: page({ limit: 5 }) });
  const lineage = (count: number): Read => {
    return { kind: 'entities', ids: ids(count), select: showing(page5, counting(counts(null))) };
  };

  it('are read in a thread, and as many as a page has are not', () => {
    // Each has a page of five neighbors with a count of their own.
    expect(areMany([lineage(100)])).toBe(true);
    expect(areMany([lineage(40), lineage(40)])).toBe(true);
    expect(areMany([lineage(20)])).toBe(false);
    expect(areMany([{ kind: 'entities', ids: ids(100), select: nothing }])).toBe(false);
    const spec = { ...page5, window: page({ limit: 100 }) };
    expect(areMany([{ kind: 'edges', ownerIds: ids(1), spec, select: nothing }])).toBe(false);
  });
});
