import { type EdgePlan, edgePlan, planSelection } from '../loaders/plan.ts';
import type { RelationType } from '../ontology/relations.ts';
import type { Artifact, Modality } from '../ontology/vocabulary.ts';
import type { CompiledLicense } from '../reasoning/license-terms.ts';
import type { LineageGraph, LineageModel } from '../reasoning/lineage-graph.ts';
import { type ModelBinding, modelBinding } from '../reasoning/model-binding.ts';
import { isMultimodal } from '../reasoning/subject.ts';
import type { MaybePromise } from '../store/graph-store.ts';
import type { EdgePage, EdgeRow, EntityPart } from '../store/reads.ts';
import { overBound } from './bad-input.ts';
import type { GraphContext } from './context.ts';
import { licenseTerms } from './license-terms.ts';
import { sortOrder } from './orders.ts';
import { allThen, andThen } from './promises.ts';

const maxRelations = 200;
const maxLevels = 40;
const maxModels = 2000;

function allOfType(type: RelationType): EdgePlan {
  return edgePlan(
    {
      types: [type],
      direction: 'OUT',
      ranks: 'BEST',
      neighborKinds: null,
      artifact: null,
      on: null,
      where: null,
      order: sortOrder('MODEL', null),
      facts: true,
      window: { limit: maxRelations, after: null, before: null, backward: false, peek: true },
    },
    planSelection([]),
  );
}

/** The relations that decide on licenses: all of them, whatever the page. */
const licensedUnder = allOfType('LICENSED_UNDER');
const derivedFrom = allOfType('DERIVED_FROM');
const developedBy = allOfType('DEVELOPED_BY');

const lineageSelection = planSelection(
  ['name', 'releasedOn', 'inputModalities', 'outputModalities'],
  [licensedUnder, derivedFrom, developedBy],
);

function whole(page: EdgePage, name: string): EdgePage['rows'] {
  if (!page.hasMore) return page.rows;
  throw overBound('maxRelations', `${name} has more than ${maxRelations} relations of one type.`);
}

function factsOf({ relation, neighbor }: EdgeRow) {
  if (relation === null) throw new Error('The plans of lineages ask for the facts.');
  return { relation, neighbor };
}

function lineageModel(model: EntityPart, pages: readonly EdgePage[]): LineageModel {
  const name = String(model.name);
  const [licenses = [], parents = [], developers = []] = pages.map((page) => whole(page, name));
  return {
    id: model.id,
    name,
    releasedOn: model.releasedOn as string | null,
    multimodal: isMultimodal(
      model.inputModalities as Modality[] | null,
      model.outputModalities as Modality[] | null,
    ),
    developerIds: developers.map(({ neighbor }) => neighbor.entity.id),
    licenses: licenses.map(factsOf).map(({ relation, neighbor }) => ({
      relationId: relation.id,
      licenseId: neighbor.entity.id,
      artifact: relation.artifact,
      expression: relation.expression,
      since: relation.since,
      until: relation.until,
      evidence: relation.evidence,
    })),
    derivedFrom: parents.map(factsOf).map(({ relation, neighbor }) => ({
      relationId: relation.id,
      parentId: neighbor.entity.id,
      method: relation.method,
      evidence: relation.evidence,
    })),
  };
}

/** Ids that have been met on the way up from one model. */
interface Climb {
  readonly seen: Set<string>;
  readonly licenseIds: Set<string>;
}

/**
 * What reasoning about models needs, loaded for all models of a request together: one statement
 * for each level of the lineages, and one for the licenses. Nothing is loaded twice.
 */
class LineageLoader {
  readonly #loaders: GraphContext['loaders'];
  readonly #models = new Map<string, LineageModel>();
  readonly #licenses = new Map<string, CompiledLicense>();
  readonly #graphs = new Map<string, MaybePromise<LineageGraph>>();
  readonly #bindings = new Map<string, ModelBinding>();

  constructor(loaders: GraphContext['loaders']) {
    this.#loaders = loaders;
  }

  /** A graph with the model, everything it was made from, and the licenses of all of them. */
  graphOf(modelId: string): MaybePromise<LineageGraph> {
    let graph = this.#graphs.get(modelId);
    if (graph === undefined) {
      const climb = { seen: new Set([modelId]), licenseIds: new Set<string>() };
      graph = andThen(this.#climb([modelId], 1, climb), () => this.#withLicenses(climb));
      this.#graphs.set(modelId, graph);
    }
    return graph;
  }

  /** What binds whoever takes an artifact of the model on the day; the same for all uses. */
  bindingOf(modelId: string, artifact: Artifact, day: string): MaybePromise<ModelBinding> {
    return andThen(this.graphOf(modelId), (graph) => {
      const key = `${artifact} ${day} ${modelId}`;
      let binding = this.#bindings.get(key);
      if (binding === undefined) {
        binding = modelBinding(graph, modelId, artifact, day);
        this.#bindings.set(key, binding);
      }
      return binding;
    });
  }

  #climb(ids: readonly string[], level: number, climb: Climb): MaybePromise<void> {
    if (level > maxLevels || climb.seen.size > maxModels) {
      throw overBound('maxLineage', `A lineage has more than ${maxLevels} levels or is too wide.`);
    }
    return andThen(allThen(ids.map((id) => this.#model(id))), (models) => {
      const next: string[] = [];
      for (const model of models) {
        for (const { licenseId } of model?.licenses ?? []) climb.licenseIds.add(licenseId);
        for (const { parentId } of model?.derivedFrom ?? []) {
          if (climb.seen.has(parentId)) continue;
          climb.seen.add(parentId);
          next.push(parentId);
        }
      }
      if (next.length > 0) return this.#climb(next, level + 1, climb);
    });
  }

  #model(id: string): MaybePromise<LineageModel | null> {
    const known = this.#models.get(id);
    if (known !== undefined) return known;
    return andThen(this.#loaders.entity(id, lineageSelection), (part) => {
      if (part === null) return null;
      const pages = lineageSelection.edges.map((plan) => this.#loaders.edges(id, plan));
      return andThen(allThen(pages), (found) => {
        const model = this.#models.get(id) ?? lineageModel(part, found);
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

const lineageLoaders = new WeakMap<GraphContext['loaders'], LineageLoader>();

/** The lineage loader of a request. */
export function lineageOf({ loaders }: GraphContext): LineageLoader {
  let loader = lineageLoaders.get(loaders);
  if (loader === undefined) {
    loader = new LineageLoader(loaders);
    lineageLoaders.set(loaders, loader);
  }
  return loader;
}
