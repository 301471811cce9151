import { compareText } from '../../base/compare-text.ts';
import { groupBy } from '../../base/group-by.ts';
import { isCompound, type LicenseTree, parseNames } from '../../ontology/license-grammar.ts';
import type { Artifact } from '../../ontology/vocabulary.ts';
import { evidenceRank } from '../../ontology/vocabulary.ts';
import { type Certainty, either, NO, UNSURE } from '../claims/certainty.ts';
import { holdsOn, type Span } from '../claims/days.ts';
import { artifactInWords } from '../walks/in-words.ts';
import type { Binding, DerivationStep, LicenseLeaf, UnknownLeaf } from './binding.ts';
import type { CompiledLicense } from './license-terms.ts';
import type { LicenseEdge, LineageGraph, LineageModel } from './lineage-graph.ts';

/** The case to find licenses for: a model of the lineage, and when its artifact was taken. */
interface Taking {
  readonly model: LineageModel;
  readonly artifact: Artifact;
  readonly taken: Span;
  readonly via: readonly DerivationStep[];
  readonly path: number;
}

interface PossibleEdge {
  readonly edge: LicenseEdge;
  readonly license: CompiledLicense | null;
  readonly held: Certainty;
}

function unknown({ via }: Taking, missing: UnknownLeaf['missing'], explanation: string): Binding {
  return { kind: 'UNKNOWN', via, missing, explanation };
}

function leafOf(taking: Taking, { edge, license }: PossibleEdge): Binding {
  const { model, taken, via, path } = taking;
  if (license === null) {
    return unknown(taking, 'LICENSE_TEXT', `A license of ${model.name} is not recorded.`);
  }
  const ranks = [edge.evidence, ...via.map((step) => step.evidence)].map(evidenceRank);
  const leaf: LicenseLeaf = {
    kind: 'LICENSE',
    license,
    subject: {
      modelId: model.id,
      name: model.name,
      multimodal: model.multimodal,
      licensorIds: model.developerIds.length === 0 ? null : model.developerIds,
    },
    taken,
    via,
    path,
    evidence: Math.max(...ranks),
  };
  return leaf;
}

/**
 * The binding of an expression. A name that matches no license of the group is unknown. If exactly
 * one name and one license remain, they match. Licenses that the expression does not mention also
 * bind.
 */
function bindingOfExpression(
  taking: Taking,
  expression: string,
  candidates: readonly PossibleEdge[],
): Binding {
  const parsed = parseNames(expression);
  if (parsed === null) {
    const explanation = `The license expression "${expression}" cannot be read.`;
    const of = candidates.map((candidate) => leafOf(taking, candidate));
    return { kind: 'ALL', of: [...of, unknown(taking, 'LICENSE_IN_FORCE', explanation)] };
  }
  const byName = new Map<string, PossibleEdge>();
  const { tree } = parsed;
  const names = [...new Set(parsed.names.map((name) => name.toLowerCase()))];
  for (const name of names) {
    const named = candidates.find(({ license }) => license?.names.has(name.replace(/\+$/u, '')));
    if (named !== undefined) byName.set(name, named);
  }
  const unnamed = candidates.filter((candidate) => ![...byName.values()].includes(candidate));
  const [name, ...otherNames] = names.filter((one) => !byName.has(one));
  const [left, ...others] = unnamed;
  const paired = name !== undefined && otherNames.length === 0 && others.length === 0;
  if (paired && left !== undefined) byName.set(name, left);
  const convert = (part: LicenseTree): Binding => {
    if (part.kind !== 'LICENSE') return { kind: part.kind, of: part.of.map(convert) };
    // An exception only adds permissions, so the license alone decides.
    const named = parsed.names[part.operand] ?? '';
    const candidate = byName.get(named.toLowerCase());
    if (candidate !== undefined) return leafOf(taking, candidate);
    const explanation = `${named}, part of the license of ${taking.model.name}, is not recorded.`;
    return unknown(taking, 'LICENSE_TEXT', explanation);
  };
  const rest = unnamed.filter((candidate) => ![...byName.values()].includes(candidate));
  if (rest.length === 0) return convert(tree);
  const of = [convert(tree), ...rest.map((candidate) => leafOf(taking, candidate))];
  return { kind: 'ALL', of };
}

/** The edges on an artifact that may hold. Without any, the edges on the release as a whole. */
function possibleEdges(graph: LineageGraph, taking: Taking): readonly PossibleEdge[] {
  const { licenses } = taking.model;
  const own = licenses.filter(({ artifact }) => artifact === taking.artifact);
  const edges = own.length > 0 ? own : licenses.filter(({ artifact }) => artifact === null);
  return edges
    .map((edge) => ({
      edge,
      license: graph.licenses.get(edge.licenseId) ?? null,
      held: holdsOn(taking.taken, edge),
    }))
    .filter(({ held }) => held !== NO)
    .sort((one, other) => compareText(one.edge.relationId, other.edge.relationId));
}

/** The binding of everyone who takes an artifact then: one answer, or several in dispute. */
export function licensesInForce(graph: LineageGraph, taking: Taking): Binding {
  const groups = groupBy(possibleEdges(graph, taking), ({ edge: { expression, licenseId } }) =>
    isCompound(expression) ? `expression ${expression}` : `license ${licenseId}`,
  );
  let held: Certainty = NO;
  const answers: Binding[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    for (const candidate of group) held = either(held, candidate.held);
    const { expression } = first.edge;
    if (isCompound(expression)) {
      const distinct = group.filter(
        ({ edge }, at) => group.findIndex((one) => one.edge.licenseId === edge.licenseId) === at,
      );
      answers.push(bindingOfExpression(taking, expression, distinct));
    } else answers.push(leafOf(taking, first));
  }
  const { model, artifact, taken, via } = taking;
  const [only, ...others] = answers;
  const when = taken.first === taken.last ? taken.first : `${taken.first} to ${taken.last}`;
  if (only === undefined) {
    const explanation = `No license for ${artifactInWords[artifact]} of ${model.name} is recorded for ${when}.`;
    return unknown(taking, 'LICENSE_IN_FORCE', explanation);
  }
  if (others.length > 0) {
    const explanation = `Sources or dates leave open which license held for ${artifactInWords[artifact]} of ${model.name} (${when}).`;
    return { kind: 'DISPUTED', of: answers, via, explanation };
  }
  if (held !== UNSURE) return only;
  const explanation = `The license of ${model.name} began or ended around ${when}; the dates are not precise enough.`;
  const gap = unknown(taking, 'LICENSE_IN_FORCE', explanation);
  return { kind: 'DISPUTED', of: [only, gap], via, explanation };
}
