import { compareText } from '../../base/compare-text.ts';
import { madeOnce } from '../../base/made-once.ts';
import { allDerivations } from '../../ontology/clause.ts';
import { isCompound } from '../../ontology/license-grammar.ts';
import { spanOf } from '../../ontology/partial-date.ts';
import type { Artifact, DerivationMethod } from '../../ontology/vocabulary.ts';
import { NO } from '../claims/certainty.ts';
import type { Span } from '../claims/days.ts';
import { type CompiledLicense, followsPath, methodBit } from './license-terms.ts';
import { type Ancestor, ancestryOf } from './lineage.ts';
import type { LineageGraph, LineageModel } from './lineage-graph.ts';
import { isByTheOwner } from './model-binding.ts';

// A class is stored as JSON, once for all of its models. Lists make it shorter than objects.

type Edge = readonly [
  licenseId: string,
  artifact: Artifact | null,
  expression: string | null,
  since: string | null,
  until: string | null,
];

/** The licenses of a model, and the facts about it that clauses of these licenses depend on. */
export type Carrier = readonly [
  licenses: readonly Edge[],
  multimodal: boolean | null,
  developerIds: readonly string[],
];

/** The licenses inherited from a model that another was derived from. */
export type Inheritance = readonly [
  carrier: Carrier,
  /** The methods of the derivations between them; null for an unknown method. */
  methods: readonly (DerivationMethod | null)[],
  /**
   * When the license was taken at the latest, as precise as needed; null means on the day asked
   * about.
   */
  taken: readonly [first: string, last: string] | null,
];

/**
 * All facts that the answer to a use of a model depends on, except whether the model was released
 * by the day. Models of one class have the same answer to every use on every day, and miss the same
 * facts. The models of a hub have few classes.
 */
export type UseClass = readonly [
  /** Null if nothing is known about the model. */
  own: Carrier | null,
  inherited: readonly Inheritance[],
  /** Whether a part of the lineage is unknown. */
  open: boolean,
];

/**
 * The class of a model. The graph must contain its whole lineage with the licenses. A lineage that
 * was not followed to its end counts as unknown.
 */
export function useClassOf(graph: LineageGraph, modelId: string, isFollowed: boolean): UseClass {
  const model = graph.models.get(modelId);
  if (model === undefined) return [null, [], true];
  const own = carrierOf(graph, model, model.licenses);
  if (!isFollowed) return [own, [], true];
  const { ancestors, missing } = ancestryOf(graph, model);
  const inherited = new Map<string, Inheritance>();
  for (const ancestor of ancestors) {
    if (isByTheOwner(ancestor) || bindsNothing(graph, ancestor)) continue;
    const each = inheritanceOf(graph, ancestor);
    inherited.set(JSON.stringify(each), each);
  }
  const inOrder = [...inherited].sort(([one], [other]) => compareText(one, other));
  return [own, inOrder.map(([, each]) => each), missing.length > 0];
}

function carrierOf(
  graph: LineageGraph,
  { multimodal, developerIds }: LineageModel,
  edges: LineageModel['licenses'],
): Carrier {
  const conditions = licensesOf(graph, edges).flatMap(({ clauses }) =>
    clauses.flatMap(({ record }) => [...record.appliesWhen, ...record.exceptWhen]),
  );
  const asksModalities = conditions.some((condition) => condition.multimodal !== null);
  const asksLicensor = conditions.some((condition) => condition.competesWithLicensor !== null);
  return [
    edgesOf(graph, edges),
    asksModalities ? multimodal : null,
    asksLicensor ? developerIds.toSorted(compareText) : [],
  ];
}

function licensesOf(
  { licenses }: LineageGraph,
  edges: LineageModel['licenses'],
): readonly CompiledLicense[] {
  return edges.flatMap(({ licenseId }) => licenses.get(licenseId) ?? []);
}

/** The edges in the order of the relations, each once. */
function edgesOf({ licenses }: LineageGraph, edges: LineageModel['licenses']): readonly Edge[] {
  const inOrder = edges.toSorted((one, other) => compareText(one.relationId, other.relationId));
  // An expression needs the licenses it names.
  const isNamed = edges.some(({ expression }) => isCompound(expression));
  const unread = new Map<string, string>();
  const distinct = new Map<string, Edge>();
  for (const { licenseId, artifact, expression, since, until } of inOrder) {
    const id =
      isNamed || !isUnread(licenses.get(licenseId))
        ? licenseId
        : madeOnce(unread, licenseId, () => `unread ${unread.size}`);
    const edge = [id, artifact, isCompound(expression) ? expression : null, since, until] as const;
    distinct.set(JSON.stringify(edge), edge);
  }
  return [...distinct.values()];
}

/**
 * Whether no part of a license was read. All such licenses have the same effect, recorded or not.
 */
function isUnread(license: CompiledLicense | undefined): boolean {
  if (license === undefined) return true;
  return !license.complete && license.clauses.length === 0 && license.published === null;
}

/** Only weights are inherited. */
function inheritanceOf(graph: LineageGraph, { model, child, path }: Ancestor): Inheritance {
  const edges = edgesOfWeights(model);
  const decisive = decisivePath(licensesOf(graph, edges), path);
  const methods = [...allDerivations, null].filter(
    (method) => (decisive & methodBit(method)) !== 0,
  );
  return [carrierOf(graph, model, edges), methods, takenBy(graph, edges, child.releasedOn)];
}

/** Whether the only license of the weights certainly does not bind derivatives of this kind. */
function bindsNothing(graph: LineageGraph, { model, path }: Ancestor): boolean {
  const [edge, ...others] = edgesOf(graph, edgesOfWeights(model));
  const license = graph.licenses.get(edge?.[0] ?? '');
  if (edge === undefined || others.length > 0 || license === undefined) return false;
  const [, , expression, since, until] = edge;
  if (expression !== null || since !== null || until !== null) return false;
  if (!license.complete || license.published !== null) return false;
  return license.clauses.every(({ follows }) => followsPath(follows, path) === NO);
}

function edgesOfWeights({ licenses }: LineageModel): LineageModel['licenses'] {
  const own = licenses.filter(({ artifact }) => artifact === 'WEIGHTS');
  return own.length > 0 ? own : licenses.filter(({ artifact }) => artifact === null);
}

const paths = 2 * methodBit(null);
const followed = new WeakMap<CompiledLicense, readonly string[]>();

/** For each path, a text that shows which clauses of the license follow it. */
function followedBy(license: CompiledLicense): readonly string[] {
  return madeOnce(followed, license, () =>
    Array.from({ length: paths }, (_, path) =>
      license.clauses.map(({ follows }) => followsPath(follows, path)).join(''),
    ),
  );
}

/** The first path that is followed by the same clauses of the licenses. */
function decisivePath(licenses: readonly CompiledLicense[], path: number): number {
  for (let other = 1; other < path; other += 1) {
    const isAlike = licenses.every((license) => {
      const words = followedBy(license);
      return words[other] === words[path];
    });
    if (isAlike) return other;
  }
  return path;
}

/**
 * When a child took the licenses at the latest. Only some days decide: those on which an edge
 * begins or ends, and those on which a text was published. All days between two of them are equal
 * and are represented by the first.
 */
function takenBy(
  graph: LineageGraph,
  edges: LineageModel['licenses'],
  releasedOn: string | null,
): Inheritance[2] {
  if (releasedOn === null) return null;
  const days = [
    ...edges.flatMap(({ since, until }) =>
      [since, until].flatMap((date) => (date === null ? [] : ends(spanOf(date)))),
    ),
    ...licensesOf(graph, edges).flatMap(({ published, clauses }) =>
      [published, ...clauses.map((clause) => clause.published)].flatMap((span) =>
        span === null ? [] : [span.first],
      ),
    ),
  ];
  const inOrder = [...new Set(days)].sort(compareText);
  const released = spanOf(releasedOn);
  const [first, last] = ends(released).map(
    (day) => inOrder.findLast((each) => compareText(each, day) <= 0) ?? '',
  );
  const latest = inOrder.at(-1);
  if (latest === undefined || first === latest) return null;
  return [first ?? '', last ?? ''];
}

function ends({ first, last }: Span): readonly string[] {
  return [first, last];
}
