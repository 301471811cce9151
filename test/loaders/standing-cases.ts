import { describe, expect, it } from 'vitest';
import { classifyModels } from '../../src/loaders/classify-models.ts';
import { createGraphReader } from '../../src/loaders/graph-reader.ts';
import type { ClauseRecord } from '../../src/ontology/clause.ts';
import type { StoreUnderTest } from '../contract/stores.ts';
import { executeWith } from '../support/execute.ts';
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
} from '../support/records.ts';
import { KeptAnswers } from './kept-answers.ts';

type Given = Parameters<typeof change>[0];

const grant: ClauseRecord = {
  ...{ id: 'Clause:open/grant', key: 'grant', effect: 'PERMITS', duty: null },
  ...{ activities: ['RUN'], appliesWhen: [], exceptWhen: [], bindsDerivatives: [] },
  ...{ text: 'Anybody may run it.', section: null, documentIndex: null, evidence: 'PUBLISHER' },
  ...{ sourceId: null, activitiesVersion: 1, asOf: null },
};
const stated = { evidence: 'PUBLISHER' } as const;

const open = license('open', { name: 'Open license', clauses: [grant], clausesComplete: true });
const house = license('house', { name: 'House license' });
const maker = organization('maker', { name: 'Maker' });
const base = model('base', { name: 'Base' });
const tuned = model('tuned', { name: 'Tuned' });
const [a, b, c, d] = [
  term('a', { name: 'Alpha', degree: 3 }),
  term('b', { name: 'Beta', degree: 300 }),
  term('c', { name: 'Gamma', degree: 300, summary: 'About delta.' }),
  term('d', { name: 'Delta', degree: 1, formerSlugs: ['was-d'] }),
];
const page = source('page', { title: 'A page' });
const said = claim('said', a, page, { property: 'DEFINITION' });
const many = Array.from({ length: 201 }, (_, index) => {
  const familyName = index === 0 ? 'F' : null;
  return model(`m-${index}`, { name: `M ${index}`, familyName });
});

const world: Given = {
  entities: [open, house, maker, base, tuned, a, b, c, d, ...many],
  sources: [page],
  relations: [
    relation(base, 'LICENSED_UNDER', open, stated),
    relation(tuned, 'LICENSED_UNDER', open, stated),
    relation(tuned, 'DERIVED_FROM', base, { ...stated, method: 'FINETUNE' }),
    relation(base, 'DEVELOPED_BY', maker, stated),
    relation(a, 'RELATED_TO', b),
    relation(a, 'RELATED_TO', c),
    relation(c, 'RELATED_TO', d),
    relation(a, 'REQUIRES', d),
    relation(a, 'REQUIRES', c),
    ...many.map((each) => relation(each, 'EXEMPLIFIES', d)),
    relation(many[0] ?? base, 'EXEMPLIFIES', c),
  ],
  claims: [said],
};

const use = 'use: { activities: [RUN] }';
const neighborhood = `{ neighborhood(of: { term: "a" }, limit: 4) {
  entities { name } relations { type } truncated } }`;

/** What is asked, and a write after which the answer is another. */
const cases: readonly (readonly [what: string, query: string, write: Given])[] = [
  [
    'a verdict: a license says something else',
    `{ model(slug: "tuned") { useVerdict(${use}) { answer } } }`,
    { entities: [{ ...open, clauses: [], clausesComplete: false }] },
  ],
  [
    'a verdict: a model above it comes under another license',
    `{ model(slug: "tuned") { useVerdict(${use}) { answer reasons { license { name } } }
       effectiveLicenseNotes effectiveLicenses { license { name } } } }`,
    {
      relations: [relation(base, 'LICENSED_UNDER', house, { ...stated, artifact: 'WEIGHTS' })],
    },
  ],
  [
    'how many models may be used: a license says something else',
    `{ modelsUsableFor(${use}) { totalCount } }`,
    { entities: [{ ...open, clauses: [], clausesComplete: false }] },
  ],
  [
    'how many models may be used: a license forbids what it permitted',
    `{ modelsUsableFor(${use}) { totalCount } }`,
    { entities: [{ ...open, clauses: [{ ...grant, effect: 'FORBIDS' }] }] },
  ],
  [
    'how many models may be used: one more comes under a license',
    `{ modelsUsableFor(${use}) { totalCount nodes { name } } }`,
    { relations: [relation(many[7] ?? base, 'LICENSED_UNDER', open, stated)] },
  ],
  [
    'a lineage: it goes on further up',
    '{ model(slug: "tuned") { lineage { depth model { name } } } }',
    { relations: [relation(base, 'DERIVED_FROM', many[1] ?? base, stated)] },
  ],
  [
    'a neighborhood: of two with nearly as many relations the other has fewer',
    neighborhood,
    { entities: [{ ...b, degree: 301 }] },
  ],
  [
    'a neighborhood: one that was left out has fewer relations now',
    '{ neighborhood(of: { term: "a" }, limit: 2) { entities { name } truncated } }',
    { entities: [{ ...c, degree: 0 }] },
  ],
  [
    'a neighborhood: two of it are linked',
    neighborhood,
    { relations: [relation(b, 'RELATED_TO', c)] },
  ],
  [
    'a path: there is a shorter one',
    '{ path(from: { term: "b" }, to: { term: "d" }) { length } }',
    { relations: [relation(b, 'REQUIRES', d)] },
  ],
  [
    'a path: another one goes by what has fewer relations',
    '{ path(from: { term: "a" }, to: { model: "m-0" }) { entities { slug } } }',
    { entities: [{ ...d, degree: 500 }] },
  ],
  [
    'what to read first: something requires something',
    '{ term(slug: "a") { prerequisites(depth: 3) { term { name } } } }',
    { relations: [relation(d, 'REQUIRES', b)] },
  ],
  [
    'a search: a text has the word now',
    '{ search(query: "beta") { nodes { slug } } }',
    { entities: [{ ...d, summary: 'Not beta.' }] },
  ],
  [
    'suggestions: another one is better connected',
    '{ suggest(prefix: "m 15", limit: 2) { text } }',
    { entities: [{ ...(many[157] ?? base), degree: 900 }] },
  ],
  [
    'mentions: there is a name for it now',
    '{ annotate(text: "The Epsilon method.") { text entity { name } } }',
    { entities: [{ ...d, aliases: ['Epsilon method'] }] },
  ],
  [
    'a license by its name: it has another alias',
    '{ resolveLicense(text: "Casa license") { license { name } } }',
    { entities: [{ ...house, aliases: ['Casa license'] }] },
  ],
  [
    'a list: an entity comes',
    '{ organizations { nodes { name } totalCount } }',
    { entities: [organization('new', { name: 'New' })] },
  ],
  [
    'a list: an entity goes',
    '{ tools { totalCount } terms { totalCount } }',
    { remove: { entities: [b.id] } },
  ],
  [
    'a filtered list: a filtered value is another',
    '{ models(filter: { families: ["F"] }) { nodes { name } totalCount } }',
    { entities: [{ ...base, familyName: 'F' }] },
  ],
  [
    'a filtered list: the slug that it asks for is that of another license',
    '{ models(filter: { licenses: ["open"] }) { totalCount } }',
    {
      entities: [
        { ...open, slug: 'libre' },
        { ...house, slug: 'open' },
      ],
    },
  ],
  [
    'a facet: a model has another developer',
    '{ models { facets { developers { value count } } } }',
    { relations: [relation(tuned, 'DEVELOPED_BY', maker, stated)] },
  ],
  [
    'a page of neighbors: another one comes first by its new name',
    '{ term(slug: "a") { relatedTerms(first: 1) { nodes { slug } } } }',
    { entities: [{ ...c, name: 'Aa', sort: 'aa' }] },
  ],
  [
    'a page of neighbors: so does one with very many relations',
    '{ model(slug: "m-0") { exemplifies(first: 1) { nodes { slug } } } }',
    { entities: [{ ...d, name: 'Zeta', sort: 'zeta' }] },
  ],
  [
    'a page of neighbors: a neighbor says something else of itself',
    '{ term(slug: "a") { relatedTerms { nodes { summary } } } }',
    { entities: [{ ...b, summary: 'New.' }] },
  ],
  [
    'a page of neighbors: a neighbor has another number of relations',
    '{ term(slug: "a") { relatedTerms { nodes { degree revision } } } }',
    { touch: [b.id] },
  ],
  [
    'a filtered page of neighbors: a neighbor satisfies the filter now',
    '{ organization: entity(ref: { organization: "maker" }) { ... on Organization { models(first: 5) { nodes { name } } } } }',
    { relations: [relation(tuned, 'DEVELOPED_BY', maker, stated)] },
  ],
  [
    'claims: a source says more',
    '{ term(slug: "a") { claims { nodes { valueText source { title } } totalCount } } }',
    { claims: [claim('more', a, page, { property: 'DEFINITION' })] },
  ],
  [
    'claims: their source has another title',
    '{ term(slug: "a") { claims { nodes { source { title } } } } }',
    { sources: [{ ...page, title: 'Another title' }] },
  ],
  [
    'claims: one is withdrawn',
    '{ term(slug: "a") { claims { totalCount } } }',
    { remove: { claims: [said.id] } },
  ],
  [
    'disagreements: there is one',
    '{ disagreements { nodes { property } totalCount } }',
    { disagreements: [disagreement('Disagreement:new', a)] },
  ],
  [
    'an address: another entity has it',
    '{ term(slug: "was-d") { name } }',
    { entities: [{ ...b, formerSlugs: ['was-d'] }] },
  ],
  ['an address: nobody had it', '{ term(slug: "none") { name } }', { entities: [term('none')] }],
  [
    'an address: its entity is gone',
    '{ term(slug: "b") { name } }',
    { remove: { entities: [b.id] } },
  ],
  ['the whole: anything is written', '{ graph { revision } }', {}],
];

/** Of each sort of answer a write that makes it another. */
export function standingCasesSuite(stores: StoreUnderTest): void {
  describe('a cached value is dropped by a write that changes it', () => {
    it.each(cases)('%s', async (_what, query, write) => {
      const store = await stores.empty();
      await store.write(change(world));
      await classifyModels(store);
      const reader = createGraphReader(store, { revisionCheckMs: 0, cacheRows: 10_000 });
      const fresh = createGraphReader(store, { revisionCheckMs: null, cacheRows: 1 });
      const answers = new KeptAnswers(reader);
      const before = await answers.ask(query);
      expect(JSON.parse(before)).not.toHaveProperty('errors');
      expect(await answers.ask(query)).toBe(before);
      expect(answers.counts).toEqual({ same: 1, lifted: 0, changed: 0 });
      await store.write(change({ ...write, at: '2026-05-05T05:05:05.000Z' }));
      const now = JSON.stringify(await executeWith(await fresh.forRequest({}), store, { query }));
      expect(now).not.toBe(before);
      // The pages that are left are used to answer anew: they must not be those of before.
      expect(await answers.ask(query)).toBe(now);
      expect(answers.counts).toEqual({ same: 1, lifted: 0, changed: 1 });
    });
  });
}
