import { consequences, type DisagreementRecord } from '../../ontology/disagreement.ts';
import { valuesOf } from '../../ontology/enumeration.ts';
import { hashedId, kindOfId } from '../../ontology/ids.ts';
import { claimProperties } from '../../ontology/properties.ts';
import type { RelationRecord } from '../../ontology/records.ts';
import { ArtifactEnum } from '../../ontology/vocabulary.ts';
import { compareClaims } from '../../reasoning/claims/claim-rank.ts';
import type { Disagreement } from '../../reasoning/claims/find-disagreements.ts';
import {
  consequenceOf,
  type JudgedGraph,
  type JudgedModel,
} from '../../reasoning/licensing/consequence.ts';
import type { CompiledLicense } from '../../reasoning/licensing/license-terms.ts';
import { licenseEdge, lineageModel } from '../../reasoning/licensing/lineage-graph.ts';
import type { EntityInput } from '../../store/graph-store.ts';
import type { Claim } from './fold-claims.ts';

const artifacts = valuesOf(ArtifactEnum);
const mostEffects = 99;

/** The judged parts of a model, from its record and the relations that start at it. */
export function judgedModelOf(
  model: Extract<EntityInput, { kind: 'MODEL' }>,
  relations: readonly RelationRecord[],
): JudgedModel {
  const { inputModalities, outputModalities, osaidValidation } = model;
  return {
    model: lineageModel(
      model,
      relations.filter(({ best }) => best),
    ),
    inputModalities,
    outputModalities,
    osaidValidation,
    availability: new Map(
      model.availability.map(({ artifact, availability }) => [artifact, availability]),
    ),
  };
}

/** The models, licenses and relations that a judgment needs. */
export function judgedGraphOf(
  models: ReadonlyMap<string, JudgedModel>,
  licenses: ReadonlyMap<string, CompiledLicense>,
  relations: readonly RelationRecord[],
): JudgedGraph {
  const edges = new Map(relations.map((relation) => [relation.id, relation]));
  return {
    lineage: { models: new Map([...models].map(([id, { model }]) => [id, model])), licenses },
    modelOf: (id) => models.get(id) ?? null,
    edgeOf: (id) => {
      const relation = edges.get(id);
      return relation === undefined ? null : licenseEdge(relation);
    },
  };
}

/** The sort value of a disagreement, the most serious first. */
function sortOf(
  { subjectId, property, artifact, contested }: Disagreement<Claim>,
  { consequence, effects }: ReturnType<typeof consequenceOf>,
): string {
  const fewer = mostEffects - Math.min(effects.length, mostEffects);
  return [
    String(consequences.indexOf(consequence)),
    contested ? '0' : '1',
    String(fewer).padStart(2, '0'),
    subjectId,
    String(claimProperties.indexOf(property)).padStart(2, '0'),
    artifact === null ? '-' : String(artifacts.indexOf(artifact)),
  ].join('.');
}

/** The records of disagreements, judged in the given graph. */
export function disagreementRecords(
  found: readonly Disagreement<Claim>[],
  graph: JudgedGraph,
): DisagreementRecord[] {
  return found.flatMap((unsorted) => {
    // The sides are sorted, so that the texts do not depend on the order of statements.
    const disagreement = { ...unsorted, claims: unsorted.claims.toSorted(compareClaims) };
    const { subjectId, property, artifact, contested } = disagreement;
    const kind = kindOfId(subjectId);
    if (kind === null) return [];
    const judgment = consequenceOf(disagreement, graph);
    return [
      {
        id: hashedId('Disagreement', [subjectId, property, artifact]),
        subjectId,
        kind,
        property,
        artifact,
        consequence: judgment.consequence,
        contested,
        effects: [...judgment.effects],
        claimIds: disagreement.claims.map(({ id }) => id),
        sort: sortOf(disagreement, judgment),
      },
    ];
  });
}
