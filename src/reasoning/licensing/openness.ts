import {
  type MofClass,
  type MofComponent,
  mofComponents,
  type OpennessDefinition,
  type OsaidValidation,
  opennessTerms,
  type Verdict,
} from '../../ontology/openness-vocabulary.ts';
import type { Artifact, Availability } from '../../ontology/vocabulary.ts';
import { type Certainty, certain, NO, UNSURE, YES } from '../claims/certainty.ts';
import { allAreOf, type BoundLicense, type LicenseOpenness } from './license-openness.ts';

/** The known facts on the openness of a model. An absent fact is not known. */
export interface OpennessFacts {
  readonly availability: ReadonlyMap<Artifact, Availability>;
  /** All licenses that bind an artifact, also inherited ones. None means not known. */
  readonly licenses: ReadonlyMap<Artifact, readonly BoundLicense[]>;
  /** The result of the Open Source Initiative's own validation. */
  readonly osaidValidation?: OsaidValidation | null;
  /** Components besides the four artifacts, and whether each is released under an open license. */
  readonly components?: ReadonlyMap<MofComponent, boolean>;
}

export interface OpennessVerdict {
  readonly definition: OpennessDefinition;
  /** The first slug of the term that explains the definition. */
  readonly term: string;
  readonly verdict: Verdict;
  /** What is missing, or not known to be released. */
  readonly missing: readonly string[];
  readonly reasons: readonly string[];
}

/** A finding on one requirement of a definition. */
interface Finding {
  readonly met: Certainty;
  readonly what: string;
  readonly reason: string;
}

const names: Readonly<Record<Artifact, string>> = {
  WEIGHTS: 'weights',
  INFERENCE_CODE: 'inference code',
  TRAINING_CODE: 'training code',
  TRAINING_DATA: 'training data',
};

/** Licenses that the Model Openness Framework accepts in addition to those approved by the OSI. */
const openForModels: ReadonlySet<string> = new Set(
  ['OpenMDW-1.0', 'LicenseRef-OpenMDW-1.1', 'CDLA-Permissive-2.0', 'CC-BY-4.0', 'CC0-1.0'].map(
    (id) => id.toLowerCase(),
  ),
);

function isOpenForModels({ spdxId, identifiers, osiApproved }: LicenseOpenness): boolean | null {
  const ids = [spdxId ?? '', ...identifiers.map(({ value }) => value)];
  if (ids.some((id) => openForModels.has(id.toLowerCase()))) return true;
  return osiApproved;
}

function available(facts: OpennessFacts, artifact: Artifact): Finding {
  const what = names[artifact];
  const found = facts.availability.get(artifact) ?? 'UNKNOWN';
  switch (found) {
    case 'OPEN':
      return { met: YES, what, reason: `The ${what}: open to anybody.` };
    case 'GATED':
      return {
        met: YES,
        what,
        reason: `The ${what}: available after a request or agreement to terms.`,
      };
    case 'PARTIAL':
      return { met: NO, what, reason: `The ${what}: only partly available.` };
    case 'CLOSED':
      return { met: NO, what, reason: `The ${what}: not released.` };
    case 'UNKNOWN':
      return { met: UNSURE, what, reason: `The ${what}: availability not known.` };
  }
}

/** Whether all licenses of an artifact are of a kind. */
function licensed(
  facts: OpennessFacts,
  artifact: Artifact,
  sort: string,
  isOf: (license: LicenseOpenness) => boolean | null,
): Finding {
  const what = `${sort} license for the ${names[artifact]}`;
  const licenses = facts.licenses.get(artifact) ?? [];
  if (licenses.length === 0) {
    return facts.availability.get(artifact) === 'CLOSED'
      ? { met: NO, what, reason: `The ${names[artifact]} have no license.` }
      : { met: UNSURE, what, reason: `The license of the ${names[artifact]} is not known.` };
  }
  const { met, name } = allAreOf(licenses, isOf);
  const subject = `${name}, for the ${names[artifact]},`;
  if (met === NO) return { met, what, reason: `${subject} is not an ${sort} license.` };
  return met === UNSURE
    ? { met, what, reason: `Whether ${subject} is an ${sort} license is not known.` }
    : { met, what, reason: `${subject} is an ${sort} license.` };
}

const osi = ({ osiApproved }: LicenseOpenness) => osiApproved;

/**
 * The requirements of the definition's section "Preferred form to make modifications": data
 * information, code for training and running, and parameters, under OSI-approved terms. Data that
 * is not fully released may still be described well enough, which is not recorded. Source:
 * opensource.org/ai/open-source-ai-definition, version 1.0 (2024-10-28).
 */
function osaid(facts: OpennessFacts): readonly Finding[] {
  const data = available(facts, 'TRAINING_DATA');
  const information: Finding = {
    met: data.met === YES ? YES : UNSURE,
    what: 'information on the training data',
    reason:
      data.met === YES ? data.reason : `${data.reason} How far they are described is not recorded.`,
  };
  const coded = (['TRAINING_CODE', 'INFERENCE_CODE', 'WEIGHTS'] as const).flatMap((artifact) => {
    const has = available(facts, artifact);
    return has.met === NO ? [has] : [has, licensed(facts, artifact, 'OSI-approved', osi)];
  });
  return [information, ...coded];
}

/** The components that are artifacts under another name. */
const artifactOf: Readonly<Partial<Record<MofComponent, Artifact>>> = {
  MODEL_PARAMETERS: 'WEIGHTS',
  TRAINING_CODE: 'TRAINING_CODE',
  INFERENCE_CODE: 'INFERENCE_CODE',
  DATASETS: 'TRAINING_DATA',
};

function component(facts: OpennessFacts, name: MofComponent): Finding {
  const what = mofComponents[name].name;
  const artifact = artifactOf[name];
  if (artifact !== undefined) {
    const has = available(facts, artifact);
    if (has.met !== YES) return { ...has, what };
    return { ...licensed(facts, artifact, 'open', isOpenForModels), what };
  }
  const released = facts.components?.get(name);
  if (released === undefined) return { met: UNSURE, what, reason: `The ${what}: not recorded.` };
  const is = released ? 'released under an open license' : 'not released under an open license';
  return { met: certain(released), what, reason: `The ${what}: ${is}.` };
}

function mof(facts: OpennessFacts, wanted: MofClass): readonly Finding[] {
  const required = (Object.keys(mofComponents) as MofComponent[]).filter(
    (name) => mofComponents[name].class >= wanted,
  );
  const paper = facts.components?.get('RESEARCH_PAPER') === true;
  return required
    .filter((name) => !(paper && name === 'TECHNICAL_REPORT'))
    .map((name) => component(facts, name));
}

const definitions: Readonly<
  Record<OpennessDefinition, (facts: OpennessFacts) => readonly Finding[]>
> = {
  OPEN_WEIGHTS: (facts) => [available(facts, 'WEIGHTS')],
  OSAID_1_0: osaid,
  OSI_APPROVED_LICENSE: (facts) => [licensed(facts, 'WEIGHTS', 'OSI-approved', osi)],
  MOF_CLASS_I: (facts) => mof(facts, 1),
  MOF_CLASS_II: (facts) => mof(facts, 2),
  MOF_CLASS_III: (facts) => mof(facts, 3),
};

export const opennessDefinitions = Object.keys(definitions) as readonly OpennessDefinition[];

const initiative = "The Open Source Initiative's validation of the definition";

/**
 * Adds the finding of the body that wrote the definition. It decides the parts that are not known.
 * If it is positive although a known part fails, both findings are listed.
 */
function validated(findings: readonly Finding[], found: OsaidValidation): readonly Finding[] {
  const what = 'a positive finding of the Open Source Initiative';
  if (found !== 'MEETS') {
    const how = found === 'FAILS' ? 'does not meet it' : 'would meet it under another license';
    return [...findings, { met: NO, what, reason: `${initiative} finds that it ${how}.` }];
  }
  const reason = `${initiative} counts it among the systems that meet it.`;
  if (findings.some(({ met }) => met === NO)) return [...findings, { met: YES, what, reason }];
  return [...findings.filter(({ met }) => met === YES), { met: YES, what, reason }];
}

/** Whether a model meets a definition of openness. One failed requirement decides. */
export function openness(definition: OpennessDefinition, facts: OpennessFacts): OpennessVerdict {
  const parts = definitions[definition](facts);
  const { osaidValidation } = facts;
  const findings =
    definition === 'OSAID_1_0' && osaidValidation != null
      ? validated(parts, osaidValidation)
      : parts;
  const worst = Math.min(...findings.map(({ met }) => met));
  const verdict: Verdict = worst === YES ? 'MEETS' : worst === NO ? 'FAILS' : 'UNKNOWN';
  return {
    definition,
    term: opennessTerms[definition],
    verdict,
    missing: findings.filter(({ met }) => met !== YES).map(({ what }) => what),
    reasons: findings.toSorted((one, other) => one.met - other.met).map(({ reason }) => reason),
  };
}
