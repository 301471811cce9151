import type { GraphStore } from '../../src/store/graph-store.ts';
import {
  change,
  claim,
  disagreement,
  license,
  model,
  organization,
  relation,
  source,
  term,
  tool,
  type World,
} from '../support/records.ts';

// A small graph with an example of everything that reads distinguish.

const largest = Number.MAX_SAFE_INTEGER;

export const terms = {
  weights: term('weights', { name: 'Weights', termKind: 'ARTIFACT', degree: 3 }),
  open: term('open', { name: 'Open weights', aliases: ['Freie Gewichte'], summary: 'To be had.' }),
  closed: term('closed', { name: 'Closed weights', slug: 'closed-now', formerSlugs: ['closed'] }),
  // Three with the same name, and one that sorts like them. Ids decide between them.
  same1: term('same-1', { name: 'Same' }),
  same2: term('same-2', { name: 'Same', termKind: 'METRIC' }),
  same3: term('same-3', { name: 'SAME' }),
  permissive: term('permissive', { name: 'Permissive', termKind: 'LICENSE_CLASS' }),
};

export const models = {
  early: model('early', {
    name: 'Early',
    url: 'https://card.example/early',
    familyName: 'Old',
    releasedOn: '2024',
    sortReleasedOn: '2024-01-01',
    totalParameters: 7_000_000_000,
    contextTokens: 4096,
    architecture: 'DENSE',
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    availability: [{ artifact: 'WEIGHTS', availability: 'OPEN', asOf: '2024', sourceId: null }],
    availabilityKeys: ['WEIGHTS=OPEN', 'TRAINING_DATA=CLOSED'],
  }),
  late: model('late', {
    name: 'Late',
    familyName: 'New',
    releasedOn: '2025-07-11',
    sortReleasedOn: '2025-07-11',
    totalParameters: largest,
    activeParameters: 0,
    contextTokens: 131_072,
    architecture: 'MIXTURE_OF_EXPERTS',
    inputModalities: ['TEXT', 'IMAGE'],
    outputModalities: [],
    availabilityKeys: ['WEIGHTS=CLOSED'],
  }),
  // With no known values, so that it comes first in every order.
  dark: model('dark', { name: 'Dark' }),
  tuned: model('tuned', {
    name: 'Tuned',
    releasedOn: '2025-07',
    sortReleasedOn: '2025-07-01',
    totalParameters: 7_000_000_000,
    contextTokens: 4096,
    inputModalities: ['AUDIO', 'TEXT'],
  }),
};

export const licenses = {
  mit: license('mit', { name: 'MIT', spdxId: 'MIT', osiApproved: true, version: '1' }),
  house: license('house', { name: 'House licence', osiApproved: false }),
  draft: license('draft', { name: 'Draft' }),
};

export const maker = organization('maker', { name: 'Maker', website: 'https://maker.example' });
export const runner = tool('runner', { name: 'Runner', url: 'https://runner.example', free: true });

const { weights, open, closed, same1, same2, same3, permissive } = terms;
const { early, late, dark, tuned } = models;
const { mit, house, draft } = licenses;

export const relations = {
  broader: relation(open, 'BROADER', weights),
  broader2: relation(closed, 'BROADER', weights),
  contrast: relation(closed, 'CONTRASTS_WITH', open, { note: 'by what is published' }),
  related1: relation(open, 'RELATED_TO', same1),
  related2: relation(same2, 'RELATED_TO', open),
  related3: relation(open, 'RELATED_TO', same3),
  relatedModel: relation(early, 'RELATED_TO', open),
  relatedTool: relation(open, 'RELATED_TO', runner, { best: false, rank: 'DEPRECATED' }),
  hasTool: relation(open, 'HAS_TOOL', runner),
  shown1: relation(early, 'EXEMPLIFIES', open),
  shown2: relation(late, 'EXEMPLIFIES', open),
  shown3: relation(dark, 'EXEMPLIFIES', open),
  shown4: relation(tuned, 'EXEMPLIFIES', open, { best: false }),
  tuned: relation(tuned, 'DERIVED_FROM', early, { method: 'FINETUNE' }),
  made1: relation(early, 'DEVELOPED_BY', maker),
  made2: relation(late, 'DEVELOPED_BY', maker),
  stewarded: relation(house, 'STEWARDED_BY', maker),
  classified: relation(mit, 'CLASSIFIED_AS', permissive),
  classified2: relation(house, 'CLASSIFIED_AS', permissive, { best: false, rank: 'DEPRECATED' }),
  supersedes: relation(house, 'SUPERSEDES', draft),
  // The successive licenses of one model.
  first: relation(early, 'LICENSED_UNDER', draft, {
    id: 'Relation:first',
    artifact: 'WEIGHTS',
    until: '2024-06',
  }),
  second: relation(early, 'LICENSED_UNDER', house, {
    id: 'Relation:second',
    artifact: 'WEIGHTS',
    since: '2024-06',
    until: '2025',
    contested: true,
  }),
  third: relation(early, 'LICENSED_UNDER', mit, {
    id: 'Relation:third',
    artifact: 'WEIGHTS',
    since: '2025',
    expression: 'MIT OR LicenseRef-house',
    evidence: 'PUBLISHER',
    asOf: '2025-02-03',
    sourceId: 'Source:page',
    rank: 'PREFERRED',
  }),
  rumour: relation(early, 'LICENSED_UNDER', draft, {
    id: 'Relation:rumour',
    artifact: 'WEIGHTS',
    since: '2025',
    best: false,
  }),
  mistake: relation(early, 'LICENSED_UNDER', house, {
    id: 'Relation:mistake',
    artifact: 'WEIGHTS',
    best: false,
    rank: 'DEPRECATED',
  }),
  code: relation(early, 'LICENSED_UNDER', mit, {
    id: 'Relation:code',
    artifact: 'INFERENCE_CODE',
  }),
};

export const page = source('page', { title: 'The page', url: 'https://page.example/?a=1&b=2' });
export const paper = source('paper', { publishedOn: '2025-07', retrievedOn: '2026-01-02' });

const onEdge = { property: 'LICENSED_UNDER', value: null, artifact: 'WEIGHTS' } as const;
export const claims = {
  ctx1: claim('01', early, page, { property: 'CONTEXT_TOKENS', value: '4096', contested: true }),
  ctx2: claim('02', early, paper, {
    property: 'CONTEXT_TOKENS',
    value: '8192',
    contested: true,
    best: false,
    rank: 'DEPRECATED',
    evidence: 'MEMORY',
    asOf: '2025-07',
    note: 'misread',
  }),
  said1: claim('03', early, page),
  said2: claim('04', early, paper, { best: false }),
  edge1: claim('05', early, page, { ...onEdge, relationId: relations.third.id }),
  edge2: claim('06', early, paper, { ...onEdge, relationId: relations.third.id, best: false }),
  edge3: claim('07', early, paper, { ...onEdge, relationId: relations.first.id, until: '2024-06' }),
  other: claim('01', late, page, { id: 'Claim:other', sort: '01.Claim:other' }),
};

export const disagreements = {
  context: disagreement('Disagreement:context', early, {
    property: 'CONTEXT_TOKENS',
    consequence: 'BEST_VALUE',
    contested: true,
    claimIds: [claims.ctx1.id, claims.ctx2.id],
  }),
  license: disagreement('Disagreement:license', early, {
    property: 'LICENSED_UNDER',
    artifact: 'WEIGHTS',
    consequence: 'VERDICT',
    effects: ['passing it on: ALLOWED by MIT; UNKNOWN by Draft'],
    claimIds: [claims.edge1.id, claims.edge3.id],
  }),
  lateContext: disagreement('Disagreement:late', late, { property: 'CONTEXT_TOKENS' }),
  open: disagreement('Disagreement:open', open, { contested: true, consequence: 'BEST_VALUE' }),
  approved: disagreement('Disagreement:approved', mit, {
    property: 'OSI_APPROVED',
    consequence: 'OPENNESS',
    contested: true,
  }),
};

export const world: World = {
  entities: [terms, models, licenses, { maker, runner }].flatMap((group) => Object.values(group)),
  relations: Object.values(relations),
  claims: Object.values(claims),
  sources: [page, paper],
  disagreements: Object.values(disagreements),
};

/** Fills an empty store with the world. Licenses are also found by their SPDX ids. */
export async function fill(store: GraphStore): Promise<GraphStore> {
  const all = change(world);
  const entities = all.entities.map(({ record, digest, locators }) => {
    const spdx = record.kind === 'LICENSE' ? record.spdxId : null;
    const more = spdx === null ? [] : [{ kind: record.kind, key: spdx }];
    return { record, digest, locators: [...locators, ...more] };
  });
  await store.write({ ...all, entities });
  return store;
}
