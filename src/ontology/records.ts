import { z } from 'zod';
import { zClauseRecord } from './clause.ts';
import { zodEnum } from './enumeration.ts';
import { type FilteredKind, ordersOf, type SortValues } from './filters.ts';
import { type ClaimProperty, claimProperties, factShape } from './properties.ts';
import { relationTypes } from './relations.ts';
import {
  AvailabilityEnum,
  DerivationMethodEnum,
  DocumentKindEnum,
  EntityStatusEnum,
  IdentifierSchemeEnum,
  LabelKindEnum,
  TermKindEnum,
  zArtifact,
  zEvidence,
  zRank,
} from './vocabulary.ts';

// The records of a store. Absent values are null, never undefined, so that both stores and JSON
// agree.

export const zLabel = z.object({
  text: z.string(),
  language: z.string(),
  kind: zodEnum(LabelKindEnum),
});
export const zFaq = z.object({
  question: z.string(),
  answer: z.string(),
  asOf: z.string().nullable(),
  sourceId: z.string().nullable(),
});
export const zArtifactAvailability = z.object({
  artifact: zArtifact,
  availability: zodEnum(AvailabilityEnum),
  asOf: z.string().nullable(),
  sourceId: z.string().nullable(),
});
export const zIdentifier = z.object({ scheme: zodEnum(IdentifierSchemeEnum), value: z.string() });
export const zDocument = z.object({
  kind: zodEnum(DocumentKindEnum),
  title: z.string(),
  url: z.string().nullable(),
  publishedOn: z.string().nullable(),
});

const common = {
  id: z.string(),
  slug: z.string(),
  formerSlugs: z.array(z.string()),
  name: z.string(),
  /** The folded name: the order of lists. */
  sort: z.string(),
  /** The folded name, slug and aliases, one on each line. Text filters search here. */
  folded: z.string(),
  aliases: z.array(z.string()),
  labels: z.array(zLabel),
  summary: z.string().nullable(),
  status: zodEnum(EntityStatusEnum),
  replacedById: z.string().nullable(),
  exactMatch: z.array(z.string()),
  closeMatch: z.array(z.string()),
  /** The number of its best relations. */
  degree: z.int(),
  /** The latest date of its claims that are not deprecated; null if none has a date. */
  factsAsOf: z.string().nullable(),
  /** When the entity, one of its relations or one of its claims last changed. */
  updatedAt: z.string(),
  revision: z.int(),
};

const zTerm = z.object({
  ...common,
  ...factShape('TERM'),
  kind: z.literal('TERM'),
  termKind: zodEnum(TermKindEnum),
  faqs: z.array(zFaq),
});
const zModel = z.object({
  ...common,
  ...factShape('MODEL'),
  ...sortShape('MODEL'),
  kind: z.literal('MODEL'),
  availability: z.array(zArtifactAvailability),
  /** Keys that filters match: "WEIGHTS=OPEN". */
  availabilityKeys: z.array(z.string()),
});
const zLicense = z.object({
  ...common,
  ...factShape('LICENSE'),
  kind: z.literal('LICENSE'),
  identifiers: z.array(zIdentifier),
  documents: z.array(zDocument),
  /** Its clauses, in the order of the file. */
  clauses: z.array(zClauseRecord),
  clausesComplete: z.boolean(),
});
const zOrganization = z.object({
  ...common,
  ...factShape('ORGANIZATION'),
  kind: z.literal('ORGANIZATION'),
});
const zTool = z.object({ ...common, ...factShape('TOOL'), kind: z.literal('TOOL') });

/**
 * The values that lists of a kind are ordered by, besides the name. An unknown value sorts as the
 * earliest or smallest.
 */
function sortShape<Kind extends FilteredKind>(kind: Kind) {
  const orders = Object.values(ordersOf(kind)).filter(({ of }) => of !== null);
  const shape = orders.map(({ property, type }) => [
    property,
    type === 'string' ? z.string() : z.int(),
  ]);
  return Object.fromEntries(shape) as {
    [Property in keyof SortValues<Kind>]: z.ZodType<SortValues<Kind>[Property]>;
  };
}

export const entityRecordSchemas = {
  TERM: zTerm,
  MODEL: zModel,
  LICENSE: zLicense,
  ORGANIZATION: zOrganization,
  TOOL: zTool,
} as const;

export type TermRecord = z.infer<typeof zTerm>;
export type ModelRecord = z.infer<typeof zModel>;
export type LicenseRecord = z.infer<typeof zLicense>;
export type OrganizationRecord = z.infer<typeof zOrganization>;
export type ToolRecord = z.infer<typeof zTool>;
export type EntityRecord =
  | TermRecord
  | ModelRecord
  | LicenseRecord
  | OrganizationRecord
  | ToolRecord;

/** Properties that hold lists of objects; Neo4j keeps them as JSON text. */
export const structuredProperties: ReadonlySet<string> = new Set([
  'labels',
  'faqs',
  'availability',
  'identifiers',
  'documents',
  'clauses',
]);

/** One edge, with the attributes of its best claim. */
export const zRelationRecord = z.object({
  id: z.string(),
  type: z.enum(relationTypes as unknown as [(typeof relationTypes)[number]]),
  fromId: z.string(),
  toId: z.string(),
  note: z.string().nullable(),
  rank: zRank,
  /** Whether walks follow it: it has the best rank for its subject, artifact and period. */
  best: z.boolean(),
  contested: z.boolean(),
  evidence: zEvidence.nullable(),
  asOf: z.string().nullable(),
  sourceId: z.string().nullable(),
  artifact: zArtifact.nullable(),
  expression: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  method: zodEnum(DerivationMethodEnum).nullable(),
});
export type RelationRecord = z.infer<typeof zRelationRecord>;

/** One statement by one source, about a fact or an edge. */
export const zClaimRecord = z.object({
  id: z.string(),
  subjectId: z.string(),
  property: z.enum(claimProperties as unknown as [ClaimProperty]),
  artifact: zArtifact.nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** The value of a fact as JSON text; null for an edge. */
  value: z.string().nullable(),
  valueText: z.string(),
  relationId: z.string().nullable(),
  sourceId: z.string(),
  asOf: z.string().nullable(),
  rank: zRank,
  evidence: zEvidence.nullable(),
  /** Whether it has the best rank for its subject, property (edge), artifact and period. */
  best: z.boolean(),
  contested: z.boolean(),
  note: z.string().nullable(),
  /** For an edge: the method of the derivation, as the source states it. */
  method: zodEnum(DerivationMethodEnum).nullable(),
  /** Property, rank, id: the order of claims, unique for each. */
  sort: z.string(),
});
export type ClaimRecord = z.infer<typeof zClaimRecord>;

/** A citable document. */
export const zSourceRecord = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  retrievedOn: z.string().nullable(),
});
export type SourceRecord = z.infer<typeof zSourceRecord>;

export const allRecordProperties: readonly string[] = [
  ...new Set(Object.values(entityRecordSchemas).flatMap((schema) => Object.keys(schema.shape))),
];
