import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedStatements } from '../../../src/exchange/seeds/seed-statements.ts';
import {
  entityRecordSchemas,
  zClaimRecord,
  zRelationRecord,
  zSourceRecord,
} from '../../../src/ontology/records.ts';
import { buildDataset, type Dataset, seedsToDataset } from '../../support/dataset.ts';
import { check, entity, readings, type SeedTexts, term } from '../seed-folder.ts';

async function datasetOf(texts: SeedTexts): Promise<Dataset> {
  return seedsToDataset(await check({ ...readings, ...texts }));
}

/** The record of an entity, for tests that look at its own properties. */
function recordOf(dataset: Dataset, id: string): Readonly<Record<string, unknown>> {
  const found = dataset.entities.find(({ record }) => record.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found.record;
}

const other = { 'sources/other.yaml': 'id: other\ntitle: Other\nurl: https://example.org\n' };
const cited = (source: string, evidence: string, asOf: string) =>
  `source: ${source}, evidence: ${evidence}, asOf: ${asOf}`;

const rich: SeedTexts = {
  ...other,
  'terms/a.yaml': term(
    'a',
    'aliases: [First letter]',
    'labels: [{ text: Ä, language: de, kind: PREFERRED }]',
    'faqs: [{ question: Q?, answer: A., asOf: 2025 }]',
    'statements: [{ text: First. }, { text: Best., rank: PREFERRED }, { text: Second. }]',
    'relations:',
    '  BROADER: [c]',
    `  RELATED_TO: [b, { to: b, ${cited('other', 'COPY', '2026-02')} }, models/m]`,
  ),
  'terms/b.yaml': term('b'),
  'terms/c.yaml': term('c'),
  'licenses/l.yaml': entity(
    'l',
    'facts: { spdxId: L-1.0, version: "1.0", osiApproved: true }',
    'documents: [{ kind: AGREEMENT, title: Text }]',
    'formerSlugs: [el]',
  ),
  'licenses/k.yaml': entity('k'),
  'models/m.yaml': entity(
    'm',
    'facts:',
    '  releasedOn: 2025-07',
    '  contextTokens:',
    '    - { value: 128K, rank: PREFERRED }',
    `    - { value: 1M, ${cited('other', 'PUBLISHER', '2026')}, rank: DEPRECATED, note: No. }`,
    '  availability:',
    '    - { artifact: TRAINING_DATA, value: CLOSED }',
    '    - { artifact: WEIGHTS, value: GATED }',
    `    - { artifact: WEIGHTS, value: OPEN, ${cited('other', 'SECONDARY', '2026-03')} }`,
    'relations:',
    '  LICENSED_UNDER:',
    '    - { to: k, artifact: WEIGHTS, until: 2025-03-25 }',
    '    - { to: l, artifact: WEIGHTS, since: 2025-03-25, rank: PREFERRED }',
    `    - { to: k, artifact: WEIGHTS, since: 2025-03-25, ${cited('other', 'COPY', '2026')} }`,
  ),
};

describe('the dataset of seeds', () => {
  it('has complete records, sorted by id', async () => {
    const dataset = await datasetOf(rich);
    for (const { record } of dataset.entities) {
      const stamped = { ...record, revision: 1, updatedAt: '' };
      expect(entityRecordSchemas[record.kind].strict().parse(stamped)).toEqual(stamped);
    }
    for (const relation of dataset.relations) zRelationRecord.strict().parse(relation);
    for (const claim of dataset.claims) zClaimRecord.strict().parse(claim);
    for (const source of dataset.sources) zSourceRecord.strict().parse(source);
    const lists = [dataset.entities.map(({ record }) => record), dataset.relations, dataset.claims];
    for (const list of [...lists, dataset.sources]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].sort());
    }
  });

  it('knows the latest date of current claims about an entity', async () => {
    const stated = (date: string, more = '') =>
      `{ text: On ${date}., ${cited('other', 'COPY', date)}${more} }`;
    const dataset = await datasetOf({
      ...other,
      'terms/a.yaml': term(
        'a',
        'relations:',
        `  RELATED_TO: [{ to: b, ${cited('other', 'COPY', '2026-02')} }]`,
      ),
      'terms/b.yaml': term('b', `statements: [${stated('2026')}, ${stated('2026-03')}]`),
      'terms/c.yaml': term(
        'c',
        `statements: [${stated('2026-04', ', rank: DEPRECATED, note: No.')}]`,
      ),
      'terms/d.yaml': term('d', `statements: [${stated('2026')}]`),
    });
    const dates = ['a', 'b', 'c', 'd'].map((id) => recordOf(dataset, `Term:${id}`).factsAsOf);
    expect(dates).toEqual(['2026-02', '2026-03', '2026-01-02', '2026-01-02']);
  });

  it('refuses seeds that have errors', async () => {
    const checked = await check({ 'terms/a.yaml': '' });
    expect(() => seedsToDataset(checked)).toThrow('have errors');
  });

  it('folds names to labels, aliases and what is searched', async () => {
    const record = recordOf(await datasetOf(rich), 'Term:a');
    expect(record).toMatchObject({
      name: 'Name of a',
      sort: 'name of a',
      folded: 'name of a\na\nfirst letter',
      aliases: ['First letter'],
      labels: [
        { text: 'Name of a', language: 'en', kind: 'PREFERRED' },
        { text: 'First letter', language: 'en', kind: 'ALTERNATIVE' },
        { text: 'Ä', language: 'de', kind: 'PREFERRED' },
      ],
      definition: 'What it means.',
      explanation: null,
      faqs: [{ question: 'Q?', answer: 'A.', asOf: '2025', sourceId: 'Source:readings' }],
    });
  });

  it('takes the best values, and the best of each artifact', async () => {
    const record = recordOf(await datasetOf(rich), 'Model:m');
    expect(record).toMatchObject({
      releasedOn: '2025-07',
      sortReleasedOn: '2025-07-01',
      contextTokens: 131_072,
      sortContextTokens: 131_072,
      totalParameters: null,
      sortTotalParameters: -1,
      inputModalities: null,
      availability: [
        {
          artifact: 'WEIGHTS',
          availability: 'GATED',
          asOf: '2026-01-02',
          sourceId: 'Source:readings',
        },
        {
          artifact: 'TRAINING_DATA',
          availability: 'CLOSED',
          asOf: '2026-01-02',
          sourceId: 'Source:readings',
        },
      ],
      availabilityKeys: ['WEIGHTS=GATED', 'TRAINING_DATA=CLOSED'],
    });
  });

  it('keeps every statement as a claim: in order of property, rank and place', async () => {
    const { claims } = await datasetOf(rich);
    const ofModel = claims
      .filter(({ subjectId }) => subjectId === 'Model:m')
      .sort((one, two) => (one.sort < two.sort ? -1 : 1))
      .map(({ property, artifact, valueText, value, best, contested }) => {
        return [property, artifact, valueText, value, best, contested];
      });
    expect(ofModel).toEqual([
      ['RELEASED_ON', null, '2025-07', '"2025-07"', true, false],
      ['CONTEXT_TOKENS', null, '128K', '131072', true, false],
      ['CONTEXT_TOKENS', null, '1M', '1000000', false, false],
      ['AVAILABILITY', 'TRAINING_DATA', 'CLOSED', '"CLOSED"', true, false],
      ['AVAILABILITY', 'WEIGHTS', 'GATED', '"GATED"', true, true],
      ['AVAILABILITY', 'WEIGHTS', 'OPEN', '"OPEN"', true, true],
      ['LICENSED_UNDER', 'WEIGHTS', 'Name of l', null, true, true],
      ['LICENSED_UNDER', 'WEIGHTS', 'Name of k', null, true, false],
      ['LICENSED_UNDER', 'WEIGHTS', 'Name of k', null, false, true],
    ]);
    const statements = claims
      .filter(({ property }) => property === 'STATEMENT')
      .sort((one, two) => (one.sort < two.sort ? -1 : 1));
    expect(statements.map(({ valueText }) => valueText)).toEqual(['Best.', 'First.', 'Second.']);
    expect(statements.every(({ best }) => best)).toBe(true);
  });

  it('gives an entry without a source the citation of its file, whole', async () => {
    const { claims } = await datasetOf(rich);
    const [own, foreign] = claims
      .filter(({ property, subjectId }) => property === 'CONTEXT_TOKENS' && subjectId === 'Model:m')
      .sort((one, two) => (one.sort < two.sort ? -1 : 1));
    expect(own).toMatchObject({
      sourceId: 'Source:readings',
      evidence: 'PUBLISHER',
      asOf: '2026-01-02',
    });
    expect(foreign).toMatchObject({ sourceId: 'Source:other', asOf: '2026', note: 'No.' });
  });

  it('makes one relation of agreeing claims, its ends in the order of ids', async () => {
    const { relations, claims } = await datasetOf(rich);
    const related = relations.filter(({ type }) => type === 'RELATED_TO');
    expect(related.map(({ fromId, toId }) => [fromId, toId])).toEqual(
      expect.arrayContaining([
        ['Term:a', 'Term:b'],
        ['Model:m', 'Term:a'],
      ]),
    );
    expect(related).toHaveLength(2);
    const toB = related.find(({ toId }) => toId === 'Term:b');
    expect(toB).toMatchObject({ sourceId: 'Source:readings', evidence: 'PUBLISHER', best: true });
    const stated = claims.filter(({ relationId }) => relationId === toB?.id);
    expect(stated.map(({ sourceId }) => sourceId).sort()).toEqual([
      'Source:other',
      'Source:readings',
    ]);
    // The subject of a symmetric edge stays the entity whose file states it.
    expect(claims.filter(({ property }) => property === 'RELATED_TO')).toSatisfy(
      (found: typeof claims) => found.every(({ subjectId }) => subjectId === 'Term:a'),
    );
  });

  it('keeps an earlier license beside the one in force, and the outranked one apart', async () => {
    const { relations } = await datasetOf(rich);
    const licenses = relations.filter(({ type }) => type === 'LICENSED_UNDER');
    const summary = licenses.map(({ toId, since, until, best, contested, rank }) => {
      return [toId, since, until, rank, best, contested].join(' ');
    });
    expect(summary.sort()).toEqual([
      'License:k   2025-03-25 NORMAL true false'.replace('   ', '  '),
      'License:k 2025-03-25  NORMAL false true',
      'License:l 2025-03-25  PREFERRED true true',
    ]);
  });

  it('counts best relations as the degree', async () => {
    const dataset = await datasetOf(rich);
    const degrees = dataset.entities.map(({ record }) => [record.id, record.degree]);
    expect(Object.fromEntries(degrees)).toEqual({
      'Term:a': 3,
      'Term:b': 1,
      'Term:c': 1,
      'Model:m': 3,
      'License:k': 1,
      'License:l': 1,
    });
  });

  it('marks an edge as DEPRECATED, and not best, where every claim on it is', async () => {
    const { relations } = await datasetOf({
      'terms/a.yaml': term('a', 'relations: { REQUIRES: [{ to: b, rank: DEPRECATED }] }'),
      'terms/b.yaml': term('b'),
    });
    expect(relations).toMatchObject([{ rank: 'DEPRECATED', best: false, contested: false }]);
  });

  it('keeps both licenses of an expression, whose edges do not contest each other', async () => {
    const both = 'artifact: WEIGHTS, expression: K AND L';
    const { relations, claims } = await datasetOf({
      ...rich,
      'models/m.yaml': entity(
        'm',
        `relations: { LICENSED_UNDER: [{ to: k, ${both} }, { to: l, ${both}, rank: PREFERRED }] }`,
      ),
    });
    const licenses = relations.filter(({ type }) => type === 'LICENSED_UNDER');
    expect(licenses).toMatchObject([
      { best: true, contested: false, expression: 'K AND L' },
      { best: true, contested: false, expression: 'K AND L' },
    ]);
    const texts = claims.filter(({ property }) => property === 'LICENSED_UNDER');
    expect(texts.map(({ valueText }) => valueText)).toEqual(['K AND L', 'K AND L']);
  });

  it('finds entities by slug, former slug and SPDX id; the current slug wins', async () => {
    const { entities } = await datasetOf({
      ...rich,
      'terms/d.yaml': term('d', 'formerSlugs: [a, dee]').replace('slug: d', 'slug: d-moved'),
    });
    const keys = (id: string) =>
      entities.find(({ record }) => record.id === id)?.locators.map(({ key }) => key);
    expect(keys('License:l')).toEqual(['l', 'el', 'L-1.0']);
    expect(keys('Term:a')).toEqual(['a']);
    expect(keys('Term:d')).toEqual(['d-moved', 'd', 'dee']);
  });

  it('does not depend on the order of statements, except for the place of claims', async () => {
    const { index } = await check({ ...readings, ...rich });
    const statements = seedStatements(index);
    const withoutPlaces = ({ claims, ...rest }: Dataset) => ({
      ...rest,
      claims: claims.map(({ sort, ...claim }) => claim),
    });
    const expected = withoutPlaces(buildDataset(statements));
    const shuffled = <Item>(items: Iterable<Item>) => {
      const list = [...items];
      return fc.shuffledSubarray(list, { minLength: list.length });
    };
    fc.assert(
      fc.property(
        shuffled(statements.entities),
        shuffled(statements.facts),
        shuffled(statements.edges),
        (entities, facts, edges) => {
          const dataset = buildDataset({ ...statements, entities, facts, edges });
          expect(withoutPlaces(dataset)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});
