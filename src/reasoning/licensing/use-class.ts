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

// Lists, not objects: a class is kept as JSON, once for all of its models.

type Edge = readonly [
  licenseId: string,
  artifact: Artifact | null,
  expression: string | null,
  since: string | null,
  until: string | null,
];

/** What a model's licenses are, and the facts of it that clauses of these licenses ask for. */
export type Carrier = readonly [
  licenses: readonly Edge[],
  multimodal: boolean | null,
  developerIds: readonly string[],
];

/** What comes down from a model that another was made from. */
export type Inheritance = readonly [
  carrier: Carrier,
  /** Of the derivations on the way; null: a method that is not known. */
  methods: readonly (DerivationMethod | null)[],
  /** When it was taken at the latest, as far as that matters; null: on the day asked about. */
  taken: readonly [first: string, last: string] | null,
];

/**
 * All that the answer to a use of a model follows from, but for whether the model was released by
 * the day. Models of one class have the same answer to every use, on every day, and lack the same
 * facts; a hub's models have few.
 */
export type UseClass = readonly [
  /** Null: nothing is known of the model. */
  own: Carrier | null,
  inherited: readonly Inheritance[],
  /** Whether a part of the lineage is not known. */
  open: boolean,
];

/**
 * The class of a model of the graph, which holds its whole lineage with the licenses. A lineage that
 * was not followed to its end counts as not known.
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
  // An expression names licenses.
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

/** Whether nothing of a license was read. Which one it is makes no difference, or whether it is recorded. */
function isUnread(license: CompiledLicense | undefined): boolean {
  if (license === undefined) return true;
  return !license.complete && license.clauses.length === 0 && license.published === null;
}

/** Derivations are those of the weights. */
function inheritanceOf(graph: LineageGraph, { model, child, path }: Ancestor): Inheritance {
  const edges = edgesOfWeights(model);
  const decisive = decisivePath(licensesOf(graph, edges), path);
  const methods = [...allDerivations, null].filter(
    (method) => (decisive & methodBit(method)) !== 0,
  );
  return [carrierOf(graph, model, edges), methods, takenBy(graph, edges, child.releasedOn)];
}

/** Whether the only license of the weights surely leaves whoever makes such a model free. */
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

/** For every path which clauses of the license follow it, in a word. */
function followedBy(license: CompiledLicense): readonly string[] {
  return madeOnce(followed, license, () =>
    Array.from({ length: paths }, (_, path) =>
      license.clauses.map(({ follows }) => followsPath(follows, path)).join(''),
    ),
  );
}

/** The first path that the same clauses of the licenses follow. */
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
 * When a child took the licenses at the latest, told by the days that decide on them: those on which
 * an edge begins or ends and those on which a text was published. Between two of them all days are
 * the same, and stand as the first.
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
