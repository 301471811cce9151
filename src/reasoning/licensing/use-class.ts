import { compareText } from '../../base/compare-text.ts';
import { allDerivations } from '../../ontology/clause.ts';
import { spanOf } from '../../ontology/partial-date.ts';
import type { Artifact, DerivationMethod } from '../../ontology/vocabulary.ts';
import type { Span } from '../claims/days.ts';
import { methodBit } from './license-terms.ts';
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
  own: Carrier,
  inherited: readonly Inheritance[],
  /** Whether a part of the lineage is not known. */
  open: boolean,
];

/**
 * The class of a model of the graph, which holds its whole lineage with the licenses. A lineage that
 * was not followed to its end counts as not known.
 */
export function useClassOf(
  graph: LineageGraph,
  model: LineageModel,
  isFollowed: boolean,
): UseClass {
  const own = carrierOf(graph, model, model.licenses);
  if (!isFollowed) return [own, [], true];
  const { ancestors, missing } = ancestryOf(graph, model);
  const inherited = new Map<string, Inheritance>();
  for (const ancestor of ancestors) {
    if (isByTheOwner(ancestor)) continue;
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
  const conditions = edges.flatMap(({ licenseId }) =>
    (graph.licenses.get(licenseId)?.clauses ?? []).flatMap(({ record }) => [
      ...record.appliesWhen,
      ...record.exceptWhen,
    ]),
  );
  const asksModalities = conditions.some((condition) => condition.multimodal !== null);
  const asksLicensor = conditions.some((condition) => condition.competesWithLicensor !== null);
  const inOrder = edges.toSorted((one, other) => compareText(one.relationId, other.relationId));
  return [
    inOrder.map(({ licenseId, artifact, expression, since, until }) => {
      return [licenseId, artifact, expression, since, until];
    }),
    asksModalities ? multimodal : null,
    asksLicensor ? developerIds.toSorted(compareText) : [],
  ];
}

/** Derivations are those of the weights. */
function inheritanceOf(graph: LineageGraph, { model, child, path }: Ancestor): Inheritance {
  const ofWeights = model.licenses.filter(({ artifact }) => artifact === 'WEIGHTS');
  const edges =
    ofWeights.length > 0 ? ofWeights : model.licenses.filter(({ artifact }) => artifact === null);
  const methods = [...allDerivations, null].filter((method) => (path & methodBit(method)) !== 0);
  return [carrierOf(graph, model, edges), methods, takenBy(graph, edges, child.releasedOn)];
}

/**
 * When a child took the licenses at the latest, told by the days that decide on them: those on which
 * an edge begins or ends and those on which a text was published. Between two of them all days are
 * the same, and stand as the first.
 */
function takenBy(
  { licenses }: LineageGraph,
  edges: LineageModel['licenses'],
  releasedOn: string | null,
): Inheritance[2] {
  if (releasedOn === null) return null;
  const days = edges.flatMap(({ licenseId, since, until }) => {
    const license = licenses.get(licenseId);
    const published = [license?.published, ...(license?.clauses ?? []).map((c) => c.published)];
    return [
      ...[since, until].flatMap((date) => (date === null ? [] : ends(spanOf(date)))),
      ...published.flatMap((span) => (span == null ? [] : [span.first])),
    ];
  });
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
