import { beforeEach, describe, expect, it, vi } from 'vitest';
import { relationTypes } from '../../../src/ontology/relations.ts';
import { Codes } from '../../../src/store/embedded/database/codes.ts';
import { openDatabase, type Sqlite } from '../../../src/store/embedded/database/database.ts';
import { Graph } from '../../../src/store/embedded/database/graph.ts';
import { mergedPortion, passingCells } from '../../../src/store/embedded/match/merged-cells.ts';
import { walkOf } from '../../../src/store/embedded/match/window-text.ts';
import { edgeCount, edgePage } from '../../../src/store/embedded/read/edge-reads.ts';
import { facetRows } from '../../../src/store/embedded/read/facet-reads.ts';
import { entityCount, entityPage } from '../../../src/store/embedded/read/list-reads.ts';
import { classesFound } from '../../../src/store/embedded/read/model-classes.ts';
import { linksOf, surroundings } from '../../../src/store/embedded/read/walk-reads.ts';
import { ClassAssigner, classTexts } from '../../../src/store/embedded/write/class-assigner.ts';
import { Writer } from '../../../src/store/embedded/write-change.ts';
import type { Condition } from '../../../src/store/list-condition.ts';
import type { EdgePageSpec, ListPageSpec, PageWindow } from '../../../src/store/reads.ts';
import type { Followed } from '../../../src/store/sides.ts';
import { byName, nothing, page } from '../../support/reads.ts';
import { change, license, model, organization, relation } from '../../support/records.ts';

const size = 1200;
const hub = license('hub');
const models = Array.from({ length: size }, (_, n) =>
  model(`m${n}`, {
    familyName: n % 100 === 0 ? 'rare' : 'common',
    sortReleasedOn: `20${10 + (n % 15)}-01-01`,
  }),
);

let database: Sqlite;
let graph: Graph;
beforeEach(() => {
  database = openDatabase(':memory:');
  const codes = new Codes(database);
  const relations = models.map((each) => relation(each, 'LICENSED_UNDER', hub));
  new Writer(database, codes).write(change({ entities: [hub, ...models], relations }));
  graph = graphOf(100_000);
});

function graphOf(mostLookedAt: number): Graph {
  return new Graph(database, new Codes(database), {
    ...{ cacheBytes: 1_000_000, crowdedFrom: 256, mostLookedAt, before: () => {} },
  });
}

const window: PageWindow = page({ limit: 20, peek: true });
const edges = (given: Partial<EdgePageSpec> = {}): EdgePageSpec => ({
  ...{ types: ['LICENSED_UNDER'], direction: 'IN', ranks: 'BEST', neighborKinds: null },
  ...{ artifact: null, on: null, where: null, facts: false, order: byName, window, ...given },
});
const list = (given: Partial<ListPageSpec> = {}): ListPageSpec => ({
  ...{ kind: 'MODEL', where: null, order: byName, window, ...given },
});
const newest = { property: 'sortReleasedOn', descending: true };
const after = { value: 'm5', id: 'Model:m5' };
const rare: Condition = { op: 'in', property: 'familyName', values: ['rare'] };

/** The statements that the work sends, with their parameters. */
function sentBy(work: () => void): readonly (readonly [string, readonly unknown[]])[] {
  const sent: [string, readonly unknown[]][] = [];
  for (const name of ['rows', 'row'] as const) {
    const real = graph.statements[name].bind(graph.statements);
    vi.spyOn(graph.statements, name).mockImplementation((sql, parameters) => {
      sent.push([sql, parameters]);
      return real(sql, parameters) as never;
    });
  }
  work();
  vi.restoreAllMocks();
  return sent;
}

/** The plans of all statements that the work sends, one on each line. */
function plansOf(work: () => void): readonly string[] {
  return sentBy(work).flatMap(([sql, parameters]) => {
    const rows = database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .raw()
      .all([...parameters]);
    return (rows as unknown as [number, number, number, string][]).map((row) => row[3]);
  });
}

describe('frequent reads use an index, in its order, for any size', () => {
  it.each<[string, () => void]>([
    ['a page of a hub', () => edgePage(graph, hub.id, edges(), nothing)],
    [
      'the page after it, with what connects them',
      () => {
        const spec = edges({ facts: true, window: { ...window, after } });
        edgePage(graph, hub.id, spec, nothing);
      },
    ],
    [
      'the page before one',
      () => {
        const spec = edges({ window: { ...window, before: after, backward: true } });
        edgePage(graph, hub.id, spec, nothing);
      },
    ],
    [
      'a page of a hub in another order',
      () => edgePage(graph, hub.id, edges({ order: newest }), nothing),
    ],
    ['the count of a hub', () => edgeCount(graph, hub.id, edges())],
    ['a list', () => entityPage(graph, list({ window: { ...window, after } }), nothing)],
    ['a list in another order', () => entityPage(graph, list({ order: newest }), nothing)],
    ['the count of a list', () => entityCount(graph, list())],
    [
      'a list of the models in some cells, after a place',
      () => {
        const where = { op: 'in', property: 'familyName', values: ['common', 'rare'] } as const;
        const from = { ...list().window, after };
        const passing = passingCells(graph, 'MODEL', where);
        if (passing === null) throw new Error('expected cells');
        mergedPortion(graph, passing, 'sort', walkOf(false, from), 20);
      },
    ],
  ])('%s', (_, work) => {
    const plans = plansOf(work).join('\n');
    expect(plans).not.toMatch(/TEMP B-TREE/);
    expect(plans).not.toMatch(/SCAN (entity|relation|edge|held|claim|[erx]\b)/);
  });

  it('pages of the models in some cells merge the orders of these cells', () => {
    const common: Condition = { op: 'in', property: 'familyName', values: ['common'] };
    const works = [
      () => edgePage(graph, hub.id, edges({ where: rare }), nothing),
      () => edgePage(graph, hub.id, edges({ order: newest, where: common }), nothing),
      () => entityPage(graph, list({ where: rare, window: { ...window, limit: 5 } }), nothing),
    ];
    for (const work of works) {
      const plans = plansOf(work).join('\n');
      expect(plans).toMatch(/USING COVERING INDEX entity_by_cell_\w+ \(cell=\?\)/);
      expect(plans).not.toMatch(/TEMP B-TREE|SCAN [erx]\b/);
    }
  });

  it('relations that lead to none of the wanted kinds are not read, however many a hub has', () => {
    const steward = organization('steward');
    new Writer(database, new Codes(database)).write(
      change({ entities: [steward], relations: [relation(hub, 'STEWARDED_BY', steward)] }),
    );
    // A count of all neighbors, one by one, would be refused.
    graph = graphOf(size / 2);
    const of: Followed = {
      ...{ types: relationTypes, direction: 'BOTH', neighborKinds: ['ORGANIZATION'] },
    };
    const sent = sentBy(() => {
      expect(edgePage(graph, hub.id, edges(of), nothing).rows).toHaveLength(1);
      expect(edgeCount(graph, hub.id, edges(of))).toBe(1);
      expect(linksOf(graph, hub.id, { ...of, limit: 20 })).toMatchObject({
        links: [{ neighborId: steward.id }],
        complete: true,
      });
      expect(surroundings(graph, hub.id, { ...of, depth: 1, limit: 20 })).toHaveLength(2);
    });
    expect(sent.map(([text]) => text).filter((text) => /edge\b/.test(text))).toEqual([]);
  });

  it('a walk that needs all links of an entity reads none of a hub', () => {
    const spec = { types: ['LICENSED_UNDER'], direction: 'IN', neighborKinds: null } as const;
    const all = (limit: number) => linksOf(graph, hub.id, { ...spec, limit, allOrNone: true });
    expect(all(size)).toEqual(linksOf(graph, hub.id, { ...spec, limit: size }));
    expect(all(size)).toMatchObject({ links: { length: size }, complete: true });
    const sent = sentBy(() => {
      expect(all(size - 1)).toEqual({ links: [], complete: false });
    });
    expect(sent.map(([text]) => text).filter((text) => /edge|relation/.test(text))).toEqual([]);
  });

  it('classes are counted by sizes, and those of rivals by their variants', () => {
    const variant = { key: 'v', licensors: [['Organization:o', '0.0.1']] } as const;
    const of = models.map(({ id }, n) => {
      const isOfMaker = n % 300 === 0;
      return [
        id,
        {
          key: `k${n % 7}`,
          content: '',
          variant: isOfMaker ? { ...variant, key: `v${n % 7}` } : null,
        },
      ] as const;
    });
    expect(new ClassAssigner(database).assign(classTexts(new Map(of)), 1)).toBe(true);
    const read = { kind: 'useClasses', mostClasses: 100, mostOpen: 10 } as const;
    for (const where of [null, rare]) {
      for (const rivals of [[], ['Organization:o']]) {
        let counted = 0;
        const plans = plansOf(() => {
          const { counts } = classesFound(graph, { where, rivals, ...read });
          counted = counts.reduce((sum, count) => sum + count, 0);
        }).join('\n');
        expect(counted).toBe(where === null ? size : size / 100);
        expect(plans).not.toMatch(/entity_by_cell|SCAN (entity|model_class|model_cell|[eim]\b)/);
      }
    }
  });

  it('every index finds all entities, and a rare value needs no other reads', () => {
    const plans = plansOf(() => {
      expect(entityCount(graph, list({ where: rare }))).toBe(size / 100);
      expect(entityPage(graph, list({ where: rare }), nothing).rows).toHaveLength(size / 100);
      expect(edgeCount(graph, hub.id, edges({ where: rare }))).toBe(size / 100);
      const by = { op: 'linked', hops: [{ type: 'LICENSED_UNDER', direction: 'OUT' }] } as const;
      expect(facetRows(graph, { kind: 'MODEL', where: null, by, limit: 5 }, nothing)).toEqual([
        { value: 'hub', count: size, entity: expect.anything() },
      ]);
    }).join('\n');
    expect(plans).not.toMatch(/SCAN (entity|relation|held|[er]\b)/);
  });
});

describe('what no index finds', () => {
  const has = (text: string): Condition => ({ op: 'contains', property: 'folded', text });
  const named = (text: string) =>
    models
      .map(({ name }) => name)
      .filter((name) => name.includes(text))
      .sort();
  const namesIn = (where: Condition, given: Partial<PageWindow>) =>
    entityPage(graph, list({ where, window: { ...window, ...given } }), nothing).rows.map(
      ({ sortValue }) => sortValue,
    );

  it('is sought in the order of the list, portion by portion', () => {
    const all = named('99');
    expect(all.length).toBeGreaterThan(20);
    expect(namesIn(has('99'), { limit: 100 })).toEqual(all);
    expect(namesIn(has('99'), { limit: 5 })).toEqual(all.slice(0, 5));
    expect(namesIn(has('99'), { limit: 5, backward: true })).toEqual(all.slice(-5));
    const place = { value: all[4] ?? '', id: `Model:${all[4]}` };
    expect(namesIn(has('99'), { limit: 5, after: place })).toEqual(all.slice(5, 10));
    expect(namesIn(has('99'), { limit: 9, backward: true, before: place })).toEqual(
      all.slice(0, 4),
    );
    expect(namesIn(has('zz'), { limit: 5 })).toEqual([]);
  });

  it('is refused where too many would have to be looked at', () => {
    graph = graphOf(500);
    const refused = expect.objectContaining({ code: 'STORE_BOUND' });
    const caught = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    expect(caught(() => entityCount(graph, list({ where: has('99') })))).toEqual(refused);
    expect(caught(() => namesIn(has('zz'), { limit: 5 }))).toEqual(refused);
    expect(caught(() => edgeCount(graph, hub.id, edges({ where: has('99') })))).toEqual(refused);
    expect(caught(() => edgeCount(graph, hub.id, edges({ ranks: 'CURRENT' })))).toEqual(refused);
    const by = { op: 'linked', hops: [{ type: 'DEVELOPED_BY', direction: 'OUT' }] } as const;
    const facet = { kind: 'MODEL', where: has('99'), by, limit: 5 } as const;
    expect(caught(() => facetRows(graph, facet, nothing))).toEqual(refused);
    // What is near the beginning is found, and what is summed up is counted.
    expect(namesIn(has('10'), { limit: 5 })).toEqual(named('10').slice(0, 5));
    const common: Condition = { op: 'in', property: 'familyName', values: ['common'] };
    expect(entityCount(graph, list({ where: common }))).toBe((size * 99) / 100);
    expect(edgeCount(graph, hub.id, edges({ where: common }))).toBe((size * 99) / 100);
    expect(edgeCount(graph, hub.id, edges({ types: relationTypes, direction: 'BOTH' }))).toBe(size);
  });
});
