import { z } from 'zod';
import { valuesOf, zodEnum } from './enumeration.ts';
import { OsaidValidationEnum } from './openness-vocabulary.ts';
import { datesAgree, isPartialDate, zPartialDate } from './partial-date.ts';
import { zLine, zProse } from './plain-text.ts';
import { parseQuantity, type QuantityBase } from './quantity.ts';
import { type RelationType, relations, relationTypes } from './relations.ts';
import {
  ArchitectureEnum,
  AvailabilityEnum,
  type EntityKind,
  type Evidence,
  ModalityEnum,
  type Rank,
} from './vocabulary.ts';
import { zWebAddress } from './web-address.ts';

export type FactValue = string | number | boolean | readonly string[];

export interface PropertyDeclaration {
  /** The property of the record, and the key in the seed file. */
  readonly key: string;
  readonly kinds: readonly EntityKind[];
  readonly description: string;
  /** Where the seed file has it: beside the name, or under `facts`. */
  readonly place: 'head' | 'facts';
  /** What a seed may write; parsed to the value that is stored. */
  readonly value: z.ZodType<FactValue>;
  /** Whether two current claims that differ are a disagreement. */
  readonly singleValued: boolean;
  /** The claim names the artifact it speaks of. */
  readonly perArtifact?: boolean;
  /** Whether two values say the same, within the precision sources write them with. */
  readonly agrees: (one: FactValue, other: FactValue) => boolean;
}

const relativeTolerance = 0.05;

function same(one: FactValue, other: FactValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item) => other.includes(item));
  }
  return one === other;
}

/** Whether two counts differ by at most 5 % of the larger: 128K, 128,000 and 131,072 agree. */
function sameCount(one: FactValue, other: FactValue): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return Math.abs(one - other) <= relativeTolerance * Math.max(one, other);
}

/** A count, rounded or cut to as many digits as the other is written with. */
function writtenAs(count: number, other: number): boolean {
  let unit = 1;
  while (unit < other && other % (unit * 10) === 0) unit *= 10;
  return Math.abs(count - other) < unit && sameCount(count, other);
}

/**
 * Whether one count of parameters is the other with fewer digits: 1.04T is 1T and 14.7B may be
 * called 14B, but 671B and 685B count different things.
 */
function sameParameters(one: FactValue, other: FactValue): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return one === other || writtenAs(one, other) || writtenAs(other, one);
}

function sameDate(one: FactValue, other: FactValue): boolean {
  return typeof one === 'string' && typeof other === 'string' && datesAgree(one, other);
}

function quantity(base: QuantityBase, example: string) {
  const message = `expected a positive whole number, or one written like ${example}`;
  // The pattern is for editors; what it lets through is read below.
  const written = z.union([z.int(), z.string().regex(/^ *\d[\d.]* *[KMBT]? *$/, message)], message);
  return written.transform((written, context) => {
    const value = typeof written === 'number' ? written : parseQuantity(written, base);
    if (value !== null && value > 0) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const fact = { singleValued: true, agrees: same } as const;
const prose = { ...fact, kinds: ['TERM'], place: 'head', value: zProse } as const;
const model = { ...fact, kinds: ['MODEL'], place: 'facts' } as const;
const license = { ...fact, kinds: ['LICENSE'], place: 'facts' } as const;

/** What can be claimed of an entity, apart from its relations. */
export const properties = {
  DEFINITION: { ...prose, key: 'definition', description: 'What a term means.' },
  EXPLANATION: {
    ...prose,
    key: 'explanation',
    description: 'What the definition means in practice.',
  },
  WHY_IT_MATTERS: { ...prose, key: 'whyItMatters', description: 'Why it matters.' },
  FAMILY_NAME: {
    ...model,
    key: 'familyName',
    value: zLine,
    description: 'The family a model belongs to.',
  },
  RELEASED_ON: {
    ...model,
    key: 'releasedOn',
    value: zPartialDate,
    agrees: sameDate,
    description: 'When it was released.',
  },
  ARCHITECTURE: {
    ...model,
    key: 'architecture',
    value: zodEnum(ArchitectureEnum),
    description: 'How it is built.',
  },
  TOTAL_PARAMETERS: {
    ...model,
    key: 'totalParameters',
    value: quantity('decimal', '671B'),
    agrees: sameParameters,
    description: 'Number of parameters.',
  },
  ACTIVE_PARAMETERS: {
    ...model,
    key: 'activeParameters',
    value: quantity('decimal', '37B'),
    agrees: sameParameters,
    description: 'Number of parameters used for one token.',
  },
  CONTEXT_TOKENS: {
    ...model,
    key: 'contextTokens',
    value: quantity('binary', '128K'),
    agrees: sameCount,
    description: 'Longest context, in tokens; 128K is read as 131,072, and 1M as 1,000,000.',
  },
  INPUT_MODALITIES: {
    ...model,
    key: 'inputModalities',
    value: z.array(zodEnum(ModalityEnum)).min(1),
    description: 'The kinds of input that it accepts.',
  },
  OUTPUT_MODALITIES: {
    ...model,
    key: 'outputModalities',
    value: z.array(zodEnum(ModalityEnum)).min(1),
    description: 'The kinds of output that it produces.',
  },
  AVAILABILITY: {
    ...model,
    key: 'availability',
    value: zodEnum(AvailabilityEnum),
    perArtifact: true,
    description: 'Whether an artifact is available.',
  },
  OSAID_VALIDATION: {
    ...model,
    key: 'osaidValidation',
    value: zodEnum(OsaidValidationEnum),
    description:
      "Its result in the Open Source Initiative's validation of the Open Source AI Definition 1.0.",
  },
  SPDX_ID: {
    ...license,
    key: 'spdxId',
    value: zLine,
    description: 'Identifier on the SPDX License List.',
  },
  VERSION: { ...license, key: 'version', value: zLine, description: 'Version of the license.' },
  OSI_APPROVED: {
    ...license,
    key: 'osiApproved',
    value: z.boolean(),
    description: 'Whether the Open Source Initiative approved it.',
  },
  WEBSITE: {
    ...fact,
    key: 'website',
    kinds: ['ORGANIZATION'],
    place: 'head',
    value: zWebAddress,
    description: 'Home page of an organization.',
  },
  URL: {
    ...fact,
    key: 'url',
    kinds: ['TOOL', 'MODEL'],
    place: 'head',
    value: zWebAddress,
    description: 'Home page of a tool, or model card of a model (else its home page).',
  },
  FREE: {
    ...fact,
    key: 'free',
    kinds: ['TOOL'],
    place: 'head',
    value: z.boolean(),
    description: 'Whether a tool can be used without paying.',
  },
  STATEMENT: {
    key: 'statements',
    kinds: ['TERM', 'MODEL', 'LICENSE', 'ORGANIZATION', 'TOOL'],
    place: 'head',
    value: zProse,
    singleValued: false,
    agrees: same,
    description: 'A sentence that states neither a value nor a relation.',
  },
} as const satisfies Record<string, PropertyDeclaration>;

export type FactProperty = keyof typeof properties;
export type ClaimProperty = FactProperty | RelationType;

export const factProperties = Object.keys(properties) as readonly FactProperty[];

/** Every name a claim may carry: the facts, then the relation types. */
export const claimProperties: readonly ClaimProperty[] = [...factProperties, ...relationTypes];

/** The declaration of a fact, without its literal types. */
export function propertyOf(property: FactProperty): PropertyDeclaration {
  return properties[property];
}

/** What a claim property says, in a sentence. */
export function describeClaimProperty(property: ClaimProperty): string {
  return property in properties
    ? propertyOf(property as FactProperty).description
    : relations[property as RelationType].description;
}

/** The fact properties of a kind. */
export function factPropertiesOf(kind: EntityKind): readonly FactProperty[] {
  return factProperties.filter((property) => propertyOf(property).kinds.includes(kind));
}

/** Whether a claim of this evidence may be the best value of anything: memory never is. */
export function mayBeBest(rank: Rank, evidence: Evidence | null): boolean {
  return rank !== 'DEPRECATED' && evidence !== 'MEMORY';
}

export { isPartialDate, valuesOf };
