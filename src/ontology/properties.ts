import { z } from 'zod';
import { type Enumeration, zodEnum } from './enumeration.ts';
import { OsaidValidationEnum } from './openness-vocabulary.ts';
import { datesAgree, zPartialDate } from './partial-date.ts';
import { zLine, zProse } from './plain-text.ts';
import { parseQuantity, type QuantityBase } from './quantity.ts';
import { type RelationType, relations, relationTypes } from './relations.ts';
import {
  ArchitectureEnum,
  AvailabilityEnum,
  type EntityKind,
  type Evidence,
  entityKinds,
  ModalityEnum,
  type Rank,
} from './vocabulary.ts';
import { zWebAddress } from './web-address.ts';

export type FactValue = string | number | boolean | readonly string[];

/** The type of a property's values. Its field in the schema and its record follow from it. */
type ValueType = 'text' | 'date' | 'count' | 'flag' | 'address' | EnumType | readonly [EnumType];
type EnumType = Enumeration<string>;

interface PropertyDeclaration {
  /** The name of the record property, the schema field and the seed key. */
  readonly key: string;
  readonly kinds: readonly EntityKind[];
  readonly description: string;
  readonly type: ValueType;
  /** The place in the seed file: beside the name, or under `facts`. */
  readonly place: 'head' | 'facts';
  /** What a seed may write. It is parsed to the stored value. */
  readonly value: z.ZodType<FactValue>;
  /** The stored value. */
  readonly stored: z.ZodType<FactValue>;
  /** Whether two different current claims are a disagreement. */
  readonly singleValued: boolean;
  /** Whether the claim names the artifact that it is about. */
  readonly perArtifact?: boolean;
  /** Whether the schema has no field for it, because only other answers use it. */
  readonly unexposed?: boolean;
  /** Whether two values agree, within the usual precision of sources. */
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

/**
 * Whether a count is the other one, rounded or cut to the digits that the other is written with.
 */
function writtenAs(count: number, other: number): boolean {
  let unit = 1;
  while (unit < other && other % (unit * 10) === 0) unit *= 10;
  return Math.abs(count - other) < unit && sameCount(count, other);
}

/**
 * Whether one count of parameters is the other with fewer digits: 1.04T is 1T, and 14.7B may be
 * called 14B. 671B and 685B are different counts.
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
  // The pattern is for editors. The value is parsed below.
  const written = z.union([z.int(), z.string().regex(/^ *\d[\d.]* *[KMBT]? *$/, message)], message);
  return written.transform((written, context) => {
    const value = typeof written === 'number' ? written : parseQuantity(written, base);
    if (value !== null && value > 0) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const prose = { type: 'text', value: zProse, stored: z.string(), agrees: same } as const;
const line = { ...prose, value: zLine } as const;
const address = {
  type: 'address',
  value: zWebAddress,
  stored: z.string(),
  agrees: same,
} as const;
const flag = { type: 'flag', value: z.boolean(), stored: z.boolean(), agrees: same } as const;
const date = {
  type: 'date',
  value: zPartialDate,
  stored: z.string(),
  agrees: sameDate,
} as const;
const parameters = { type: 'count', stored: z.int(), agrees: sameParameters } as const;

function oneOf<Value extends string>(declared: Enumeration<Value>) {
  const value = zodEnum(declared);
  return { type: declared as EnumType, value, stored: value, agrees: same } as const;
}

function someOf<Value extends string>(declared: Enumeration<Value>) {
  const stored = z.array(zodEnum(declared));
  return { type: [declared as EnumType], value: stored.min(1), stored, agrees: same } as const;
}

const term = { kinds: ['TERM'], place: 'head', singleValued: true } as const;
const organization = { ...term, kinds: ['ORGANIZATION'] } as const;
const tool = { ...term, kinds: ['TOOL'] } as const;
const model = { kinds: ['MODEL'], place: 'facts', singleValued: true } as const;
const license = { ...model, kinds: ['LICENSE'] } as const;

function fact<Key extends string, Of extends object, Type extends object>(
  key: Key,
  of: Of,
  type: Type,
  description: string,
) {
  return { key, ...of, ...type, description };
}

const decimal = (example: string) => ({ ...parameters, value: quantity('decimal', example) });
const tokens = {
  type: 'count',
  value: quantity('binary', '128K'),
  stored: z.int(),
  agrees: sameCount,
} as const;
const osaid = { ...oneOf(OsaidValidationEnum), unexposed: true } as const;

/**
 * The facts that sources claim about entities, apart from relations. A new fact is one entry here.
 * The seeds, the record and the field in the schema follow.
 */
export const properties = {
  DEFINITION: fact('definition', term, prose, 'What it means, in plain text.'),
  EXPLANATION: fact(
    'explanation',
    term,
    prose,
    'What the definition means in practice ("What it means").',
  ),
  WHY_IT_MATTERS: fact('whyItMatters', term, prose, 'Why it matters.'),
  FAMILY_NAME: fact('familyName', model, line, 'The family it belongs to.'),
  RELEASED_ON: fact('releasedOn', model, date, 'When it was released.'),
  ARCHITECTURE: fact('architecture', model, oneOf(ArchitectureEnum), 'How it is built.'),
  TOTAL_PARAMETERS: fact('totalParameters', model, decimal('671B'), 'Number of parameters.'),
  ACTIVE_PARAMETERS: fact(
    'activeParameters',
    model,
    decimal('37B'),
    'Number of parameters used for one token, if not all.',
  ),
  CONTEXT_TOKENS: fact(
    'contextTokens',
    model,
    tokens,
    'Longest context, in tokens; 128K is read as 131,072, and 1M as 1,000,000.',
  ),
  INPUT_MODALITIES: fact(
    'inputModalities',
    model,
    someOf(ModalityEnum),
    'The kinds of input that it accepts.',
  ),
  OUTPUT_MODALITIES: fact(
    'outputModalities',
    model,
    someOf(ModalityEnum),
    'The kinds of output that it produces.',
  ),
  AVAILABILITY: {
    ...fact('availability', model, oneOf(AvailabilityEnum), 'Whether an artifact is available.'),
    perArtifact: true,
  },
  OSAID_VALIDATION: fact(
    'osaidValidation',
    model,
    osaid,
    "Its result in the Open Source Initiative's validation of the Open Source AI Definition 1.0.",
  ),
  SPDX_ID: fact('spdxId', license, line, 'Its identifier, where it is on the SPDX License List.'),
  VERSION: fact('version', license, line, 'Its version.'),
  OSI_APPROVED: fact(
    'osiApproved',
    license,
    flag,
    'Whether the Open Source Initiative approved it.',
  ),
  WEBSITE: fact('website', organization, address, 'Its home page.'),
  URL: fact(
    'url',
    { ...tool, kinds: ['TOOL', 'MODEL'] } as const,
    address,
    'Its home page; of a model its model card, if it has one.',
  ),
  FREE: fact('free', tool, flag, 'Whether it can be used without paying.'),
  STATEMENT: fact(
    'statements',
    { ...term, kinds: entityKinds, singleValued: false },
    prose,
    'A sentence that states neither a value nor a relation.',
  ),
} as const satisfies Record<string, PropertyDeclaration>;

export type FactProperty = keyof typeof properties;
export type ClaimProperty = FactProperty | RelationType;

const factProperties = Object.keys(properties) as readonly FactProperty[];

/** Every property of claims: the facts, then the relation types. */
export const claimProperties: readonly ClaimProperty[] = [...factProperties, ...relationTypes];

/** The declaration of a fact, without its literal types. */
export function propertyOf(property: FactProperty): PropertyDeclaration {
  return properties[property];
}

/** A sentence on the meaning of a claim property. */
export function describeClaimProperty(property: ClaimProperty): string {
  return property in properties
    ? propertyOf(property as FactProperty).description
    : relations[property as RelationType].description;
}

/** The fact properties of a kind. */
export function factPropertiesOf(kind: EntityKind): readonly FactProperty[] {
  return factProperties.filter((property) => propertyOf(property).kinds.includes(kind));
}

/** The facts whose best value is stored in a property of the record. */
export function plainFactsOf(kind: EntityKind): readonly PropertyDeclaration[] {
  return factPropertiesOf(kind)
    .map(propertyOf)
    .filter(({ singleValued, perArtifact }) => singleValued && perArtifact !== true);
}

type Declared = typeof properties;

/** The result of `factShape`. */
type FactShape<Kind extends EntityKind> = {
  [Property in FactProperty as Kind extends Declared[Property]['kinds'][number]
    ? Property extends 'AVAILABILITY' | 'STATEMENT'
      ? never
      : Declared[Property]['key']
    : never]: z.ZodNullable<Declared[Property]['stored']>;
};

/** The record properties for the plain facts of a kind; null means not known. */
export function factShape<Kind extends EntityKind>(kind: Kind): FactShape<Kind> {
  const entries = plainFactsOf(kind).map(({ key, stored }) => [key, stored.nullable()]);
  return Object.fromEntries(entries) as FactShape<Kind>;
}

/** Whether a claim with this evidence may be best. Evidence from memory never is. */
export function mayBeBest(rank: Rank, evidence: Evidence | null): boolean {
  return rank !== 'DEPRECATED' && evidence !== 'MEMORY';
}
