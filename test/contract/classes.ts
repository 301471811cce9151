import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareText } from '../../src/base/compare-text.ts';
import { hashOf } from '../../src/base/text-hash.ts';
import { type ClauseRecord, emptyCondition } from '../../src/ontology/clause.ts';
import type { RelationRecord } from '../../src/ontology/records.ts';
import type { EntityInput, GraphStore } from '../../src/store/graph-store.ts';
import type { Condition } from '../../src/store/list-condition.ts';
import { keysIn, type UseClassText } from '../../src/store/use-class-text.ts';
import { byName, nothing, page, readOne } from '../support/reads.ts';
import { change, license, model, organization, relation, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

const clause = (text: string): ClauseRecord => ({
  ...{ id: 'Clause:l/run', key: 'run', effect: 'PERMITS', duty: null, activities: ['RUN'] },
  ...{ appliesWhen: [], exceptWhen: [], bindsDerivatives: [], text, section: null },
  ...{ documentIndex: null, evidence: null, sourceId: null, activitiesVersion: 1, asOf: null },
});

const [mit, house] = [license('mit', { clauses: [clause('one')] }), license('house')];
const [maker, second] = [organization('maker'), organization('second')];
const topic = term('topic');
const [base, child, grandchild, other] = [
  model('base'),
  model('child', { name: 'Child', familyName: 'Younger' }),
  model('grandchild', { familyName: 'Younger' }),
  model('other'),
];
const models = [base, child, grandchild, other];
const links = {
  licensed: relation(base, 'LICENSED_UNDER', mit),
  own: relation(child, 'LICENSED_UNDER', house),
  others: relation(other, 'LICENSED_UNDER', house),
  made: relation(child, 'DERIVED_FROM', base),
  madeAgain: relation(grandchild, 'DERIVED_FROM', child),
  by: relation(base, 'DEVELOPED_BY', maker),
  shows: relation(base, 'EXEMPLIFIES', topic),
};
const world = {
  entities: [mit, house, maker, second, topic, ...models],
  relations: Object.values(links),
};
const one: UseClassText = { key: 'one', content: '["one"]', variant: null };
const two: UseClassText = { key: 'two', content: '["two"]', variant: null };
type Licensors = NonNullable<UseClassText['variant']>['licensors'];
const from = (of: UseClassText, key: string, licensors: Licensors): UseClassText => {
  return { ...of, variant: { key, licensors } };
};
const assigned = new Map([
  [base.id, from(one, 'one-maker', [[maker.id, 'a']])],
  [
    child.id,
    from(two, 'two-both', [
      [maker.id, 'b'],
      [maker.id, 'a'],
      [second.id, 'b'],
    ]),
  ],
  [grandchild.id, from(two, 'two-second', [[second.id, 'c']])],
  [other.id, one],
]);
const share = (key: string, count: number, places = '') => ({ key, places, count });
const most = { mostClasses: 100, mostOpen: 100 };

/** The models without a class, after all are removed that a write left to be removed. */
async function open(store: GraphStore): Promise<readonly string[]> {
  while (await store.classes.reopen?.(1));
  return [...(await store.classes.open(100))].sort();
}

/** The shares, the largest first. */
async function found(
  store: GraphStore,
  where: Condition | null = null,
  rivals: readonly string[] = [],
) {
  const read = { kind: 'useClasses', where, rivals, ...most } as const;
  const { keys, places, counts, openIds } = await readOne(store, read);
  const classes = keysIn(keys).map((key, at) => share(key, counts[at] ?? 0, places?.[at]));
  const ranked = classes.toSorted(
    (one, other) =>
      other.count - one.count ||
      compareText(one.key, other.key) ||
      compareText(one.places, other.places),
  );
  return { classes: ranked, openIds };
}

const ids = (...entities: readonly { readonly id: string }[]) =>
  entities.map(({ id }) => id).sort();

/** Which models are of which class: whoever has one has the right one. */
export function classesContract(stores: StoreUnderTest): void {
  describe('classes of models', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await stores.empty();
      await store.write(change(world));
      expect(await open(store)).toEqual(ids(...models));
      expect(await store.classes.assign(assigned, 1)).toBe(true);
      expect(await open(store)).toEqual([]);
    });

    it('are counted, and stored without a new revision', async () => {
      expect(await store.revision()).toBe(1);
      expect(await found(store)).toEqual({
        classes: [share('one', 2), share('two', 2)],
        openIds: [],
      });
      const younger: Condition = { op: 'in', property: 'familyName', values: ['Younger'] };
      expect(await found(store, younger)).toEqual({
        ...{ classes: [share('two', 2)], openIds: [] },
      });
      const keys = ['two', 'none', 'one'];
      const contents = await readOne(store, { kind: 'classContents', keys });
      expect(contents).toEqual(new Map([one, two].map(({ key, content }) => [key, content])));
      const under: Condition = {
        ...{ op: 'linked', slugs: ['house'] },
        hops: [{ type: 'LICENSED_UNDER', direction: 'OUT' }],
      };
      const both = await found(store, under);
      expect(both.classes.map(({ key, count }) => [key, count])).toEqual([
        ['one', 1],
        ['two', 1],
      ]);
      const few = { mostClasses: 0, mostOpen: 0 };
      for (const rivals of [[], [maker.id]]) {
        const read = { kind: 'useClasses', where: null, rivals, ...few } as const;
        expect((await readOne(store, read)).counts).toHaveLength(1);
      }
    });

    const some: Condition = { op: 'in', property: 'slug', values: ['base', 'child', 'other'] };
    it.each([
      [
        [maker.id],
        null,
        [share('one', 1), share('one', 1, 'a'), share('two', 1), share('two', 1, 'a,b')],
      ],
      [[second.id], null, [share('one', 2), share('two', 1, 'b'), share('two', 1, 'c')]],
      [
        [maker.id, second.id],
        null,
        [share('one', 1), share('one', 1, 'a'), share('two', 1, 'a,b'), share('two', 1, 'c')],
      ],
      [['Organization:none'], null, [share('one', 2), share('two', 2)]],
      [[maker.id], some, [share('one', 1), share('one', 1, 'a'), share('two', 1, 'a,b')]],
      [[second.id], some, [share('one', 2), share('two', 1, 'b')]],
    ])('are divided by the rivals %j', async (rivals, where, expected) => {
      expect(await found(store, where, rivals)).toEqual({ classes: expected, openIds: [] });
      for (const { key, places, count } of expected) {
        const one: Condition =
          places === ''
            ? { op: 'classed', keys: key, apart: [], rivals, ids: [] }
            : { op: 'classed', keys: '', apart: [{ key, places }], rivals, ids: [] };
        const all: Condition = { op: 'all', of: where === null ? [one] : [one, where] };
        const spec = { kind: 'MODEL', where: all, order: byName, window: page() } as const;
        expect(await readOne(store, { kind: 'listCount', spec })).toBe(count);
        const { rows } = await readOne(store, { kind: 'list', spec, select: nothing });
        expect(rows).toHaveLength(count);
      }
    });

    it.each([
      [{ keys: ['two'], ids: [] }, ids(child, grandchild)],
      [{ keys: ['two', 'none'], ids: [base.id, child.id] }, ids(base, child, grandchild)],
      [{ keys: [], ids: [] }, []],
      [{ keys: [], ids: [other.id, topic.id] }, ids(other)],
    ])('are what lists ask for: %j', async ({ keys, ids: given }, expected) => {
      const shares = { keys: keys.join(' '), apart: [], rivals: [] };
      const where: Condition = { op: 'classed', ...shares, ids: given };
      const spec = { kind: 'MODEL', where, order: byName, window: page() } as const;
      const { rows } = await readOne(store, { kind: 'list', spec, select: nothing });
      expect(rows.map(({ node }) => node.entity.id).sort()).toEqual(expected);
      expect(await readOne(store, { kind: 'listCount', spec })).toBe(expected.length);
      const named: Condition = {
        op: 'all',
        of: [where, { op: 'in', property: 'slug', values: ['child'] }],
      };
      const narrow = { ...spec, where: named };
      expect(await readOne(store, { kind: 'listCount', spec: narrow })).toBe(
        expected.includes(child.id) ? 1 : 0,
      );
    });

    it('follow from the facts and the best relations of models', async () => {
      const made = { method: 'FINETUNE', evidence: 'COPY' } as const;
      const under = {
        artifact: 'WEIGHTS',
        expression: 'A OR B',
        since: '2020',
        until: '2024',
      } as const;
      const seen = model('seen', {
        ...{ name: 'Seen', releasedOn: '2024-05', inputModalities: ['TEXT', 'IMAGE'] },
      });
      const relations = [
        relation(seen, 'DERIVED_FROM', base, made),
        relation(seen, 'LICENSED_UNDER', mit, under),
        relation(seen, 'DEVELOPED_BY', maker),
      ];
      const others = [
        relation(seen, 'DERIVED_FROM', other, { best: false }),
        relation(seen, 'EXEMPLIFIES', topic),
        relation(grandchild, 'DERIVED_FROM', seen),
      ];
      await store.write(change({ entities: [seen], relations: [...relations, ...others] }));
      const judged = await store.classes.judged([seen.id, other.id, mit.id, 'Model:none']);
      expect([...judged.keys()].sort()).toEqual(ids(other, seen));
      const { relations: found, ...facts } = judged.get(seen.id) ?? { relations: [] };
      expect(facts).toEqual({
        ...{ name: 'Seen', releasedOn: '2024-05' },
        ...{ inputModalities: ['TEXT', 'IMAGE'], outputModalities: null },
      });
      expect(found).toHaveLength(relations.length);
      const parts = relations.map(({ id, type, toId, ...rest }) => {
        const { artifact, expression, since, until, evidence, method } = rest;
        return { id, type, toId, artifact, expression, since, until, evidence, method };
      });
      for (const each of parts) expect(found).toContainEqual(expect.objectContaining(each));
    });

    it('are not kept where the graph was written since', async () => {
      await store.write(change({ entities: [model('late')] }));
      const late = new Map([...assigned, ['Model:late', one]]);
      expect(await store.classes.assign(late, 1)).toBe(false);
      expect(await open(store)).toEqual(['Model:late']);
      expect(await store.classes.assign(late, 2)).toBe(true);
      expect(await found(store)).toMatchObject({
        classes: [{ key: 'one', count: 3 }, { key: 'two' }],
      });
    });

    it('keep the sizes of their shares while models come and go', async () => {
      const both = [maker.id, second.id];
      await store.write(change({ entities: [{ ...grandchild, releasedOn: '2024' }] }));
      expect((await found(store, null, both)).classes).toEqual([
        ...[share('one', 1), share('one', 1, 'a'), share('two', 1, 'a,b')],
      ]);
      const again = from(two, 'two-both', assigned.get(child.id)?.variant?.licensors ?? []);
      expect(await store.classes.assign(new Map([[grandchild.id, again]]), 2)).toBe(true);
      expect((await found(store, null, both)).classes).toEqual([
        ...[share('two', 2, 'a,b'), share('one', 1), share('one', 1, 'a')],
      ]);
      await store.write(change({ remove: { entities: [grandchild.id] } }));
      expect((await found(store, null, [second.id])).classes).toEqual([
        ...[share('one', 2), share('two', 1, 'b')],
      ]);
      await store.classes.assign(new Map([[child.id, two]]), 3);
      expect((await found(store, null, both)).classes).toEqual([
        ...[share('one', 1), share('one', 1, 'a'), share('two', 1)],
      ]);
    });

    it('are given anew to models that have one, and go with their last model', async () => {
      await store.classes.assign(new Map(models.map(({ id }) => [id, two])), 1);
      expect(await found(store)).toEqual({ classes: [share('two', 4)], openIds: [] });
      expect(await found(store, null, [maker.id, second.id])).toEqual(await found(store));
    });

    const binding = {
      ...mit,
      clauses: [{ ...clause('one'), bindsDerivatives: ['MERGE' as const] }],
    };
    const agreement = {
      ...{ kind: 'AGREEMENT' as const, title: 'Agreement', url: null, publishedOn: '2024' },
    };
    const onlyMultimodal = { ...emptyCondition, multimodal: true };
    const anew = (text: string) => ({ ...mit, clauses: [clause(text)] });
    const cases: readonly (readonly [string, Parameters<typeof change>[0], readonly string[]])[] = [
      ['a name', { entities: [{ ...base, name: 'Renamed' }] }, []],
      ['a summary of a license', { entities: [{ ...mit, summary: 'Short.' }] }, []],
      ['a relation to a term', { relations: [relation(child, 'EXEMPLIFIES', topic)] }, []],
      ['a term that goes', { remove: { entities: [topic.id] } }, []],
      ['nothing', { entities: world.entities, relations: [] }, []],
      [
        'the day of a release',
        { entities: [{ ...base, releasedOn: '2024' }] },
        ids(base, child, grandchild),
      ],
      [
        'modalities',
        { entities: [{ ...grandchild, inputModalities: ['TEXT' as const] }] },
        ids(grandchild),
      ],
      ['the text of a clause', { entities: [anew('two')] }, []],
      [
        'a clause that forbids',
        { entities: [{ ...mit, clauses: [{ ...clause('one'), effect: 'FORBIDS' as const }] }] },
        [],
      ],
      ['a clause that binds derivatives', { entities: [binding] }, ids(base, child, grandchild)],
      [
        'the date of a license',
        { entities: [{ ...house, documents: [agreement] }] },
        ids(child, grandchild, other),
      ],
      [
        'a clause about modalities',
        { entities: [{ ...mit, clauses: [{ ...clause('one'), appliesWhen: [onlyMultimodal] }] }] },
        ids(base, child, grandchild),
      ],
      [
        'one more license',
        { relations: [relation(child, 'LICENSED_UNDER', mit)] },
        ids(child, grandchild),
      ],
      ['a license that goes', { remove: { entities: [house.id] } }, ids(child, grandchild, other)],
      ['one license less', { remove: { relations: [links.others.id] } }, ids(other)],
      ['a developer that goes', { remove: { entities: [maker.id] } }, ids(base, child, grandchild)],
      ['one more developer', { relations: [relation(other, 'DEVELOPED_BY', maker)] }, ids(other)],
      ['one derivation less', { remove: { relations: [links.madeAgain.id] } }, ids(grandchild)],
      [
        'a derivation that closes a circle',
        { relations: [relation(base, 'DERIVED_FROM', grandchild)] },
        ids(base, child, grandchild),
      ],
      ['a model that goes', { remove: { entities: [base.id] } }, ids(child, grandchild)],
    ];
    it.each(cases)('are left open by %s for whom it decides on', async (_, given, expected) => {
      await store.write(change(given));
      expect(await open(store)).toEqual(expected);
      const gone = new Set(given.remove?.entities ?? []);
      const { classes, openIds } = await found(store);
      expect([...openIds].sort()).toEqual(expected);
      const rest = models.filter(({ id }) => !gone.has(id) && !expected.includes(id));
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(rest.length);
    });

    it('are right after any writes', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(aStep, { maxLength: 3 }), { maxLength: 8 }),
          async (writes) => {
            const fresh = await stores.empty();
            const graph = new PlainGraph();
            for (const steps of writes) {
              await fresh.write(change(graph.apply(steps)));
              for (const id of graph.models()) {
                const where: Condition = { op: 'in', property: 'slug', values: [id.slice(6)] };
                for (const rivals of [
                  [],
                  ['Organization:o0'],
                  ['Organization:o1', 'Organization:o2'],
                ]) {
                  const { classes, openIds } = await found(fresh, where, rivals);
                  const right = [{ ...graph.shareOf(id, rivals), count: 1 }];
                  expect(openIds.length === 1 ? [] : right).toEqual(classes);
                }
              }
              const lists: readonly (readonly [Condition, readonly string[]])[] = [
                ...families.map((family) => {
                  const values = [family];
                  return [
                    { op: 'in', property: 'familyName', values } as const,
                    graph.models(family),
                  ] as const;
                }),
                [
                  { op: 'range', property: 'sortReleasedOn', min: '2024', max: null },
                  graph.models(null, '2024'),
                ],
              ];
              for (const [where, listed, rivals] of lists.flatMap((each) =>
                someRivals.map((of) => [...each, of] as const),
              )) {
                const { classes, openIds } = await found(fresh, where, rivals);
                const classed = listed.filter((id) => !openIds.includes(id));
                const shares = classed.map((id) => JSON.stringify(graph.shareOf(id, rivals)));
                const counts = classes.flatMap(({ key, places, count }) =>
                  Array.from({ length: count }, () => JSON.stringify({ key, places })),
                );
                expect(counts.sort()).toEqual(shares.sort());
              }
              const waiting = await open(fresh);
              // Half of them, so that some wait while the next is written.
              const some = waiting.filter((_, at) => at % 2 === 0);
              const classed = new Map(some.map((id) => [id, graph.classOf(id)]));
              expect(await fresh.classes.assign(classed, await fresh.revision())).toBe(true);
              const still = new Set(await fresh.classes.open(100));
              for (const { key } of graph.models().map((id) => graph.classOf(id))) {
                const where: Condition = {
                  ...{ op: 'classed', keys: key, apart: [], rivals: [], ids: [] },
                };
                const spec = { kind: 'MODEL', where, order: byName, window: page() } as const;
                const { rows } = await readOne(fresh, { kind: 'list', spec, select: nothing });
                const right = graph
                  .models()
                  .filter((id) => !still.has(id) && graph.classOf(id).key === key);
                expect(rows.map(({ node }) => node.entity.id).sort()).toEqual([...right].sort());
              }
            }
          },
        ),
        { numRuns: stores.effort.worlds },
      );
    });
  });
}

const someRivals = [[], ['Organization:o0'], ['Organization:o1', 'Organization:o2']] as const;
const families = ['one', 'other'] as const;
const few = fc.nat({ max: 3 });
const someType = fc.constantFrom('LICENSED_UNDER', 'DERIVED_FROM', 'DEVELOPED_BY', 'EXEMPLIFIES');
const aStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('model'),
      n: few,
      releasedOn: fc.constantFrom(null, '2024'),
      familyName: fc.constantFrom(null, ...families),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('license'),
      n: few,
      text: fc.constantFrom('one', 'two'),
      isComplete: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ step: fc.constant('link'), type: someType, n: few, to: few }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('unlink'), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('remove'), at: fc.nat() }) },
) as fc.Arbitrary<Step>;
type Step =
  | {
      readonly step: 'model';
      readonly n: number;
      readonly releasedOn: string | null;
      readonly familyName: string | null;
    }
  | {
      readonly step: 'license';
      readonly n: number;
      readonly text: string;
      readonly isComplete: boolean;
    }
  | {
      readonly step: 'link';
      readonly type: 'LICENSED_UNDER' | 'DERIVED_FROM' | 'DEVELOPED_BY' | 'EXEMPLIFIES';
      readonly n: number;
      readonly to: number;
    }
  | { readonly step: 'unlink' | 'remove'; readonly at: number };

const endOf = {
  LICENSED_UNDER: (n: number) => license(`l${n}`),
  DERIVED_FROM: (n: number) => model(`m${n}`),
  DEVELOPED_BY: (n: number) => organization(`o${n}`),
  EXEMPLIFIES: (n: number) => term(`t${n}`),
} as const;

/** What a store should hold, and the class of each model by all that decides on it. */
class PlainGraph {
  readonly #entities = new Map<string, EntityInput>();
  readonly #relations = new Map<string, RelationRecord>();

  /** Takes the steps; what of them is to be written. */
  apply(steps: readonly Step[]): Parameters<typeof change>[0] {
    const entities = new Map<string, EntityInput>();
    const relations = new Map<string, RelationRecord>();
    const removed = { entities: new Set<string>(), relations: new Set<string>() };
    const put = (entity: EntityInput) => {
      if (removed.entities.has(entity.id)) return;
      entities.set(entity.id, entity);
      this.#entities.set(entity.id, entity);
    };
    for (const step of steps) {
      if (step.step === 'model') {
        const { releasedOn, familyName } = step;
        const dated = releasedOn === null ? {} : { sortReleasedOn: releasedOn };
        put(model(`m${step.n}`, { releasedOn, familyName, ...dated }));
      } else if (step.step === 'license')
        put(
          license(`l${step.n}`, { clauses: [clause(step.text)], clausesComplete: step.isComplete }),
        );
      else if (step.step === 'link') {
        const [from, to] = [model(`m${step.n}`), endOf[step.type](step.to)];
        const made = relation(from, step.type, to);
        if (from.id === to.id || removed.relations.has(made.id)) continue;
        for (const end of [from, to]) if (!this.#entities.has(end.id)) put(end);
        if (!this.#entities.has(from.id) || !this.#entities.has(to.id)) continue;
        relations.set(made.id, made);
        this.#relations.set(made.id, made);
      } else if (step.step === 'unlink') {
        const id = [...this.#relations.keys()].filter((each) => !relations.has(each))[step.at % 4];
        if (id === undefined) continue;
        removed.relations.add(id);
        this.#relations.delete(id);
      } else {
        const id = [...this.#entities.keys()].filter((each) => !entities.has(each))[step.at % 8];
        if (
          id === undefined ||
          [...relations.values()].some((r) => r.fromId === id || r.toId === id)
        )
          continue;
        removed.entities.add(id);
        this.#entities.delete(id);
        for (const each of this.#relations.values()) {
          if (each.fromId === id || each.toId === id) this.#relations.delete(each.id);
        }
      }
    }
    return {
      entities: [...entities.values()],
      relations: [...relations.values()],
      remove: { entities: [...removed.entities], relations: [...removed.relations] },
    };
  }

  /** All models, or those of a family or with a release. */
  models(family: string | null = null, releasedOn: string | null = null): readonly string[] {
    return [...this.#entities.values()].flatMap((each) => {
      if (each.kind !== 'MODEL' || (family !== null && each.familyName !== family)) return [];
      if (releasedOn !== null && each.releasedOn !== releasedOn) return [];
      return [each.id];
    });
  }

  classOf(modelId: string): UseClassText {
    const lineage = new Set([modelId]);
    const facts: string[] = [];
    const licensors: [string, string][] = [];
    for (const id of lineage) {
      const entity = this.#entities.get(id);
      if (entity?.kind === 'MODEL') facts.push(`${id} ${entity.releasedOn}`);
      for (const { fromId, toId, type } of this.#relations.values()) {
        if (fromId !== id || type === 'EXEMPLIFIES') continue;
        if (type === 'DEVELOPED_BY') {
          licensors.push([toId, id]);
          continue;
        }
        const to = this.#entities.get(toId);
        // What the clauses say decides on answers, and not on classes.
        const shape = to?.kind === 'LICENSE' ? [to.clausesComplete, to.clauses.length] : [];
        facts.push(`${fromId} ${type} ${toId} ${shape}`);
        if (type === 'DERIVED_FROM') lineage.add(toId);
      }
    }
    const content = JSON.stringify(facts.sort());
    const key = JSON.stringify([content, licensors.sort()]);
    const variant = licensors.length === 0 ? null : { key, licensors };
    return { key: hashOf(content), content, variant };
  }

  shareOf(modelId: string, rivals: readonly string[]): { key: string; places: string } {
    const { key, variant } = this.classOf(modelId);
    const found = (variant?.licensors ?? []).filter(([id]) => rivals.includes(id));
    return { key, places: [...new Set(found.map(([, place]) => place))].sort().join(',') };
  }
}
