import { describe, expect, it } from 'vitest';
import { checkSeeds } from '../../../src/exchange/checks/seed-check.ts';
import { readSeeds } from '../../../src/exchange/seeds/seed-reader.ts';
import {
  entity,
  inSeedFolder,
  placesOf,
  problemsOf,
  readings,
  type SeedTexts,
} from '../seed-folder.ts';

const now = new Date('2026-03-01T12:00:00Z');

async function datesTold(texts: SeedTexts): Promise<readonly string[]> {
  return inSeedFolder({ ...readings, ...texts }, async (directory) =>
    checkSeeds(await readSeeds(directory), now).problems.map(
      ({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`,
    ),
  );
}

describe('dates', () => {
  const facts = (date: string) => entity('m', 'facts:', `  releasedOn: ${date}`);

  it.each(['2026-03-02', '2026-03', '2026', '1999', '2026-03-01'])('may be %s', async (date) => {
    expect(await datesTold({ 'models/m.yaml': facts(date) })).toEqual([]);
  });

  it.each(['2026-03-03', '2026-04', '2027', '9999'])(
    'are reported in the future: %s',
    async (date) => {
      expect(await datesTold({ 'models/m.yaml': facts(date) })).toEqual([
        '7:15 warning future-date',
      ]);
    },
  );

  it.each(['1024', '1799'])('that are unlikely years are reported: %s', async (date) => {
    expect(await datesTold({ 'models/m.yaml': facts(date) })).toEqual(['7:15 warning early-date']);
  });

  it('are reported everywhere, except for future periods', async () => {
    const text = entity(
      'm',
      'facts:',
      '  releasedOn:',
      '    - { value: 2030-01-01, source: readings, evidence: COPY, asOf: 2031 }',
      'relations:',
      '  LICENSED_UNDER: [{ to: l, artifact: WEIGHTS, since: 2030, until: 2031 }]',
    );
    const license = entity('l', 'documents: [{ kind: AGREEMENT, title: T, publishedOn: 2032 }]');
    const source = 'id: s\ntitle: S\npublishedOn: 2025-06-02\nretrievedOn: 2025-06-01\n';
    const texts = { 'models/m.yaml': text, 'licenses/l.yaml': license, 'sources/s.yaml': source };
    expect(await datesTold(texts)).toEqual([
      '6:55 warning future-date',
      '8:16 warning future-date',
      '8:68 warning future-date',
      '1:5 warning unused-source',
      '4:14 warning read-too-early',
    ]);
  });
});

describe('numbers of parameters', () => {
  const told = async (...facts: readonly string[]) =>
    placesOf(await problemsOf({ 'models/m.yaml': entity('m', 'facts:', ...facts) }));

  it('are not more in use than there are', async () => {
    const places = await told('  totalParameters: 7B', '  activeParameters: 8B');
    expect(places).toEqual(['models/m.yaml:8:21 error more-active-than-total']);
  });

  it('may be the same, rounded', async () => {
    expect(await told('  totalParameters: 14B', '  activeParameters: 14.7B')).toEqual([]);
    expect(await told('  activeParameters: 14.7B')).toEqual([]);
  });

  it('compare a source with itself, and deprecated claims with nothing', async () => {
    const cited = (source: string, value: string, more = '') =>
      `    - { value: ${value}, source: ${source}, evidence: COPY${more} }`;
    const totals = ['  totalParameters:', cited('readings', '7B'), cited('others', '70B')];
    const texts = { 'sources/others.yaml': 'id: others\ntitle: Others\n' };
    const places = async (...active: readonly string[]) => {
      const text = entity('m', 'facts:', ...totals, '  activeParameters:', ...active);
      return placesOf(await problemsOf({ ...texts, 'models/m.yaml': text }));
    };
    expect(await places(cited('readings', '8B'))).toEqual([
      'models/m.yaml:11:7 error more-active-than-total',
    ]);
    expect(await places(cited('others', '8B'))).toEqual([]);
    expect(await places(cited('readings', '8B', ', rank: DEPRECATED'))).toEqual([]);
  });
});
