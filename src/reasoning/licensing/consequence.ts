import { groupBy } from '../../base/group-by.ts';
import type { Consequence } from '../../ontology/disagreement.ts';
import { valuesOf } from '../../ontology/enumeration.ts';
import type { OsaidValidation } from '../../ontology/openness-vocabulary.ts';
import { spanOf } from '../../ontology/partial-date.ts';
import type { FactValue } from '../../ontology/properties.ts';
import type { Artifact, Availability, Modality } from '../../ontology/vocabulary.ts';
import { ArtifactEnum } from '../../ontology/vocabulary.ts';
import { answerOf } from '../claims/answer.ts';
import { NO } from '../claims/certainty.ts';
import type { ContestableClaim } from '../claims/contested.ts';
import { holdsOn, spanOfDay } from '../claims/days.ts';
import type { Disagreement } from '../claims/find-disagreements.ts';
import { answerName } from './answer-order.ts';
import { leavesOf } from './binding.ts';
import { bindingAnswer } from './binding-answer.ts';
import { judgedProfiles, judgedUses } from './judged-uses.ts';
import type { LicenseEdge, LineageGraph, LineageModel } from './lineage-graph.ts';
import { modelBinding } from './model-binding.ts';
import { openness, opennessDefinitions } from './openness.ts';
import { opennessLicenses } from './openness-licenses.ts';
import { isMultimodal } from './subject.ts';

/** The parts of a model that verdicts and openness depend on. */
export interface JudgedModel {
  readonly model: LineageModel;
  readonly inputModalities: readonly Modality[] | null;
  readonly outputModalities: readonly Modality[] | null;
  readonly availability: ReadonlyMap<Artifact, Availability>;
  readonly osaidValidation: OsaidValidation | null;
}

/** The models, licenses and relations that the caller has. */
export interface JudgedGraph {
  readonly lineage: LineageGraph;
  modelOf(id: string): JudgedModel | null;
  edgeOf(relationId: string): LicenseEdge | null;
}

type JudgedClaim = ContestableClaim & {
  readonly relationId: string | null;
  readonly valueText: string;
};

interface Judgment {
  readonly consequence: Consequence;
  /** The differences, in words. */
  readonly effects: readonly string[];
}

/** The subject, as one side of the disagreement describes it. */
interface Side {
  readonly name: string;
  readonly subject: JudgedModel;
}

/** The results for one side. */
interface Conclusion {
  readonly name: string;
  readonly answers: readonly number[];
  readonly licenses: string;
  readonly verdicts: readonly string[];
}

/** A day after all dates of sources, for claims without an end. */
const dayWithoutEnd = '9999-12-31';
const artifacts = valuesOf(ArtifactEnum);

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A day for which every side makes a claim: the last day before one of them ends. */
function dayOf(claims: readonly ContestableClaim[]): string {
  const ends = claims.flatMap(({ until }) => (until === null ? [] : [spanOf(until).first]));
  const [first] = ends.sort();
  return first === undefined ? dayWithoutEnd : dayBefore(first);
}

function sideText({ value, objectId, expression }: ContestableClaim): string {
  return objectId === null ? JSON.stringify(value) : answerOf({ objectId, expression });
}

function withLicenses(
  { model, ...rest }: JudgedModel,
  artifact: Artifact | null,
  edges: readonly LicenseEdge[],
  day: string,
): JudgedModel {
  const others = model.licenses.filter(
    (edge) => edge.artifact !== artifact || holdsOn(spanOfDay(day), edge) === NO,
  );
  return { ...rest, model: { ...model, licenses: [...others, ...edges] } };
}

function withFact(
  subject: JudgedModel,
  { property, artifact }: Disagreement<JudgedClaim>,
  value: FactValue | null,
): JudgedModel {
  const { model, availability } = subject;
  switch (property) {
    case 'RELEASED_ON':
      return { ...subject, model: { ...model, releasedOn: value as string } };
    case 'OSAID_VALIDATION':
      return { ...subject, osaidValidation: value as OsaidValidation };
    case 'AVAILABILITY': {
      if (artifact === null) return subject;
      const changed = new Map(availability).set(artifact, value as Availability);
      return { ...subject, availability: changed };
    }
    case 'INPUT_MODALITIES':
    case 'OUTPUT_MODALITIES': {
      const side = property === 'INPUT_MODALITIES' ? 'inputModalities' : 'outputModalities';
      const changed = { ...subject, [side]: value as readonly Modality[] };
      const multimodal = isMultimodal(changed.inputModalities, changed.outputModalities);
      return { ...changed, model: { ...model, multimodal } };
    }
    default:
      return subject;
  }
}

function sidesOf(
  disagreement: Disagreement<JudgedClaim>,
  subject: JudgedModel,
  day: string,
  graph: JudgedGraph,
): readonly Side[] {
  const { property, artifact, claims } = disagreement;
  return [...groupBy(claims, sideText).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    if (property !== 'LICENSED_UNDER') {
      return [{ name: first.valueText, subject: withFact(subject, disagreement, first.value) }];
    }
    const ids = new Set(group.map(({ relationId }) => relationId ?? ''));
    const edges = [...ids].flatMap((id) => graph.edgeOf(id) ?? []);
    return [{ name: first.valueText, subject: withLicenses(subject, artifact, edges, day) }];
  });
}

/** The lineage above a model, with the model as one side describes it. */
function lineageWith(model: LineageModel, { models, licenses }: LineageGraph): LineageGraph {
  const above = new Map([[model.id, model]]);
  for (const each of above.values()) {
    for (const { parentId } of each.derivedFrom) {
      const parent = models.get(parentId);
      if (parent !== undefined && !above.has(parentId)) above.set(parentId, parent);
    }
  }
  return { models: above, licenses };
}

function conclude(
  { name, subject }: Side,
  artifact: Artifact,
  day: string,
  { lineage }: JudgedGraph,
): Conclusion {
  const { model, availability, osaidValidation } = subject;
  const graph = lineageWith(model, lineage);
  const { binding } = modelBinding(graph, model.id, artifact, day);
  const licenses = new Map(
    artifacts.map((each) => [each, opennessLicenses(modelBinding(graph, model.id, each, day))]),
  );
  return {
    name,
    answers: judgedProfiles(day).map((profile) => bindingAnswer(binding, profile)),
    licenses: JSON.stringify([
      binding.kind,
      leavesOf(binding)
        .map(({ license }) => license.terms.id)
        .sort(),
    ]),
    verdicts: opennessDefinitions.map(
      (one) => openness(one, { availability, licenses, osaidValidation }).verdict,
    ),
  };
}

/** The names whose results differ between the sides, with those results. */
function differences(
  sides: readonly Conclusion[],
  names: readonly string[],
  resultOf: (side: Conclusion, index: number) => string,
): readonly string[] {
  return names.flatMap((name, index) => {
    const results = groupBy(sides, (side) => resultOf(side, index));
    if (results.size < 2) return [];
    const said = [...results].map(
      ([result, those]) => `${result} by ${those.map((side) => side.name).join(' or ')}`,
    );
    return [`${name}: ${said.join('; ')}`];
  });
}

const judgedProperties: ReadonlySet<string> = new Set([
  'LICENSED_UNDER',
  'RELEASED_ON',
  'INPUT_MODALITIES',
  'OUTPUT_MODALITIES',
  'AVAILABILITY',
  'OSAID_VALIDATION',
]);

/**
 * The consequence of a disagreement. Each side is assumed in turn while everything else stays the
 * same, and the subject is judged by a fixed set of uses and every definition of openness. Derived
 * models are not judged.
 */
export function consequenceOf(
  disagreement: Disagreement<JudgedClaim>,
  graph: JudgedGraph,
): Judgment {
  const { subjectId, property, artifact, claims, contested } = disagreement;
  const rest: Judgment = { consequence: contested ? 'BEST_VALUE' : 'NONE', effects: [] };
  if (property === 'OSI_APPROVED') {
    const effects = ['Whether works under it have an OSI-approved license.'];
    return { consequence: 'OPENNESS', effects };
  }
  const subject = judgedProperties.has(property) ? graph.modelOf(subjectId) : null;
  if (subject === null) return rest;
  const day = dayOf(claims);
  const sides = sidesOf(disagreement, subject, day, graph).map((side) =>
    conclude(side, artifact ?? 'WEIGHTS', day, graph),
  );
  const uses = differences(
    sides,
    judgedUses.map(({ name }) => name),
    ({ answers }, index) => answerName(answers[index] ?? 0),
  );
  const definitions = differences(
    sides,
    opennessDefinitions,
    ({ verdicts }, index) => verdicts[index] ?? '',
  );
  const effects = [...uses, ...definitions];
  if (uses.length > 0) return { consequence: 'VERDICT', effects };
  const binding = new Set(sides.map(({ licenses }) => licenses));
  if (binding.size > 1) {
    const names = [...new Set(sides.map(({ name }) => name))];
    return { consequence: 'LICENSE', effects: [...effects, `license: ${names.join('; ')}`] };
  }
  return definitions.length > 0 ? { consequence: 'OPENNESS', effects } : rest;
}
