import { compareText } from '../../base/compare-text.ts';
import { madeOnce } from '../../base/made-once.ts';
import { allDerivations } from '../../ontology/clause.ts';
import { isCompound } from '../../ontology/license-grammar.ts';
import { type LicenseShape, licenseShape } from '../../ontology/license-shape.ts';
import { spanOf } from '../../ontology/partial-date.ts';
import type { Artifact, DerivationMethod } from '../../ontology/vocabulary.ts';
import { NO } from '../claims/certainty.ts';
import type { Span } from '../claims/days.ts';
import { type CompiledLicense, followsPath, methodBit, pathOf } from './license-terms.ts';
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
  /** Whether a clause asks for competition with the licensors, and they are known. */
  hasLicensors: boolean,
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
 * by the day, and who the licensors are. Models of one class have the same answer to every use that
 * names no rivals, and miss the same facts. The models of a hub have few classes, however many
 * organizations there are.
 */
export type UseClass = readonly [
  /** Null if nothing is known about the model. */
  own: Carrier | null,
  inherited: readonly Inheritance[],
  /** Whether a part of the lineage is unknown. */
  open: boolean,
];

/**
 * An organization with a license in the class that asks for competition, and its place there. A use
 * that names rivals divides a class by the places of these rivals.
 */
export type Licensor = readonly [organizationId: string, place: string];

/** The class of a model, and where its licensors stand in it. */
export interface Classified {
  readonly useClass: UseClass;
  readonly licensors: readonly Licensor[];
}

/**
 * The class of a model. The graph must contain its whole lineage with the licenses. A lineage that
 * was not followed to its end counts as unknown.
 */
export function useClassOf(graph: LineageGraph, modelId: string, isFollowed: boolean): Classified {
  const model = graph.models.get(modelId);
  if (model === undefined) return { useClass: [null, [], true], licensors: [] };
  const own = carrierOf(graph, model, model.licenses);
  const licensors = placesOf(0, [licensorsOf(model, own)]);
  if (!isFollowed) return { useClass: [own, [], true], licensors };
  const { ancestors, missing } = ancestryOf(graph, model);
  const inherited = new Map<string, Inherited>();
  for (const ancestor of ancestors) {
    if (isByTheOwner(ancestor) || bindsNothing(graph, ancestor)) continue;
    const inheritance = inheritanceOf(graph, ancestor);
    const { from } = madeOnce<string, Inherited>(inherited, JSON.stringify(inheritance), () => {
      return { inheritance, from: new Map() };
    });
    const group = licensorsOf(ancestor.model, inheritance[0]);
    from.set(JSON.stringify(group), group);
  }
  const inOrder = [...inherited].sort(byKey).map(([, each]) => each);
  const inheritances = inOrder.map(({ inheritance }) => inheritance);
  return {
    useClass: [own, inheritances, missing.length > 0],
    licensors: [
      ...licensors,
      ...inOrder.flatMap(({ from }, at) =>
        placesOf(
          at + 1,
          [...from].sort(byKey).map(([, group]) => group),
        ),
      ),
    ],
  };
}

interface Inherited {
  readonly inheritance: Inheritance;
  /** The licensors of each of the models that it comes from. */
  readonly from: Map<string, readonly string[]>;
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return compareText(one, other);
}

function licensorsOf({ developerIds }: LineageModel, [, , has]: Carrier): readonly string[] {
  return has ? developerIds.toSorted(compareText) : [];
}

/** The places of groups of licensors in the part of the class with this number. */
function placesOf(part: number, groups: readonly (readonly string[])[]): readonly Licensor[] {
  return groups.flatMap((group, at) =>
    group.map((id) => [id, `${part}.${at}.${groups.length}`] as const),
  );
}

/** Whether some or all models with a part of a class have a rival as licensor. */
export type RivalShare = 'SOME' | 'ALL';

/** The parts of a class with rivals as licensors, from the places of these rivals. */
export function rivalParts(places: readonly string[]): ReadonlyMap<number, RivalShare> {
  const groups = new Map<number, Set<number>>();
  const sizes = new Map<number, number>();
  for (const place of places) {
    const [part = 0, group = 0, size = 0] = place.split('.').map(Number);
    madeOnce(groups, part, () => new Set<number>()).add(group);
    sizes.set(part, size);
  }
  return new Map(
    [...groups].map(([part, found]) => [part, found.size === sizes.get(part) ? 'ALL' : 'SOME']),
  );
}

function carrierOf(
  graph: LineageGraph,
  { multimodal, developerIds }: LineageModel,
  edges: LineageModel['licenses'],
): Carrier {
  const shapes = licensesOf(graph, edges).map(shapeOf);
  const asksModalities = shapes.some((shape) => shape.asksModalities);
  const asksLicensors = shapes.some((shape) => shape.asksLicensors);
  return [
    edgesOf(graph, edges),
    asksModalities ? multimodal : null,
    asksLicensors && developerIds.length > 0,
  ];
}

const shapes = new WeakMap<CompiledLicense, LicenseShape>();

/** All that classes depend on in a license. A write of anything else leaves classes as they are. */
function shapeOf(license: CompiledLicense): LicenseShape {
  return madeOnce(shapes, license, () => licenseShape(license.terms));
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
  return license === undefined || shapeOf(license).isUnread;
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
  const { isComplete, isDated, follows } = shapeOf(license);
  if (!isComplete || isDated) return false;
  return follows.every((methods) => followsPath(pathOf(methods), path) === NO);
}

function edgesOfWeights({ licenses }: LineageModel): LineageModel['licenses'] {
  const own = licenses.filter(({ artifact }) => artifact === 'WEIGHTS');
  return own.length > 0 ? own : licenses.filter(({ artifact }) => artifact === null);
}

const paths = 2 * methodBit(null);
const followed = new WeakMap<CompiledLicense, readonly string[]>();

/** For each path, a text that shows which clauses of the license follow it. */
function followedBy(license: CompiledLicense): readonly string[] {
  return madeOnce(followed, license, () => {
    const follows = shapeOf(license).follows.map(pathOf);
    return Array.from({ length: paths }, (_, path) =>
      follows.map((bits) => followsPath(bits, path)).join(''),
    );
  });
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
    ...licensesOf(graph, edges).flatMap((license) => shapeOf(license).days),
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
