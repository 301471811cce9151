import { largeNumber } from '../explorer/words.ts';
import type { ModelRowFragment, OpennessDefinition, Verdict } from './documents/types.ts';

/** Short names of the definitions of openness. */
const opennessNames: Readonly<Record<OpennessDefinition, string>> = {
  OPEN_WEIGHTS: 'open weights',
  OSI_APPROVED_LICENSE: 'OSI-approved license',
  OSAID_1_0: 'Open Source AI Definition',
  MOF_CLASS_III: 'MOF class III',
  MOF_CLASS_II: 'MOF class II',
  MOF_CLASS_I: 'MOF class I',
};

const verdictNames: Readonly<Record<Verdict, string>> = {
  MEETS: 'yes',
  FAILS: 'no',
  UNKNOWN: 'not known',
};

/** Whether a model meets the definitions: "open weights: yes; …". */
export function opennessLine(
  openness:
    | readonly { readonly definition: OpennessDefinition; readonly verdict: Verdict }[]
    | null,
  definitions: readonly OpennessDefinition[] = [
    'OPEN_WEIGHTS',
    'OSI_APPROVED_LICENSE',
    'OSAID_1_0',
  ],
): string {
  return (openness ?? [])
    .filter(({ definition }) => definitions.includes(definition))
    .map(({ definition, verdict }) => `${opennessNames[definition]}: ${verdictNames[verdict]}`)
    .join('; ');
}

/** A model in one line. */
export function modelRow(model: ModelRowFragment): string {
  const { name, uri, releasedOn, totalParameters, activeParameters, contextTokens } = model;
  const licenses = (model.licenses?.nodes ?? []).map((license) => license.name).join(', ');
  const size =
    totalParameters === null
      ? 'parameters not known'
      : `${largeNumber(totalParameters)} parameters${activeParameters === null ? '' : ` (${largeNumber(activeParameters)} active)`}`;
  const facts = [
    releasedOn === null ? 'release not known' : `released ${releasedOn}`,
    size,
    contextTokens === null
      ? 'context not known'
      : `context ${contextTokens.toLocaleString('en-US')} tokens`,
    licenses === '' ? 'license of the weights not known' : `weights under ${licenses}`,
    opennessLine(model.openness),
  ];
  return `${name}: ${facts.filter((fact) => fact !== '').join('; ')}. ${uri}`;
}
