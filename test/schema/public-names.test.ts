import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema/schema.ts';

// The names that clients rely on. New names may be added, but none may be removed.

const page = 'first after last before';
const entity = {
  id: '',
  kind: '',
  slug: '',
  uri: '',
  name: '',
  aliases: '',
  labels: '',
  summary: '',
  status: '',
  replacedBy: '',
  exactMatch: '',
  closeMatch: '',
  updatedAt: '',
  revision: '',
  degree: '',
  related: `${page} kinds orderBy`,
  relations: `${page} types direction`,
  claims: `${page} property contested ranks`,
  jsonLd: '',
};
const connection = { edges: '', nodes: '', pageInfo: '', totalCount: '' };
const edge = { cursor: '', node: '' };
const related = { ...edge, relation: '' };

/** Fields by type, each with its arguments. */
const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Node: { id: '' },
  Entity: entity,
  Relation: {
    ...{ id: '', type: '', from: '', to: '', symmetric: '', note: '', rank: '', evidence: '' },
    ...{ asOf: '', source: '', contested: '', artifact: '', expression: '', since: '', until: '' },
    ...{ method: '', claims: page },
  },
  Term: {
    ...entity,
    ...{ termKind: '', definition: '', explanation: '', whyItMatters: '', faqs: '' },
    ...{ broader: `${page} orderBy`, narrower: `${page} orderBy`, partOf: page, parts: page },
    ...{ contrastsWith: page, requires: page, requiredBy: page, relatedTerms: `${page} orderBy` },
    ...{ examples: `${page} filter orderBy`, licenses: page, tools: page },
  },
  Faq: { question: '', answer: '', asOf: '', source: '', stale: '' },
  Label: { text: '', language: '', kind: '' },
  Model: {
    ...entity,
    ...{ url: '', developers: page, familyName: '', releasedOn: '', architecture: '' },
    ...{ totalParameters: '', activeParameters: '', contextTokens: '' },
    ...{ inputModalities: '', outputModalities: '', availability: '' },
    ...{ licenses: `${page} artifact on ranks`, exemplifies: page },
    ...{ derivedFrom: page, derivatives: page },
  },
  ArtifactAvailability: { artifact: '', availability: '', source: '', asOf: '' },
  License: {
    ...entity,
    ...{ spdxId: '', identifiers: '', version: '', osiApproved: '', licenseClass: '' },
    ...{ documents: '', clausesComplete: '', stewards: page, supersedes: page },
    ...{ supersededBy: page, models: `${page} artifact filter orderBy` },
  },
  Identifier: { scheme: '', value: '' },
  LicenseDocument: { kind: '', title: '', url: '', publishedOn: '' },
  Organization: { ...entity, website: '', models: `${page} filter orderBy`, licenses: page },
  Tool: { ...entity, url: '', free: '', terms: page },
  Source: {
    ...{ id: '', title: '', url: '', publisher: '', publishedOn: '', retrievedOn: '' },
    statements: page,
  },
  Claim: {
    ...{ id: '', subject: '', property: '', artifact: '', since: '', until: '', value: '' },
    ...{ valueText: '', relation: '', source: '', asOf: '', rank: '', evidence: '', contested: '' },
  },
  PageInfo: { hasNextPage: '', hasPreviousPage: '', startCursor: '', endCursor: '' },
  Query: {
    ...{ node: 'id', nodes: 'ids', entity: 'ref', term: 'slug', model: 'slug', license: 'slug' },
    ...{ terms: `${page} filter orderBy`, models: `${page} filter orderBy` },
    ...{ licenses: `${page} filter orderBy`, organizations: page, tools: page, graph: '' },
    ...{ modelsUsableFor: `use answers filter ${page}`, resolveLicense: 'text' },
    ...{ disagreements: `${page} kinds property contested of` },
  },
  Disagreement: {
    ...{ subject: '', property: '', artifact: '', claims: '' },
    ...{ contested: '', consequence: '', effects: '' },
  },
  UseVerdict: {
    ...{ answer: '', evidence: '', reasons: '', duties: '', missing: '', assumptions: '' },
  },
  UseReason: { effect: '', license: '', clause: '', via: '', explanation: '' },
  EffectiveLicense: {
    ...{ license: '', artifact: '', inheritedFrom: '', via: '', conflicts: '', explanation: '' },
  },
  LicenseConflict: { license: '', ours: '', theirs: '', explanation: '' },
  OpennessVerdict: { definition: '', term: '', verdict: '', missing: '', reasons: '' },
  Clause: {
    ...{ id: '', license: '', effect: '', activities: '', duty: '', appliesWhen: '' },
    ...{ exceptWhen: '', bindsDerivatives: '', text: '', section: '', document: '' },
    ...{ evidence: '', source: '' },
  },
  GraphInfo: { revision: '', changedAt: '', store: '' },
  ...Object.fromEntries(
    ['Term', 'Model', 'License', 'Organization', 'Tool', 'Claim', 'Disagreement'].flatMap(
      (kind) => [
        [`${kind}Connection`, connection],
        [`${kind}Edge`, edge],
      ],
    ),
  ),
  ...Object.fromEntries(
    ['Entity', 'Term', 'Model', 'License', 'Organization', 'Tool'].flatMap((kind) => [
      [`${kind}RelationConnection`, connection],
      [`${kind}RelationEdge`, related],
    ]),
  ),
};

const inputs: Readonly<Record<string, string>> = {
  EntityRefInput: 'id term model license organization tool',
};

const enums: Readonly<Record<string, string>> = {
  EntityKind: 'TERM MODEL LICENSE ORGANIZATION TOOL',
  RelationType:
    'RELATED_TO BROADER PART_OF CONTRASTS_WITH REQUIRES EXEMPLIFIES LICENSED_UNDER DERIVED_FROM DEVELOPED_BY STEWARDED_BY CLASSIFIED_AS SUPERSEDES HAS_TOOL',
  Rank: 'PREFERRED NORMAL DEPRECATED',
  RankFilter: 'BEST CURRENT ALL',
  Evidence: 'PUBLISHER COPY SECONDARY MEMORY',
  Artifact: 'WEIGHTS INFERENCE_CODE TRAINING_CODE TRAINING_DATA',
  Availability: 'OPEN GATED PARTIAL CLOSED UNKNOWN',
  EntityStatus: 'CURRENT DEPRECATED',
  RelationDirection: 'OUT IN BOTH',
  TermKind:
    'FIELD CONCEPT ARCHITECTURE TECHNIQUE ARTIFACT METRIC PROCESS STANDARD DATASET LICENSE_CLASS',
  Architecture: 'DENSE MIXTURE_OF_EXPERTS HYBRID DIFFUSION',
  DerivationMethod: 'FINETUNE QUANTIZED ADAPTER MERGE DISTILLED',
  LabelKind: 'PREFERRED ALTERNATIVE HIDDEN',
  IdentifierScheme: 'SPDX SCANCODE HUGGING_FACE',
  DisagreementConsequence: 'VERDICT LICENSE OPENNESS BEST_VALUE NONE',
  UseAnswer: 'ALLOWED ALLOWED_WITH_DUTIES ASK_LICENSOR NOT_ALLOWED UNKNOWN',
  Activity:
    'RUN FINE_TUNE OFFER_PRODUCT HOST_AS_SERVICE REDISTRIBUTE TRAIN_ON_OUTPUTS SELL_OUTPUTS USE_HOSTED_PRODUCT',
  ClauseEffect: 'PERMITS REQUIRES FORBIDS WITHHOLDS_GRANT NEEDS_SEPARATE_LICENSE TERMINATES',
  OpennessDefinition:
    'OPEN_WEIGHTS OSAID_1_0 OSI_APPROVED_LICENSE MOF_CLASS_I MOF_CLASS_II MOF_CLASS_III',
  LicenseDocumentKind: 'AGREEMENT USE_POLICY',
};

const schema = buildSchema();

describe('the public schema', () => {
  it.each(Object.entries(fields))('has %s with its fields and their arguments', (name, wanted) => {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${name} is missing`);
    const known = type.getFields();
    for (const [field, args] of Object.entries(wanted)) {
      expect(Object.keys(known)).toContain(field);
      const names = known[field]?.args.map((arg) => arg.name) ?? [];
      expect(names, `${name}.${field}`).toEqual(
        expect.arrayContaining(args === '' ? [] : args.split(' ')),
      );
    }
  });

  it.each(Object.entries(inputs))('has the input %s', (name, wanted) => {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) throw new Error(`${name} is missing`);
    expect(Object.keys(type.getFields())).toEqual(expect.arrayContaining(wanted.split(' ')));
    expect(type.isOneOf).toBe(true);
  });

  it.each(Object.entries(enums))('has the enum %s', (name, wanted) => {
    const type = schema.getType(name);
    if (!isEnumType(type)) throw new Error(`${name} is missing`);
    const values = type.getValues().map((value) => value.name);
    expect(values).toEqual(expect.arrayContaining(wanted.split(' ')));
  });

  it.each(['Term', 'Model', 'License', 'Organization', 'Tool'])('has %s as an Entity', (name) => {
    const type = schema.getType(name);
    const interfaces = isObjectType(type) ? type.getInterfaces().map((each) => each.name) : [];
    expect(interfaces.sort()).toEqual(['Entity', 'Node']);
  });

  it('makes loaded fields nullable, so that a failure affects one field', () => {
    const loaded: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (/Connection!$/.test(String(field.type))) loaded.push(`${type.name}.${field.name}`);
        if (type.name === 'Query' && String(field.type).endsWith('!')) loaded.push(field.name);
      }
    }
    expect(loaded).toEqual([]);
  });

  it('has arguments with a default non-null, so that an explicit null is refused', () => {
    const loose: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields())) {
        for (const arg of field.args) {
          const nullable = !String(arg.type).endsWith('!');
          if (arg.defaultValue !== undefined && nullable) loose.push(`${field.name}(${arg.name})`);
        }
      }
    }
    expect(loose).toEqual([]);
  });
});
