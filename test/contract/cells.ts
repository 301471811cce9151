import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Condition, Hop } from '../../src/store/list-condition.ts';
import type { FacetBy, Read, ReadResult } from '../../src/store/reads.ts';
import { aWorld } from '../support/arbitraries.ts';
import { Oracle } from '../support/oracle.ts';
import { plain } from '../support/plain.ts';
import { byName, edgeSpec, nothing, page } from '../support/reads.ts';
import { replace } from '../support/replace.ts';
import type { StoreUnderTest } from './stores.ts';

const licensed: Hop = { type: 'LICENSED_UNDER', direction: 'OUT' };
const classified: Hop = { type: 'CLASSIFIED_AS', direction: 'OUT' };

const family: Condition = { op: 'in', property: 'familyName', values: ['Ähnlich', '𝔘ni'] };
const text: Condition = { op: 'in', property: 'inputModalities', values: ['TEXT'] };
const open: Condition = { op: 'in', property: 'availabilityKeys', values: ['WEIGHTS=OPEN'] };
const first: Condition = { op: 'linked', hops: [licensed], slugs: ['l0'] };
const ofClass: Condition = {
  ...{ op: 'linked', hops: [licensed, classified] },
  slugs: ['t0', 't1', 't2', 't3', 't4'],
};
const small: Condition = { op: 'range', property: 'totalParameters', min: null, max: 7 };
const between: Condition = { op: 'range', property: 'totalParameters', min: 1, max: 9 };
const dated: Condition = { op: 'range', property: 'sortReleasedOn', min: '2024-01-01', max: null };
const known: Condition = { op: 'range', property: 'contextTokens', min: null, max: null };
const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of });

const familyUnder = all(family, first);
const smallText = all(text, small);

const conditions: readonly (Condition | null)[] = [
  ...[null, family, text, first, ofClass, all(), all(open, ofClass)],
  ...[familyUnder, smallText, all(first, small), all(all(family, text), all(first, ofClass))],
  ...[
    small,
    between,
    dated,
    known,
    all(ofClass, dated),
    all(family, between),
    all(first, small, dated),
  ],
];
/** Those of which pages are asked. */
const paged: readonly (Condition | null)[] = [...[family, first, ofClass, familyUnder, smallText]];
const facets: readonly FacetBy[] = [
  { op: 'property', property: 'familyName', prefix: '' },
  { op: 'property', property: 'availabilityKeys', prefix: 'WEIGHTS=' },
  { op: 'linked', hops: [licensed] },
  { op: 'linked', hops: [licensed, classified] },
];

const questions: readonly Read[] = conditions.flatMap((where): Read[] => {
  const spec = edgeSpec(['LICENSED_UNDER'], { direction: 'IN', where });
  const pages = [
    { order: byName, window: page({ limit: 3 }) },
    {
      order: { property: 'sortTotalParameters', descending: true },
      window: page({ limit: 2, after: { value: 7, id: 'Model:m1' } }),
    },
    { order: byName, window: page({ limit: 2, backward: true }) },
  ];
  return [
    ...(paged.includes(where) ? pages : []).flatMap((given): Read[] => [
      { kind: 'list', spec: { kind: 'MODEL', where, ...given }, select: nothing },
      {
        kind: 'edges',
        ownerIds: ['License:l0', 'License:l1'],
        spec: { ...spec, facts: true, ...given },
        select: nothing,
      },
    ]),
    { kind: 'listCount', spec: { kind: 'MODEL', where } },
    { kind: 'edgeCounts', ownerIds: ['License:l0', 'License:l1'], spec },
    ...facets.map((by): Read => {
      return { kind: 'facet', spec: { kind: 'MODEL', where, by, limit: 5 }, select: nothing };
    }),
  ];
});

const together = 4;
/** A server must plan each of them. */
const askedOfServer = 40;

/** Models with equal filter values are counted together, whatever was written before. */
export function cellsContract({ empty, effort, isEmbedded }: StoreUnderTest): void {
  describe('counts of models by the values of filters', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await empty();
    });

    it('are those of the oracle after any writes', async () => {
      const length = isEmbedded ? questions.length : askedOfServer;
      const some = fc.shuffledSubarray([...questions], { minLength: length, maxLength: length });
      const history = fc.array(aWorld, { minLength: 2, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(history, some, async (worlds, asked) => {
          for (const world of worlds) {
            await replace(store, world, true);
            const oracle = new Oracle(world);
            const there = new Set(world.entities.map(({ id }) => id));
            const reads = asked.map((read) =>
              read.kind === 'edgeCounts' || read.kind === 'edges'
                ? { ...read, ownerIds: read.ownerIds.filter((id) => there.has(id)) }
                : read,
            );
            const answers: ReadResult[] = [];
            // One statement for all of them would take minutes to plan.
            for (let at = 0; at < reads.length; at += together) {
              answers.push(...(await store.read(reads.slice(at, at + together))));
            }
            reads.forEach((read, at) => {
              const answer = plain(read, answers[at] as ReadResult);
              expect(answer, JSON.stringify(read)).toStrictEqual(oracle.answer(read));
            });
          }
        }),
        { numRuns: effort.histories },
      );
    }, 300_000);
  });
}
