import { z } from 'zod';
import { zActivitiesVersion, zSeedClauses } from './clause-seed.ts';
import { zodEnum } from './enumeration.ts';
import { entityKinds, kinds } from './kinds.ts';
import { isPartialDate, zPartialDate } from './partial-date.ts';
import { zLine, zProse } from './plain-text.ts';
import { type FactProperty, factPropertiesOf, propertyOf } from './properties.ts';
import { type RelationType, relationOf, relationTypesFrom } from './relations.ts';
import { slugMaxLength, slugPattern, zSlug } from './slug.ts';
import {
  DerivationMethodEnum,
  DocumentKindEnum,
  type EntityKind,
  EntityStatusEnum,
  IdentifierSchemeEnum,
  LabelKindEnum,
  TermKindEnum,
  zArtifact,
  zEvidence,
  zRank,
} from './vocabulary.ts';
import { zWebAddress } from './web-address.ts';

/** The subject of a seed file: an entity of some kind, or a source. */
export type SeedKind = EntityKind | 'SOURCE';

export const seedKinds: readonly SeedKind[] = [...entityKinds, 'SOURCE'];

/** The folder of a kind's seed files. */
export function seedFolderOf(kind: SeedKind): string {
  return kind === 'SOURCE' ? 'sources' : kinds[kind].folder;
}

const folders = entityKinds.map(seedFolderOf);
const slugBody = slugPattern.source.slice(1, -1);
const referencePattern = new RegExp(`^(?:(?:${folders.join('|')})/)?${slugBody}$`);
const datePattern = /^[1-9]\d{3}(?:-\d{2}(?:-\d{2})?)?$/;
const dateExpected = 'expected a date as YYYY, YYYY-MM or YYYY-MM-DD';

/** YAML reads a bare year as a number, so numbers are accepted. */
const zDate = z
  .union(
    [
      z.int().min(1000).max(9999),
      z.string().regex(datePattern, dateExpected).refine(isPartialDate, dateExpected),
    ],
    dateExpected,
  )
  .transform(String)
  .describe('A date as precise as known: YYYY, YYYY-MM or YYYY-MM-DD.');
const zReference = z
  .string()
  .max(slugMaxLength + 20)
  .regex(referencePattern, 'expected a slug, or folder/slug (for example "models/kimi-k2")');

const citation = {
  source: zSlug.describe('Id of a file in sources. Without it, the `cite` of the file holds.'),
  evidence: zEvidence.describe('How the source was read.'),
  asOf: zDate.describe('The day, month or year the statement is from.'),
};
const zCite = z
  .strictObject({
    source: citation.source,
    evidence: citation.evidence.optional(),
    asOf: citation.asOf.optional(),
  })
  .describe('The citation of everything in the file that names no source of its own.');

const claimFields = {
  source: citation.source.optional(),
  evidence: citation.evidence.optional(),
  asOf: citation.asOf.optional(),
  rank: zRank.optional().describe('NORMAL unless sources disagree.'),
  note: zProse.optional().describe('One sentence on the claim.'),
};

/** A fact in a file: the value itself, or a list of claims. */
function factSchema(property: FactProperty): z.ZodType {
  const declared = propertyOf(property);
  const value = declared.value === zPartialDate ? zDate : declared.value;
  const claim = z.strictObject({
    ...(declared.perArtifact === true
      ? { artifact: zArtifact.describe('The artifact it speaks of.') }
      : {}),
    value: value.describe('The value, as the source gives it.'),
    ...claimFields,
  });
  const claims = z.array(claim).min(1);
  return declared.perArtifact === true ? claims : z.union([value, claims]);
}

const zStatements = z.array(
  z.strictObject({ text: zProse.describe('A free sentence.'), ...claimFields }),
);

function factShape(kind: EntityKind, place: 'head' | 'facts', required: readonly FactProperty[]) {
  const shape: Record<string, z.ZodType> = {};
  for (const property of factPropertiesOf(kind)) {
    const { key, description, place: declared } = propertyOf(property);
    if (declared !== place) continue;
    const schema = property === 'STATEMENT' ? zStatements : factSchema(property);
    const described = schema.describe(description);
    shape[key] = required.includes(property) ? described : described.optional();
  }
  return shape;
}

const attributes = {
  artifact: zArtifact.optional().describe('The part of the release it holds for.'),
  expression: zLine.optional().describe('The SPDX expression stated, where several bind or may.'),
  since: zDate.optional().describe('From this date on (inclusive).'),
  until: zDate.optional().describe('Until this date (exclusive).'),
  method: zodEnum(DerivationMethodEnum).optional().describe('How it was made from the other.'),
};

/** A target of a relation: a slug, or an object with the attributes of the relation type. */
function targetSchema(type: RelationType): z.ZodType {
  const own = relationOf(type).attributes.map((name) => [name, attributes[name]] as const);
  const to = zReference.describe('Slug of the other end; folder/slug where its kind is not clear.');
  return z.union([
    to,
    z.strictObject({
      to,
      ...(Object.fromEntries(own) as Partial<typeof attributes>),
      ...claimFields,
    }),
  ]);
}

function relationsSchema(kind: EntityKind): z.ZodType {
  const types = relationTypesFrom(kind).map((type) => {
    const { description } = relationOf(type);
    return [type, z.array(targetSchema(type)).optional().describe(description)] as const;
  });
  return z
    .strictObject(Object.fromEntries(types))
    .describe('Edges that start here, by type; each edge is listed once.');
}

function headShape(kind: EntityKind) {
  const label = z.strictObject({
    text: zLine.describe('The label.'),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'expected a BCP 47 tag, for example "de"')
      .describe('BCP 47 tag.'),
    kind: zodEnum(LabelKindEnum).describe('How the label is used.'),
  });
  return {
    id: zSlug.describe('The first slug it ever had; the name of the file. Never changes.'),
    slug: zSlug.describe('Part of its address, unique within its kind.'),
    formerSlugs: z.array(zSlug).optional().describe('Slugs it had before; they keep answering.'),
    name: zLine.describe('The English name.'),
    aliases: z.array(zLine).optional().describe('Alternative English names.'),
    labels: z.array(label).optional().describe('Names in other languages, and hidden ones.'),
    summary: zLine.max(240).describe('One sentence, plain text: the hover card.'),
    status: zodEnum(EntityStatusEnum).optional().describe('CURRENT unless given.'),
    replacedBy: zReference.optional().describe('What to use instead of a deprecated entity.'),
    exactMatch: z.array(zWebAddress).optional().describe('The same concept in other vocabularies.'),
    closeMatch: z.array(zWebAddress).optional().describe('Nearly the same in other vocabularies.'),
    cite: zCite.optional(),
    relations: relationsSchema(kind).optional(),
  };
}

const zFaq = z.strictObject({
  question: zLine.describe('The question.'),
  answer: zProse.describe('The answer.'),
  asOf: citation.asOf.optional(),
  source: citation.source.optional(),
});
const zIdentifier = z.strictObject({
  scheme: zodEnum(IdentifierSchemeEnum).describe('The vocabulary of the identifier.'),
  value: zLine.describe('The identifier.'),
});
const zDocument = z.strictObject({
  kind: zodEnum(DocumentKindEnum).describe('What the document is.'),
  title: zLine.describe('Its title.'),
  url: zWebAddress.optional().describe('Its address.'),
  publishedOn: zDate.optional().describe('When it was published.'),
});

/** The keys of one kind's files, besides the head and the facts. */
const ownShapes: Readonly<Record<EntityKind, Readonly<Record<string, z.ZodType>>>> = {
  TERM: {
    termKind: zodEnum(TermKindEnum).describe('What kind of idea it is.'),
    faqs: z.array(zFaq).optional().describe('Questions and answers.'),
  },
  MODEL: {},
  LICENSE: {
    identifiers: z.array(zIdentifier).optional().describe('Its names in other vocabularies.'),
    documents: z.array(zDocument).optional().describe('Its texts, each with its own address.'),
    activitiesVersion: zActivitiesVersion.optional(),
    clauses: zSeedClauses.optional().describe('Its rules, one by one.'),
    clausesComplete: z.boolean().optional().describe('Whether its clauses were read in full.'),
  },
  ORGANIZATION: {},
  TOOL: {},
};
const requiredFacts: readonly FactProperty[] = ['DEFINITION'];

function entitySchema(kind: EntityKind): z.ZodType {
  const facts = factShape(kind, 'facts', requiredFacts);
  const hasFacts = Object.keys(facts).length > 0;
  return z.strictObject({
    ...headShape(kind),
    ...ownShapes[kind],
    ...factShape(kind, 'head', requiredFacts),
    ...(hasFacts
      ? { facts: z.strictObject(facts).optional().describe('What is claimed of it.') }
      : {}),
  });
}

const modelFacts = factPropertiesOf('MODEL').map((property) => propertyOf(property).key);

const zSource = z.strictObject({
  id: zSlug.describe('The name of the file.'),
  title: zLine.describe('Title of the document.'),
  url: zWebAddress.optional().describe('Its address.'),
  publisher: zLine.optional().describe('Who published it.'),
  publishedOn: zDate.optional().describe('When it was published.'),
  retrievedOn: zDate.optional().describe('When it was read.'),
  states: z
    .array(z.enum(modelFacts))
    .min(1)
    .optional()
    .describe('The facts on models that it states; it cannot be cited for others.'),
  exactNumbers: z
    .literal(true)
    .optional()
    .describe('It writes contexts out, "1000000", never "1M"; so do the facts that cite it.'),
});

/** The schema of the seed files of each kind. */
export const seedFileSchemas: Readonly<Record<SeedKind, z.ZodType>> = {
  TERM: entitySchema('TERM'),
  MODEL: entitySchema('MODEL'),
  LICENSE: entitySchema('LICENSE'),
  ORGANIZATION: entitySchema('ORGANIZATION'),
  TOOL: entitySchema('TOOL'),
  SOURCE: zSource,
};
