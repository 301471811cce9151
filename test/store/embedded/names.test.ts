import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase, type Sqlite } from '../../../src/store/embedded/database/database.ts';
import { Graph } from '../../../src/store/embedded/database/graph.ts';
import { entityCount, entityPage } from '../../../src/store/embedded/read/list-reads.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import type { Condition } from '../../../src/store/list-condition.ts';
import type { ListPageSpec } from '../../../src/store/reads.ts';
import { byName, page, selecting } from '../../support/reads.ts';
import { change, model, term } from '../../support/records.ts';

let database: Sqlite;
let graph: Graph;
let writer: Writer;
const open = (mostLookedAt = 100_000) => {
  database = openDatabase(':memory:');
  const codes = new Codes(database);
  writer = new Writer(database, codes);
  graph = new Graph(database, codes, {
    ...{ cacheBytes: 1_000_000, crowdedFrom: 256, mostLookedAt, before: () => {} },
  });
};
beforeEach(() => open());
afterEach(() => database.close());

const contains = (text: string): Condition => ({ op: 'contains', property: 'folded', text });
const list = (where: Condition): ListPageSpec => ({
  ...{ kind: 'MODEL', where, order: byName, window: page({ limit: 100 }) },
});

describe('texts in names', () => {
  // Few characters, so that texts often have the parts of a searched text, but not in its order.
  const character = fc.constantFrom('a', 'b', '-', '"', '\n', 'é', '𝔘');
  const text = (maxLength: number) => fc.string({ unit: character, minLength: 1, maxLength });

  it('are found and counted as by looking at each', () => {
    const asked = fc.array(fc.array(text(9), { minLength: 1, maxLength: 2 }), {
      minLength: 6,
      maxLength: 10,
    });
    const things = fc.array(fc.record({ folded: text(14), isModel: fc.boolean() }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(things, asked, (given, questions) => {
        open();
        const entities = given.map(({ folded, isModel }, n) =>
          (isModel ? model : term)(`e${String(n).padStart(2, '0')}`, { folded }),
        );
        writer.write(change({ entities }));
        for (const texts of questions) {
          const expected = entities.filter(
            ({ kind, folded }) => kind === 'MODEL' && texts.every((each) => folded.includes(each)),
          );
          const [first, ...others] = texts.map(contains);
          if (first === undefined) continue;
          const spec = list(others.length === 0 ? first : { op: 'all', of: [first, ...others] });
          expect(entityCount(graph, spec)).toBe(expected.length);
          const { rows } = entityPage(graph, spec, selecting('slug', 'folded'));
          expect(rows.map(({ node }) => node.entity)).toMatchObject(
            expected.map(({ slug, folded }) => ({ slug, folded })),
          );
        }
        database.close();
      }),
      { numRuns: 25 },
    );
  });

  it('are those of the latest names, whether they follow from these or not', () => {
    const found = (wanted: string) => entityCount(graph, list(contains(wanted)));
    const first = model('m', { name: 'Früher', aliases: ['Älter'] });
    const own = model('m', { name: 'Später', folded: 'eigen' });
    const last = model('m', { name: 'Zuletzt', aliases: ['Ähnlich'] });
    for (const each of [first, own, last]) {
      writer.write(change({ entities: [each] }));
      graph.forget();
      const { rows } = entityPage(graph, list(contains(each.folded)), selecting('folded'));
      expect(rows.map(({ node }) => node.entity.folded)).toEqual([each.folded]);
    }
    expect(['fruher', 'alter', 'eigen', 'spater', 'zuletzt', 'ahnlich'].map(found)).toEqual([
      ...[0, 0, 0, 0, 1, 1],
    ]);
    writer.write(change({ remove: { entities: [last.id] } }));
    graph.forget();
    expect(found('zuletzt')).toBe(0);
  });

  it('are counted in narrow rows, up to a bound on the names looked at', () => {
    open(50);
    const count = (size: number) => {
      const entities = Array.from({ length: size }, (_, n) => model(`coder-v3-${n}`));
      writer.write(change({ entities }));
      graph.forget();
      const row = vi.spyOn(graph.statements, 'row');
      const found = entityCount(graph, list(contains('coder-v3')));
      const plans = row.mock.calls.flatMap(([sql, parameters]) =>
        database
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .raw()
          .all([...parameters])
          .map((step) => String((step as unknown as unknown[])[3])),
      );
      row.mockRestore();
      return { found, plans };
    };
    for (const size of [20, 50]) {
      const { found, plans } = count(size);
      expect(found).toBe(size);
      expect(plans).toContain('SEARCH k USING INTEGER PRIMARY KEY (rowid=?)');
      expect(plans.join('\n')).not.toMatch(/(SCAN|SEARCH) (e|entity)\b/);
    }
    expect(() => count(51)).toThrow(expect.objectContaining({ code: 'STORE_BOUND' }));
  });
});
