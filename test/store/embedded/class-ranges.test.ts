import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase } from '../../../src/store/embedded/database/database.ts';
import { Graph } from '../../../src/store/embedded/database/graph.ts';
import { classesFound } from '../../../src/store/embedded/read/model-classes.ts';
import { ClassAssigner, classTexts } from '../../../src/store/embedded/write/class-assigner.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import type { Condition } from '../../../src/store/list-condition.ts';
import { change, model } from '../../support/records.ts';

type Range = Extract<Condition, { op: 'range' }>;

const aModel = fc.record({
  family: fc.constantFrom('a', 'b', null),
  day: fc.constantFrom('', '2020-01-01', '2021-01-01', '2022-01-01'),
  size: fc.option(fc.integer({ min: 0, max: 4 })),
  key: fc.option(fc.constantFrom('k1', 'k2', 'k3')),
});
const aRange: fc.Arbitrary<Range> = fc.oneof(
  fc.record({
    op: fc.constant('range' as const),
    property: fc.constant('sortReleasedOn'),
    min: fc.option(fc.constantFrom('2020-01-01', '2021-01-01+')),
    max: fc.option(fc.constantFrom('2020-06-01', '2021-01-01')),
  }),
  fc.record({
    op: fc.constant('range' as const),
    property: fc.constant('totalParameters'),
    min: fc.option(fc.integer({ min: 0, max: 4 })),
    max: fc.option(fc.integer({ min: 0, max: 4 })),
  }),
);

function filled(given: readonly (typeof aModel extends fc.Arbitrary<infer M> ? M : never)[]) {
  const database = openDatabase(':memory:');
  const codes = new Codes(database);
  const entities = given.map(({ family, day, size }, n) =>
    model(`m${n}`, {
      ...{ familyName: family, sortReleasedOn: day },
      ...{ totalParameters: size, sortTotalParameters: size ?? -1 },
    }),
  );
  new Writer(database, codes).write(change({ entities }));
  const of = given.flatMap(({ key }, n) =>
    key === null ? [] : [[`Model:m${n}`, { key, content: '', variant: null }] as const],
  );
  new ClassAssigner(database).assign(classTexts(new Map(of)), 1);
  const graph = (mostLookedAt: number) =>
    new Graph(database, codes, {
      ...{ cacheBytes: 1_000_000, crowdedFrom: 256, mostLookedAt, before: () => {} },
    });
  return { graph, close: () => database.close() };
}

const wide = { mostClasses: 10, mostOpen: 0, rivals: [] };
const inFamilies = (families: readonly string[], range: Range): Condition => ({
  ...{ op: 'all', of: [{ op: 'in', property: 'familyName', values: families }, range] },
});
const countsOf = (graph: Graph, where: Condition) => {
  const { keys, counts } = classesFound(graph, { kind: 'useClasses', where, ...wide });
  const found = keys.split(' ').flatMap((key, at) => (key === '' ? [] : [[key, counts[at]]]));
  return Object.fromEntries(found) as Record<string, number>;
};

it('classes of families within a range are those of looking at every model', () => {
  const within = (value: string | number | null, { min, max }: Range) =>
    value !== null && (min === null || value >= min) && (max === null || value <= max);
  const questions = fc.array(
    fc.record({ families: fc.subarray(['a', 'b'], { minLength: 1 }), range: aRange }),
    { minLength: 4, maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(aModel, { maxLength: 30 }), questions, (given, asked) => {
      const { graph, close } = filled(given);
      for (const { families, range } of asked) {
        const expected: Record<string, number> = {};
        for (const { family, day, size, key } of given) {
          const value = range.property === 'totalParameters' ? size : day;
          if (key === null || family === null || !families.includes(family)) continue;
          if (within(value, range)) expected[key] = (expected[key] ?? 0) + 1;
        }
        expect(countsOf(graph(100), inFamilies(families, range))).toEqual(expected);
      }
      close();
    }),
    { numRuns: 25 },
  );
});

it('takes the others off what is stored, however many models a family has', () => {
  const size = 60;
  const { graph, close } = filled(
    Array.from({ length: size }, (_, n) => ({
      ...{ family: 'a' as const, day: n < 50 ? ('2020-01-01' as const) : ('2022-01-01' as const) },
      ...{ size: n % 2, key: 'k1' as const },
    })),
  );
  const until = (max: string): Range => ({
    op: 'range',
    property: 'sortReleasedOn',
    min: null,
    max,
  });
  const even: Range = { op: 'range', property: 'totalParameters', min: 1, max: null };
  const few = graph(10);
  expect(countsOf(few, inFamilies(['a'], until('2021-01-01')))).toEqual({ k1: 50 });
  expect(countsOf(few, inFamilies(['a'], until('2023-01-01')))).toEqual({ k1: 60 });
  expect(countsOf(few, inFamilies(['a'], until('2019-01-01')))).toEqual({});
  expect(() => countsOf(few, inFamilies(['a'], even))).toThrow(
    expect.objectContaining({ code: 'STORE_BOUND' }),
  );
  close();
});
