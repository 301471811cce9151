import { setImmediate } from 'node:timers/promises';
import type { RelationType } from '../ontology/relations.ts';
import { type CompiledLicense, compileLicense } from '../reasoning/licensing/license-terms.ts';
import { type LineageModel, lineageModel } from '../reasoning/licensing/lineage-graph.ts';
import { type Classified, useClassOf } from '../reasoning/licensing/use-class.ts';
import type { GraphStore, JudgedModel } from '../store/graph-store.ts';
import type { ReadResult } from '../store/reads.ts';
import { termsOfLicense, termsSelection } from './license-loader.ts';
import { lineageBounds } from './lineage-loader.ts';

/** Classes take some milliseconds together. */
const classesAtATime = 100;
const { maxNeighbors, maxLevels, maxModels } = lineageBounds;

/** What a lineage lacks that was not read yet, or how far it was followed. */
interface Climb {
  readonly unread: readonly string[];
  readonly licenseIds: ReadonlySet<string>;
  readonly isFollowed: boolean;
}

/**
 * The lineages of many models, read together: a read for each level, and what several lineages share
 * once. They are followed as far as for a single model.
 */
export class FollowedLineages {
  readonly #store: GraphStore;
  readonly #models = new Map<string, LineageModel>();
  /** Models that were read and are not followed: unknown, or with too many relations. */
  readonly #wide = new Map<string, boolean>();
  readonly #licenses = new Map<string, CompiledLicense | null>();

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /** The number of models in memory. */
  get size(): number {
    return this.#models.size + this.#wide.size;
  }

  /** The classes of the models, in their order. */
  async classesOf(ids: readonly string[]): Promise<readonly Classified[]> {
    const climbs = new Map<string, Climb>();
    for (let left = ids; left.length > 0; ) {
      const unread = new Set<string>();
      const pending: string[] = [];
      for (const id of left) {
        const climb = this.#climb(id);
        for (const each of climb.unread) unread.add(each);
        if (climb.unread.length > 0) pending.push(id);
        else climbs.set(id, climb);
      }
      await this.#readModels([...unread]);
      left = pending;
    }
    const named = [...climbs.values()].flatMap(({ licenseIds }) => [...licenseIds]);
    await this.#readLicenses([...new Set(named)].filter((id) => !this.#licenses.has(id)));
    const graph = { models: this.#models, licenses: present(this.#licenses) };
    const found: Classified[] = [];
    for (const [at, id] of ids.entries()) {
      // Other requests get a turn here.
      if (at % classesAtATime === 0) await setImmediate();
      found.push(useClassOf(graph, id, climbs.get(id)?.isFollowed ?? false));
    }
    return found;
  }

  /** Follows a lineage through the models that were read. */
  #climb(id: string): Climb {
    const seen = new Set([id]);
    const licenseIds = new Set<string>();
    let isFollowed = true;
    for (let ids: readonly string[] = [id], level = 1; ids.length > 0 && isFollowed; level += 1) {
      if (level > maxLevels || seen.size > maxModels) {
        isFollowed = false;
        break;
      }
      const unread = ids.filter((each) => !this.#models.has(each) && !this.#wide.has(each));
      if (unread.length > 0) return { unread, licenseIds, isFollowed };
      const next: string[] = [];
      for (const each of ids) {
        if (this.#wide.get(each) === true) isFollowed = false;
        const model = this.#models.get(each);
        for (const { licenseId } of model?.licenses ?? []) licenseIds.add(licenseId);
        for (const { parentId } of model?.derivedFrom ?? []) {
          if (seen.has(parentId)) continue;
          seen.add(parentId);
          next.push(parentId);
        }
      }
      ids = next;
    }
    return { unread: [], licenseIds, isFollowed };
  }

  async #readModels(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await this.#store.classes.judged(ids);
    for (const id of ids) {
      const model = found.get(id);
      if (model === undefined || isWide(model)) this.#wide.set(id, model !== undefined);
      else this.#models.set(id, lineageModel({ id, ...model }, model.relations));
    }
  }

  async #readLicenses(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const [rows] = (await this.#store.read([
      { kind: 'entities', ids, select: termsSelection },
    ])) as [ReadResult<'entities'>];
    for (const id of ids) {
      const license = rows.get(id)?.entity;
      this.#licenses.set(
        id,
        license === undefined ? null : compileLicense(termsOfLicense(license)),
      );
    }
  }
}

function isWide({ relations }: JudgedModel): boolean {
  if (relations.length <= maxNeighbors) return false;
  const neighbors = new Map<RelationType, Set<string>>();
  for (const { type, toId } of relations) {
    const known = neighbors.get(type);
    if (known === undefined) neighbors.set(type, new Set([toId]));
    else known.add(toId);
  }
  return [...neighbors.values()].some(({ size }) => size > maxNeighbors);
}

function present<Value>(values: ReadonlyMap<string, Value | null>): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const [id, value] of values) if (value !== null) found.set(id, value);
  return found;
}
