import { hubNames } from '../../test/support/hub-stream.ts';
import { Random } from '../../test/support/random.ts';
import type { Variables } from '../workload/cell.ts';

/** An operation on the hub, with some variables. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables: readonly Variables[];
}

const keys = 20;

/** Every operation that is measured, on a hub of `count` models. */
export function operationsOf(count: number): readonly Operation[] {
  const random = new Random(4);
  const some = Array.from({ length: keys }, () => hubNames.model(random.below(count), count));
  const pairs = some.map((from, at) => ({ from, to: some[(at + 7) % keys] ?? from }));
  const [license, organization, base] = [
    hubNames.license(0),
    hubNames.organization(0),
    hubNames.model(0, count),
  ];
  const of = (slugs: readonly string[]) => slugs.map((slug) => ({ slug }));
  const one = (name: string, query: string, variables: readonly Variables[] = [{}]): Operation => {
    return { name, query, variables };
  };
  const model = (fields: string) => `query ($slug: String!) { model(slug: $slug) { ${fields} } }`;
  const page = 'nodes { slug name }';
  const usable = (more: string, fields: string) =>
    `{ modelsUsableFor(use: { ${use} }, first: 20${more}) { ${fields} } }`;
  const large = `licenses: ["${license}"], totalParameters: { min: 200000000000 }`;
  const names = of(some).map(({ slug }) => slug);
  const words = names.map((slug) => slug.split('-').slice(1, 5).join(' '));
  return [
    one(
      'a model with its relations',
      model(`name licenses { edges { node { name } } } developers { ${page} }
        derivedFrom { ${page} } exemplifies { ${page} }`),
      of(some),
    ),
    one('list: by name', `{ models(first: 20) { ${page} } }`),
    one('list: newest first', `{ models(first: 20, orderBy: ${newest}) { ${page} } }`),
    one('list: its count', '{ models { totalCount } }'),
    one(
      'filter: license and size, newest first',
      `{ models(first: 20, filter: { ${large} }, orderBy: ${newest}) { ${page} } }`,
    ),
    one('filter: their count', `{ models(filter: { ${large} }) { totalCount } }`),
    one('filter: a family', `{ models(first: 20, filter: { families: ["llama"] }) { ${page} } }`),
    one('filter: its count', '{ models(filter: { families: ["llama"] }) { totalCount } }'),
    one('filter: text', `{ models(first: 20, filter: { text: "coder-v3" }) { ${page} } }`),
    one('filter: its count (text)', '{ models(filter: { text: "coder-v3" }) { totalCount } }'),
    one('facets: licenses', `{ models { facets { licenses { value count } } } }`),
    one('facets: families', `{ models { facets { families { count value } } } }`),
    one('facets: license classes', `{ models { facets { licenseClasses { value count } } } }`),
    one(
      'facets: licenses of a family',
      `{ models(filter: { families: ["llama"] }) { facets { licenses { value count } } } }`,
    ),
    one(
      'facets: license classes of a family',
      `{ models(filter: { families: ["llama"] }) { facets { licenseClasses { value count } } } }`,
    ),
    one(
      'hub: models of a license',
      `{ license(slug: "${license}") { models(first: 20) { ${page} } } }`,
    ),
    one(
      'hub: newest of a license',
      `{ license(slug: "${license}") { models(first: 20, orderBy: ${newest}) { ${page} } } }`,
    ),
    one('hub: count of a license', `{ license(slug: "${license}") { models { totalCount } } }`),
    one(
      'hub: a family of a license',
      `{ license(slug: "${license}") { models(first: 20, filter: { families: ["llama"] }) { ${page} } } }`,
    ),
    one(
      'hub: its count',
      `{ license(slug: "${license}") { models(filter: { families: ["llama"] }) { totalCount } } }`,
    ),
    one(
      'hub: models of an organization',
      `{ organization: entity(ref: { organization: "${organization}" }) {
        ... on Organization { models(first: 20) { totalCount ${page} } } } }`,
    ),
    one('hub: derivatives', model(`derivatives(first: 20) { totalCount ${page} }`), of([base])),
    one('hub: all relations', model(`relations(first: 20) { totalCount ${page} }`), of([base])),
    one('lineage', model('lineage { depth parent { slug } }'), of(some)),
    one(
      'lineage: of a hub, downwards',
      model('lineage(direction: DESCENDANTS) { depth model { slug } }'),
      of([base]),
    ),
    one('effectiveLicenses', model('effectiveLicenses { license { name } explanation }'), of(some)),
    one('useVerdict', model(`useVerdict(use: { ${use} }) { answer missing }`), of(some)),
    one('modelsUsableFor: a page', usable('', page)),
    one('modelsUsableFor: newest first', usable(`, orderBy: ${newest}`, page)),
    one('modelsUsableFor: not allowed', usable(', answers: [NOT_ALLOWED]', page)),
    one('modelsUsableFor: of a family', usable(', filter: { families: ["llama"] }', page)),
    one(
      'modelsUsableFor: totals',
      usable('', 'totalCount answerCounts { count } missingFacts { count }'),
    ),
    one(
      'modelsUsableFor: totals of a family',
      usable(', filter: { families: ["llama"] }', 'totalCount'),
    ),
    one('disagreements', '{ disagreements(first: 20) { totalCount nodes { property } } }'),
    one(
      'path',
      `query ($from: String!, $to: String!) {
        path(from: { model: $from }, to: { model: $to }) { length entities { slug } } }`,
      pairs,
    ),
    one(
      'neighborhood',
      'query ($slug: String!) { neighborhood(of: { model: $slug }, depth: 2, limit: 50) { entities { slug } } }',
      of(some),
    ),
    one(
      'neighborhood: of a hub',
      'query ($slug: String!) { neighborhood(of: { model: $slug }, limit: 50) { entities { slug } } }',
      of([base]),
    ),
    one(
      'search',
      'query ($text: String!) { search(query: $text, first: 10) { nodes { slug } } }',
      words.map((text) => ({ text })),
    ),
    one(
      'suggest',
      'query ($text: String!) { suggest(prefix: $text) { text } }',
      words.map((text, at) => ({ text: text.slice(0, 1 + (at % 8)) })),
    ),
    one(
      'annotate, 2,000 characters',
      'query ($text: String!) { annotate(text: $text) { start entity { slug } } }',
      words.map((_, at) => {
        const prose = words.map((text) => `We ran ${text} on one machine.`);
        return {
          text: [...prose.slice(at), ...prose, ...prose, ...prose].join(' ').slice(0, 2000),
        };
      }),
    ),
    one('how much there is', '{ graph { entities { count } relations { count } } }'),
  ];
}

const newest = '{ field: RELEASED_ON, direction: DESC }';
const use = 'activities: [FINE_TUNE, OFFER_PRODUCT], fieldsOfUse: [], monthlyActiveUsers: 2000';
