import type { EntityRecord } from '../../ontology/records.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition, Scalar } from '../list-condition.ts';

type Range = Extract<Condition, { op: 'range' }>;

interface Valued {
  readonly value: Scalar;
  readonly entity: EntityRecord;
}

const none: readonly EntityRecord[] = [];

/** Entities by the values of their properties; each index is made when it is first asked. */
export class PropertyIndexes {
  readonly #entities: ReadonlyMap<string, EntityRecord>;
  readonly #byValue = new Map<string, Map<unknown, EntityRecord[]>>();
  readonly #ascending = new Map<string, readonly Valued[]>();
  #bySlug: Map<string, EntityRecord[]> | null = null;

  constructor(entities: ReadonlyMap<string, EntityRecord>) {
    this.#entities = entities;
  }

  /** The entities of a kind that have the value, or an item of it where the property is a list. */
  having(kind: EntityKind, property: string, value: Scalar): readonly EntityRecord[] {
    const key = `${kind}/${property}`;
    let index = this.#byValue.get(key);
    if (index === undefined) {
      index = new Map();
      for (const entity of this.#of(kind)) {
        const held = heldBy(entity, property);
        for (const item of Array.isArray(held) ? new Set(held) : [held]) push(index, item, entity);
      }
      this.#byValue.set(key, index);
    }
    return index.get(value) ?? none;
  }

  /** The entities of a kind whose value lies in the range, both bounds inclusive; null: too many. */
  within(
    kind: EntityKind,
    { property, min, max }: Range,
    most: number,
  ): readonly EntityRecord[] | null {
    const key = `${kind}/${property}`;
    let index = this.#ascending.get(key);
    if (index === undefined) {
      index = this.#of(kind)
        .flatMap((entity) => {
          const value = heldBy(entity, property);
          return value === null || value === undefined ? [] : [{ value: value as Scalar, entity }];
        })
        .sort((one, other) => (one.value < other.value ? -1 : Number(one.value > other.value)));
      this.#ascending.set(key, index);
    }
    const from = min === null ? 0 : firstWhere(index, (value) => value >= min);
    const to = max === null ? index.length : firstWhere(index, (value) => value > max);
    if (to - from > most) return null;
    return index.slice(from, to).map(({ entity }) => entity);
  }

  /** The entities of any kind with the slug. */
  called(slug: string): readonly EntityRecord[] {
    if (this.#bySlug === null) {
      this.#bySlug = new Map();
      for (const entity of this.#entities.values()) push(this.#bySlug, entity.slug, entity);
    }
    return this.#bySlug.get(slug) ?? none;
  }

  #of(kind: EntityKind): EntityRecord[] {
    return [...this.#entities.values()].filter((entity) => entity.kind === kind);
  }
}

function heldBy(entity: EntityRecord, property: string): unknown {
  return (entity as unknown as Record<string, unknown>)[property];
}

function push<Key>(index: Map<Key, EntityRecord[]>, key: Key, entity: EntityRecord): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [entity]);
  else list.push(entity);
}

/** The place of the first value that passes; all after it do. */
function firstWhere(index: readonly Valued[], passes: (value: Scalar) => boolean): number {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes((index[middle] as Valued).value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
