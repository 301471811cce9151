import fc from 'fast-check';
import type { ClauseRecord } from '../../src/ontology/clause.ts';
import type { RelationRecord } from '../../src/ontology/records.ts';
import type { EntityInput, GraphChange } from '../../src/store/graph-store.ts';
import { aWorld } from '../support/arbitraries.ts';
import { change, emptyWorld, type World } from '../support/records.ts';

/** What one write does: puts some things of another world in, with twists, and takes some out. */
export interface Step {
  readonly from: World;
  readonly entities: readonly { readonly at: number; readonly twist: Twist }[];
  readonly relations: readonly number[];
  readonly claims: readonly number[];
  readonly sources: readonly number[];
  readonly disagreements: readonly number[];
  readonly touch: readonly number[];
  readonly remove: readonly { readonly thing: keyof World; readonly at: number }[];
}

type Twist = 'none' | 'degree' | 'slug' | 'summary' | 'alias' | 'clauses' | 'same';

const some = (maxLength: number) => fc.array(fc.nat(), { maxLength });

export const aStep: fc.Arbitrary<Step> = fc.record({
  from: aWorld,
  entities: fc.array(
    fc.record({
      at: fc.nat(),
      twist: fc.constantFrom<Twist>(
        ...(['none', 'degree', 'slug', 'summary', 'alias', 'clauses', 'same'] as const),
      ),
    }),
    { maxLength: 2 },
  ),
  relations: some(2),
  claims: some(2),
  sources: some(1),
  disagreements: some(1),
  touch: some(1),
  remove: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          thing: fc.constantFrom(
            ...(['entities', 'relations', 'relations', 'claims', 'disagreements'] as const),
          ),
          at: fc.nat(),
        }),
        { maxLength: 2 },
      ),
    },
  ),
});

/** A world that changes step by step, as a store is told. */
export class EvolvingWorld {
  #world: World = emptyWorld;

  get world(): World {
    return this.#world;
  }

  /** The change that makes it the world from nothing. */
  begin(world: World): GraphChange {
    this.#world = {
      ...world,
      entities: world.entities.map((entity, at) => granting(entity, at % 2 === 0)),
      relations: world.relations.map(read),
    };
    return change(this.#world);
  }

  /** The change of a step, which always leaves relations with both ends. */
  next(step: Step, at: string): GraphChange {
    const removed = { entities: [], relations: [], claims: [], sources: [], disagreements: [] } as {
      [Thing in keyof World]: string[];
    };
    for (const { thing, at: index } of step.remove) {
      removed[thing].push(
        ...picked<{ readonly id: string }>(this.#world[thing], [index]).map(idOf),
      );
    }
    const left = without(this.#world, removed);
    const entities = step.entities.flatMap(({ at: index, twist }) =>
      picked(step.from.entities, [index]).map((entity) => twisted(entity, twist, left, index)),
    );
    const known = new Set([...left.entities, ...entities].map(idOf));
    const written: World = {
      entities: merged([], entities),
      relations: picked(step.from.relations, step.relations)
        .filter(({ fromId, toId }) => known.has(fromId) && known.has(toId))
        .map(read),
      claims: picked(step.from.claims, step.claims),
      sources: picked(step.from.sources, step.sources),
      disagreements: picked(step.from.disagreements, step.disagreements),
    };
    this.#world = {
      entities: merged(left.entities, written.entities),
      relations: merged(left.relations, written.relations),
      claims: merged(left.claims, written.claims),
      sources: merged(left.sources, written.sources),
      disagreements: merged(left.disagreements, written.disagreements),
    };
    const touch = picked(left.entities, step.touch).map(idOf);
    return change({ ...written, remove: removed, touch, at });
  }
}

/** As a publisher states it: what is only remembered decides nothing. */
function read(relation: RelationRecord): RelationRecord {
  return { ...relation, evidence: 'PUBLISHER' };
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function picked<Row>(rows: readonly Row[], places: readonly number[]): readonly Row[] {
  return rows.length === 0 ? [] : places.map((place) => rows[place % rows.length] as Row);
}

function merged<Row extends { readonly id: string }>(
  rows: readonly Row[],
  written: readonly Row[],
): readonly Row[] {
  return [...new Map([...rows, ...written].map((row) => [row.id, row])).values()];
}

function without(
  world: World,
  removed: { readonly [Thing in keyof World]: readonly string[] },
): World {
  const gone = new Set(removed.entities);
  const keep = <Row extends { readonly id: string }>(
    rows: readonly Row[],
    ids: readonly string[],
  ) => rows.filter(({ id }) => !ids.includes(id));
  return {
    entities: keep(world.entities, removed.entities),
    relations: keep(world.relations, removed.relations).filter(
      ({ fromId, toId }) => !gone.has(fromId) && !gone.has(toId),
    ),
    claims: keep(world.claims, removed.claims),
    sources: keep(world.sources, removed.sources),
    disagreements: keep(world.disagreements, removed.disagreements),
  };
}

/** Small ones, and large ones that are nearly the same. */
const degrees = [0, 1, 295, 300, 301] as const;

/** A license that lets anybody run what is under it, or one that nobody has read. */
function granting(entity: EntityInput, grants: boolean): EntityInput {
  return entity.kind === 'LICENSE'
    ? { ...entity, clauses: grants ? [grant] : [], clausesComplete: grants }
    : entity;
}

const grant: ClauseRecord = {
  ...{ id: 'Clause:any/grant', key: 'grant', effect: 'PERMITS', duty: null },
  ...{ activities: ['RUN'], appliesWhen: [], exceptWhen: [], bindsDerivatives: [] },
  ...{ text: 'Anybody may run it.', section: null, documentIndex: null, evidence: 'PUBLISHER' },
  ...{ sourceId: null, activitiesVersion: 1, asOf: null },
};

/** The entity, or the one of its id that is there with a little changed. */
function twisted(entity: EntityInput, twist: Twist, { entities }: World, at: number): EntityInput {
  const known = entities.find(({ id }) => id === entity.id) ?? entity;
  switch (twist) {
    case 'none':
      return entity;
    case 'same':
      return known;
    case 'degree':
      return { ...known, degree: degrees[at % degrees.length] ?? 0 };
    case 'slug':
      // Another's former slug now and then.
      return { ...known, slug: `${entity.slug}-${at % 2}`, formerSlugs: [`was-${at % 2}`] };
    case 'summary':
      return { ...known, summary: `Says ${at % 3}.` };
    case 'clauses':
      return granting(known, at % 2 === 0);
    case 'alias':
      return { ...known, aliases: [`alias ${at % 3}`] };
  }
}
