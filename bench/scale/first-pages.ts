import { entityId } from '../../src/ontology/ids.ts';
import type { RelationType } from '../../src/ontology/relations.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Condition, Hop } from '../../src/store/list-condition.ts';
import type { EdgeSpec, Read, Selection, SortOrder } from '../../src/store/reads.ts';
import { hubNames } from '../../test/support/hub-stream.ts';

/** How long a read took the first time, and at its slowest of some more, in milliseconds. */
export interface PageTime {
  readonly name: string;
  readonly first: number;
  readonly slowestLater: number;
}

const repetitions = 20;
const shown: Selection = { properties: ['name', 'slug', 'degree'], edges: [], counts: [] };
const byName: SortOrder = { property: 'sort', descending: false };
const newest: SortOrder = { property: 'sortReleasedOn', descending: true };
const window = { limit: 20, after: null, before: null, backward: false, peek: true };

function into(type: RelationType, where: Condition | null = null): EdgeSpec {
  return {
    types: [type],
    direction: 'IN',
    ranks: 'BEST',
    neighborKinds: null,
    artifact: null,
    on: null,
    where,
  };
}

/** Reads the pages that people open first, on the greatest hubs of the graph. */
export async function firstPages(store: GraphStore, count: number): Promise<readonly PageTime[]> {
  const license = entityId('LICENSE', hubNames.license(0));
  const organization = entityId('ORGANIZATION', hubNames.organization(0));
  const base = entityId('MODEL', hubNames.model(0, count));
  const some = entityId('MODEL', hubNames.model(Math.floor(count / 2), count));
  const hops: readonly Hop[] = [{ type: 'LICENSED_UNDER', direction: 'OUT' }];
  const under: Condition = { op: 'linked', hops, slugs: [hubNames.license(0)] };
  const large: Condition = { op: 'range', property: 'totalParameters', min: 2e11, max: null };
  const llama: Condition = { op: 'in', property: 'familyName', values: ['llama'] };
  const page = (owner: string, spec: EdgeSpec, order: SortOrder): Read => {
    return {
      kind: 'edges',
      ownerIds: [owner],
      spec: { ...spec, facts: true, order, window },
      select: shown,
    };
  };
  const list = (where: Condition | null, order: SortOrder): Read => {
    return { kind: 'list', spec: { kind: 'MODEL', where, order, window }, select: shown };
  };
  const facet = (where: Condition | null): Read => {
    return {
      kind: 'facet',
      spec: { kind: 'MODEL', where, by: { op: 'linked', hops }, limit: 20 },
      select: shown,
    };
  };
  const reads: readonly (readonly [string, Read])[] = [
    ['a model with its relations', { kind: 'entities', ids: [some], select: withEdges }],
    ['models of the greatest license', page(license, into('LICENSED_UNDER'), byName)],
    ['the same, newest first', page(license, into('LICENSED_UNDER'), newest)],
    ['the same, of one family', page(license, into('LICENSED_UNDER', llama), byName)],
    ['count of them', { kind: 'edgeCounts', ownerIds: [license], spec: into('LICENSED_UNDER') }],
    ['models of the greatest organization', page(organization, into('DEVELOPED_BY'), newest)],
    ['models made from the first', page(base, into('DERIVED_FROM'), byName)],
    [
      'links of the first model',
      {
        kind: 'links',
        ownerIds: [base],
        spec: { types: ['DERIVED_FROM'], direction: 'BOTH', neighborKinds: null, limit: 100 },
      },
    ],
    ['all models', list(null, byName)],
    ['models by license and size', list({ op: 'all', of: [under, large] }, newest)],
    [
      'count of those',
      { kind: 'listCount', spec: { kind: 'MODEL', where: { op: 'all', of: [under, large] } } },
    ],
    [
      'models whose name has "coder-v3"',
      list({ op: 'contains', property: 'folded', text: 'coder-v3' }, byName),
    ],
    ['licenses as a facet', facet(null)],
    ['the same, of one family', facet(llama)],
    ['how much there is', { kind: 'graph' }],
  ];
  const times: PageTime[] = [];
  for (const [name, read] of reads) {
    const first = await timeOf(store, read);
    let slowestLater = 0;
    for (let n = 0; n < repetitions; n += 1)
      slowestLater = Math.max(slowestLater, await timeOf(store, read));
    times.push({ name, first, slowestLater });
  }
  return times;
}

const out: EdgeSpec = {
  ...into('LICENSED_UNDER'),
  types: ['LICENSED_UNDER', 'DEVELOPED_BY', 'DERIVED_FROM', 'EXEMPLIFIES'],
  direction: 'OUT',
};
const withEdges: Selection = {
  ...shown,
  edges: [{ spec: { ...out, facts: true, order: byName, window }, select: shown }],
};

async function timeOf(store: GraphStore, read: Read): Promise<number> {
  const begun = performance.now();
  await store.read([read]);
  return performance.now() - begun;
}
