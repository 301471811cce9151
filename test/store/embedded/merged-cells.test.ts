import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/ontology/kinds.ts';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase } from '../../../src/store/embedded/database/database.ts';
import { Graph } from '../../../src/store/embedded/database/graph.ts';
import { mergedPortion, passingCells } from '../../../src/store/embedded/match/merged-cells.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import type { Condition, Hop } from '../../../src/store/list-condition.ts';
import type { Keyset } from '../../../src/store/reads.ts';
import { change, license, model, relation } from '../../support/records.ts';

const licensed: Hop = { type: 'LICENSED_UNDER', direction: 'OUT' };
const families = ['a', 'b', 'c'];
const licenses = [license('one'), license('two')];
const slugs = Array.from({ length: 12 }, (_, n) => `m${n}`);

const aModel = fc.record({
  slug: fc.constantFrom(...slugs),
  // Many have equal values, so that ids decide.
  name: fc.constantFrom('same', 'other', 'Ähnlich', '𝔘ni'),
  familyName: fc.option(fc.constantFrom(...families)),
  totalParameters: fc.option(fc.integer({ min: 1, max: 3 })),
  sortReleasedOn: fc.constantFrom('', '2020', '2021'),
  under: fc.subarray(licenses),
  best: fc.boolean(),
});
type Given = typeof aModel extends fc.Arbitrary<infer Value> ? Value : never;

const aWrite = fc.record({
  models: fc.uniqueArray(aModel, { maxLength: 10, selector: ({ slug }) => slug }),
  removed: fc.subarray(slugs),
});

const anOrder = fc.constantFrom(...Object.values(kindOf('MODEL').orders).map((o) => o.property));
const aCondition: fc.Arbitrary<{
  readonly families: readonly string[] | null;
  readonly under: readonly string[] | null;
  readonly least: number | null;
}> = fc.record({
  families: fc.option(fc.subarray([...families, 'none'])),
  under: fc.option(fc.subarray(['one', 'two'])),
  least: fc.option(fc.constantFrom(1, 2, 3)),
});
const aQuestion = fc.record({
  asked: aCondition,
  property: anOrder,
  down: fc.boolean(),
  size: fc.integer({ min: 1, max: 9 }),
  from: fc.option(fc.nat({ max: 11 })),
  to: fc.option(fc.nat({ max: 11 }), { freq: 1 }),
});

describe('the merged orders of cells', () => {
  it('are the order of all their models, after any writes', () => {
    fc.assert(
      fc.property(
        fc.array(aWrite, { minLength: 1, maxLength: 5 }),
        fc.array(aQuestion, { minLength: 3, maxLength: 8 }),
        (writes, questions) => {
          const database = openDatabase(':memory:');
          const codes = new Codes(database);
          const writer = new Writer(database, codes);
          writer.write(change({ entities: licenses }));
          const there = new Map<string, Given>();
          for (const { models, removed } of writes) {
            const gone = removed.filter((slug) => there.has(slug));
            for (const slug of gone) there.delete(slug);
            const old = models.flatMap(({ slug }) => there.get(slug) ?? []);
            const dropped = old.flatMap((each) => relationsOf(each).map(({ id }) => id));
            for (const each of models) there.set(each.slug, each);
            const none = change({});
            writer.write({
              ...change({
                entities: models.map(recordOf),
                relations: models.flatMap(relationsOf),
              }),
              remove: {
                ...none.remove,
                entities: gone.map((slug) => `Model:${slug}`),
                relations: dropped,
              },
            });
            const graph = new Graph(database, codes, {
              ...{ cacheBytes: 1_000_000, crowdedFrom: 256, mostLookedAt: 1000 },
              before: () => {},
            });
            for (const question of questions) {
              expect(answer(graph, question)).toEqual(expected([...there.values()], question));
            }
          }
          database.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

type Question = typeof aQuestion extends fc.Arbitrary<infer Value> ? Value : never;

function recordOf({ slug, under: _, best: __, ...given }: Given) {
  return model(slug, { ...given });
}

function relationsOf(given: Given) {
  return given.under.map((end) =>
    relation(recordOf(given), 'LICENSED_UNDER', end, { best: given.best }),
  );
}

/** A place that may or may not be that of a model. */
function placeAt(property: string, n: number | null): Keyset | null {
  if (n === null) return null;
  const values: Readonly<Record<string, readonly (string | number)[]>> = {
    sort: ['other', 'same', 'uni'],
    sortReleasedOn: ['', '2020', '2021'],
  };
  const some = values[property] ?? [-1, 1, 2];
  return { value: some[n % 3] ?? '', id: `Model:m${n}` };
}

function whereOf({ families, under, least }: Question['asked']): Condition {
  const of: Condition[] = [];
  if (families !== null) of.push({ op: 'in', property: 'familyName', values: families });
  if (under !== null) of.push({ op: 'linked', hops: [licensed], slugs: under });
  if (least !== null) of.push({ op: 'range', property: 'totalParameters', min: least, max: null });
  return { op: 'all', of };
}

function answer(graph: Graph, { asked, property, down, size, from, to }: Question) {
  const passing = passingCells(graph, 'MODEL', whereOf(asked));
  if (passing === null) return asked.least === null ? 'no cells' : null;
  const walk = { down, start: placeAt(property, from), end: placeAt(property, to) };
  const found: string[] = [];
  for (let { start } = walk; ; ) {
    const { rows, last } = mergedPortion(graph, passing, property, { ...walk, start }, size);
    expect(rows.length).toBeLessThanOrEqual(size);
    found.push(...rows.map(([id]) => id));
    if (last === null) return found;
    start = last;
  }
}

function expected(models: readonly Given[], { asked, property, down, from, to }: Question) {
  if (asked.families === null && asked.under === null && asked.least !== null) return null;
  const rows = models
    .filter(
      ({ familyName, under, best, totalParameters }) =>
        (asked.families === null || asked.families.includes(familyName ?? '')) &&
        (asked.under === null || (best && under.some(({ slug }) => asked.under?.includes(slug)))) &&
        (asked.least === null || (totalParameters ?? 0) >= asked.least),
    )
    .map(recordOf)
    .map((record) => ({
      id: record.id,
      value: (record as unknown as Record<string, string | number>)[property] ?? '',
    }));
  const compare = (one: Keyset, other: Keyset) => {
    if (one.value !== other.value) return one.value < other.value ? -1 : 1;
    return one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
  };
  const sign = down ? -1 : 1;
  const [start, end] = [placeAt(property, from), placeAt(property, to)];
  return rows
    .filter(
      (row) =>
        (start === null || sign * compare(row, start) > 0) &&
        (end === null || sign * compare(row, end) < 0),
    )
    .sort((one, other) => sign * compare(one, other))
    .map(({ id }) => id);
}
