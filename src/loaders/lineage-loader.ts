import { createHash } from 'node:crypto';
import { madeOnce } from '../base/made-once.ts';
import type { MaybePromise } from '../base/maybe-promise.ts';
import { allThen, andThen } from '../base/promises.ts';
import { valuesOf } from '../ontology/enumeration.ts';
import type { ModelRecord } from '../ontology/records.ts';
import type { RelationType } from '../ontology/relations.ts';
import { type Artifact, ArtifactEnum } from '../ontology/vocabulary.ts';
import { leavesOf } from '../reasoning/licensing/binding.ts';
import type { CompiledLicense } from '../reasoning/licensing/license-terms.ts';
import {
  type LineageGraph,
  type LineageModel,
  lineageModel,
} from '../reasoning/licensing/lineage-graph.ts';
import {
  boundVerdict,
  type ModelBinding,
  modelBinding,
  unfollowedBinding,
} from '../reasoning/licensing/model-binding.ts';
import { type UseProfile, useContent } from '../reasoning/licensing/use-profile.ts';
import type { UseVerdict } from '../reasoning/licensing/use-verdict.ts';
import type { Tags } from '../store/cache-tags.ts';
import type { EdgeRow } from '../store/reads.ts';
import { bestOutward } from './best-outward.ts';
import { cacheKeys } from './cache-keys.ts';
import { licenseTerms } from './license-loader.ts';
import type { Loaders } from './loaders.ts';
import { type EdgePlan, edgePlan, planSelection } from './plan.ts';
import { ofLineage } from './rests-on.ts';

/** How far a lineage is followed: relations of one type of a model, steps, and models. */
export const lineageBounds = { maxNeighbors: 200, maxLevels: 40, maxModels: 2000 } as const;
const { maxNeighbors, maxLevels, maxModels } = lineageBounds;
const artifacts = valuesOf(ArtifactEnum);

function allOfType(type: RelationType): EdgePlan {
  return edgePlan(
    {
      types: [type],
      ...bestOutward,
      order: { property: 'sort', descending: false },
      facts: true,
      window: { limit: maxNeighbors, after: null, before: null, backward: false, peek: true },
    },
    planSelection([]),
  );
}

/** The relations that decide on licenses, without pages. */
const licensedUnder = allOfType('LICENSED_UNDER');
const derivedFrom = allOfType('DERIVED_FROM');
const developedBy = allOfType('DEVELOPED_BY');

const lineageSelection = planSelection(
  ['name', 'releasedOn', 'inputModalities', 'outputModalities'],
  [licensedUnder, derivedFrom, developedBy],
);

function factsOf({ relations }: EdgeRow) {
  if (relations === null) throw new Error('The plans of lineages ask for the facts.');
  return relations;
}

/** The progress from one model through its ancestors. */
interface Climb {
  readonly seen: Set<string>;
  readonly licenseIds: Set<string>;
  /** Why the lineage is incomplete; null if it is complete. */
  unfollowed: string | null;
}

/** A lineage, complete or not. */
interface Lineage {
  readonly graph: LineageGraph;
  readonly unfollowed: string | null;
  /** What it rests on. */
  readonly tags: Tags;
}

/**
 * Loads the data for reasoning about all models of a request together: one statement for each level
 * of the lineages, and one for the licenses. Nothing is loaded twice. Bindings and verdicts are
 * cached as long as the pages they depend on.
 */
class LineageLoader {
  readonly #loaders: Loaders;
  readonly #models = new Map<string, LineageModel>();
  readonly #licenses = new Map<string, CompiledLicense>();
  readonly #tooWide = new Map<string, string>();
  readonly #lineages = new Map<string, MaybePromise<Lineage>>();

  constructor(loaders: Loaders) {
    this.#loaders = loaders;
  }

  /**
   * The licenses that bind a user of an artifact of the model on the day. They are the same for all
   * uses.
   */
  bindingOf(modelId: string, artifact: Artifact, day: string): MaybePromise<ModelBinding> {
    let restsOn: Tags | null = null;
    return this.#loaders.cached(
      cacheKeys.binding(modelId, artifact, day),
      () =>
        andThen(this.#lineageOf(modelId), ({ graph, unfollowed, tags }) => {
          restsOn = tags;
          return unfollowed === null
            ? modelBinding(graph, modelId, artifact, day)
            : unfollowedBinding(graph, modelId, artifact, day, unfollowed);
        }),
      ({ binding }) => leavesOf(binding).length,
      () => restsOn,
    );
  }

  /** The bindings of all artifacts of the model on the day. */
  bindingsOf(modelId: string, day: string): MaybePromise<(readonly [Artifact, ModelBinding])[]> {
    const bindings = artifacts.map((artifact) =>
      andThen(this.bindingOf(modelId, artifact, day), (binding) => [artifact, binding] as const),
    );
    return allThen(bindings);
  }

  /** The verdict on a use of the model. */
  verdictOf(modelId: string, profile: UseProfile): MaybePromise<UseVerdict> {
    return this.#loaders.cached(
      cacheKeys.verdict(modelId, keyOf(profile)),
      () =>
        andThen(this.bindingOf(modelId, profile.use.artifact, profile.day), (binding) =>
          boundVerdict(binding, profile),
        ),
      ({ reasons }) => reasons.length,
      () => this.#loaders.tagsOf(cacheKeys.binding(modelId, profile.use.artifact, profile.day)),
    );
  }

  /** The model, all models it was derived from, and their licenses. */
  #lineageOf(modelId: string): MaybePromise<Lineage> {
    return madeOnce<string, MaybePromise<Lineage>>(this.#lineages, modelId, () => {
      const seen = new Set([modelId]);
      const climb: Climb = { seen, licenseIds: new Set<string>(), unfollowed: null };
      return andThen(this.#climb([modelId], 1, climb), () =>
        andThen(this.#withLicenses(climb), (graph) => ({
          graph,
          unfollowed: climb.unfollowed,
          tags: ofLineage(climb.seen, climb.licenseIds),
        })),
      );
    });
  }

  #climb(ids: readonly string[], level: number, climb: Climb): MaybePromise<void> {
    if (level > maxLevels || climb.seen.size > maxModels) {
      climb.unfollowed = `What it was made from has more than ${maxLevels} levels or ${maxModels} models, and was not followed.`;
      return;
    }
    return andThen(allThen(ids.map((id) => this.#model(id))), (models) => {
      const next: string[] = [];
      for (const id of ids) climb.unfollowed ??= this.#tooWide.get(id) ?? null;
      for (const model of models) {
        for (const { licenseId } of model?.licenses ?? []) climb.licenseIds.add(licenseId);
        for (const { parentId } of model?.derivedFrom ?? []) {
          if (climb.seen.has(parentId)) continue;
          climb.seen.add(parentId);
          next.push(parentId);
        }
      }
      if (next.length > 0 && climb.unfollowed === null) return this.#climb(next, level + 1, climb);
    });
  }

  #model(id: string): MaybePromise<LineageModel | null> {
    const known = this.#models.get(id);
    if (known !== undefined) return known;
    if (this.#tooWide.has(id)) return null;
    return andThen(this.#loaders.entity(id, lineageSelection), (part) => {
      if (part === null) return null;
      const pages = lineageSelection.edges.map((plan) => this.#loaders.edges(id, plan));
      return andThen(allThen(pages), (found) => {
        if (found.some(({ hasMore }) => hasMore)) {
          const reason = `${part.name} has more than ${maxNeighbors} relations of one type, which were not followed.`;
          this.#tooWide.set(id, reason);
          return null;
        }
        const relations = found.flatMap(({ rows }) => rows.flatMap(factsOf));
        const model =
          this.#models.get(id) ?? lineageModel(part as unknown as ModelRecord, relations);
        this.#models.set(id, model);
        return model;
      });
    });
  }

  #withLicenses({ licenseIds }: Climb): MaybePromise<LineageGraph> {
    const lacking = [...licenseIds].filter((id) => !this.#licenses.has(id));
    const context = { loaders: this.#loaders };
    return andThen(allThen(lacking.map((id) => licenseTerms(id, context))), (licenses) => {
      for (const license of licenses) {
        if (license !== null) this.#licenses.set(license.terms.id, license);
      }
      return { models: this.#models, licenses: this.#licenses };
    });
  }
}

const keys = new WeakMap<UseProfile, string>();

/** A short key for the content of a use. Equal uses have equal keys. */
function keyOf(profile: UseProfile): string {
  return madeOnce(keys, profile, () =>
    createHash('sha256').update(useContent(profile)).digest('base64url'),
  );
}

const lineageLoaders = new WeakMap<Loaders, LineageLoader>();

/** The lineage loader of a request. */
export function lineageOf({ loaders }: { readonly loaders: Loaders }): LineageLoader {
  return madeOnce(lineageLoaders, loaders, () => new LineageLoader(loaders));
}
