import { beforeAll, describe, expect, it } from 'vitest';
import { relationTypes } from '../../src/ontology/relations.ts';
import type { GraphStore, StatementEvent } from '../../src/store/graph-store.ts';
import type { Read } from '../../src/store/reads.ts';
import { plain } from '../support/plain.ts';
import {
  byName,
  edgePageSpec,
  edgeSpec,
  nothing,
  page,
  readOne,
  selecting,
} from '../support/reads.ts';
import type { StoreUnderTest } from './stores.ts';
import { fill, terms } from './world.ts';

const ownerIds = [terms.open.id, terms.weights.id];
const claimSpec = { of: 'subject', property: null, contested: null, ranks: 'ALL' } as const;
const walk = { types: relationTypes };
const fanAt = (id: string) => ({ id, type: 'RELATED_TO', side: 'SYMMETRIC', total: 2 }) as const;
const list = { kind: 'TERM', where: null } as const;

// One read of every kind, or two where equal texts could be confused.
const reads: readonly Read[] = [
  { kind: 'locate', locators: [{ kind: 'TERM', key: 'open' }], select: selecting('name') },
  { kind: 'entities', ids: ownerIds, select: selecting('summary') },
  { kind: 'edges', ownerIds, spec: edgePageSpec(['RELATED_TO']), select: nothing },
  { kind: 'edges', ownerIds, spec: edgePageSpec(['BROADER', 'HAS_TOOL']), select: nothing },
  { kind: 'edges', ownerIds, spec: edgePageSpec(relationTypes), select: selecting('slug') },
  { kind: 'edgeCounts', ownerIds, spec: edgeSpec(['RELATED_TO'], { ranks: 'ALL' }) },
  { kind: 'edgeCounts', ownerIds, spec: edgeSpec(['RELATED_TO'], { ranks: 'BEST' }) },
  { kind: 'list', spec: { ...list, order: byName, window: page({ limit: 2 }) }, select: nothing },
  { kind: 'listCount', spec: list },
  { kind: 'relations', ids: ['Relation:first'] },
  { kind: 'claims', ownerIds: ['Model:early'], spec: { ...claimSpec, window: page() } },
  { kind: 'claimCounts', ownerIds: ['Model:early', 'Model:late'], spec: claimSpec },
  { kind: 'claimsById', ids: ['Claim:01'] },
  { kind: 'sources', ids: ['Source:page'] },
  { kind: 'surroundings', ofId: terms.open.id, ...walk, neighborKinds: null, depth: 2, limit: 5 },
  { kind: 'routes', fromId: terms.open.id, toId: terms.weights.id, ...walk, maxDepth: 3, limit: 5 },
  { kind: 'fans', ownerIds, ...walk },
  { kind: 'sharedNeighbors', pairs: [[fanAt(terms.open.id), fanAt(terms.closed.id)]] },
  { kind: 'relationsAmong', ids: ownerIds, ...walk, limit: 5 },
  { kind: 'graph' },
];

const name = [
  'locate+entities+edges:RELATED_TO+edges:BROADER|HAS_TOOL+edges:*',
  'edgeCounts:RELATED_TO+edgeCounts:RELATED_TO+list:TERM+listCount:TERM+relations',
  'claims:subject+claimCounts:subject+claimsById+sources+surroundings:*+routes:*+fans:*+sharedNeighbors+relationsAmong:*+graph',
].join('+');

/** How reads become statements, and what happens to reads that fail. */
export function statementsContract(stores: StoreUnderTest): void {
  describe('statements', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    it('sends all reads of a call as one statement, named after all of them', async () => {
      const events: StatementEvent[] = [];
      await store.read(reads, { onStatement: (event) => events.push(event) });
      expect(events.map((event) => event.name)).toEqual([name]);
      expect(events[0]?.milliseconds).toBeGreaterThanOrEqual(0);
    });

    it('answers in the order of the reads, as it answers each alone', async () => {
      const together = await store.read(reads);
      const alone = await Promise.all(reads.map((read) => readOne(store, read)));
      expect(together).toHaveLength(reads.length);
      reads.forEach((read, index) => {
        const [one, other] = [together[index], alone[index]];
        if (one === undefined || other === undefined) throw new Error('a read without an answer');
        expect(plain(read, one)).toStrictEqual(plain(read, other));
      });
    });

    it('answers no reads with no results', async () => {
      expect(await store.read([])).toEqual([]);
    });

    it('does not read for a client that has left', async () => {
      const events: StatementEvent[] = [];
      const signal = AbortSignal.abort();
      const reading = async () =>
        store.read(reads, { signal, onStatement: (event) => events.push(event) });
      await expect(reading()).rejects.toMatchObject({ code: 'STORE_ABORTED' });
      expect(events).toEqual([]);
    });

    it('reads for a client that stays', async () => {
      const { signal } = new AbortController();
      expect(await store.read([{ kind: 'graph' }], { signal })).toHaveLength(1);
    });
  });
}
