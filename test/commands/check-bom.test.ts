import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JudgedBom, judgeBom, strictness } from '../../src/commands/check-bom/judge-bom.ts';
import { readUse } from '../../src/commands/check-bom/read-use.ts';
import { jsonReport, levels, textReport } from '../../src/commands/check-bom/reports.ts';
import { sarifReport } from '../../src/commands/check-bom/sarif.ts';
import { readConfig } from '../../src/config.ts';
import { readBom } from '../../src/exchange/cyclone-dx/read-bom.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { bill, model } from '../exchange/cyclone-dx/bills.ts';
import { inFolder } from '../support/in-folder.ts';
import { seededStore } from '../support/seeds.ts';

let store: GraphStore;
const { config } = readConfig({ LOG_LEVEL: 'silent' });
if (config === null) throw new Error('the configuration is sound');

beforeAll(async () => {
  store = await seededStore();
});
afterAll(() => store.close());

const models = {
  phi: model('Phi-4 by Microsoft', { purl: 'pkg:huggingface/microsoft/phi-4@187ef0342f' }),
  llama: model('anything', {
    externalReferences: [{ type: 'vcs', url: 'https://huggingface.co/Qwen/Qwen3-14B/tree/main' }],
  }),
  kimi: model('moonshotai/kimi-k2-instruct'),
  named: model('Llama 4', { version: '4', group: 'Meta' }),
  scout: model('llama 4 scout'),
  unknown: model('acme-ranker', { version: '7' }),
};

const product = { activities: ['OFFER_PRODUCT'], principalPlaceOfBusiness: 'DE', fieldsOfUse: [] };

async function judged(
  components: readonly object[],
  use: Readonly<Record<string, unknown>> = product,
): Promise<JudgedBom> {
  const text = bill(components.map((each) => ({ ...each })));
  const bom = await inFolder({ 'bom.json': text }, (folder) => readBom(join(folder, 'bom.json')));
  if (!bom.ok || config === null) throw new Error('expected a sound bill');
  return judgeBom(store, config, { ...bom.value, file: 'build/my bom.json' }, use);
}

describe('a bill of materials', () => {
  it('is judged model by model, each found by its outside identifiers', async () => {
    const { models: found } = await judged(Object.values(models));
    expect(
      found.map(({ model: known, found: { by }, answer }) => `${known?.slug} ${by} ${answer}`),
    ).toEqual([
      'phi-4 purl ALLOWED',
      'qwen3-14b address ALLOWED',
      'kimi-k2 name UNKNOWN',
      'undefined null UNKNOWN',
      'llama-4-scout name NOT_ALLOWED',
      'undefined null UNKNOWN',
    ]);
  });

  it('is as a whole as its strictest model is', async () => {
    const all = Object.values(models);
    const one = new Map(
      await Promise.all(
        all.map(async (each) => [each, (await judged([each])).answer ?? 'ALLOWED'] as const),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 1 }), async (some) => {
        const { answer } = await judged(some);
        const strictest = some
          .map((each) => one.get(each) ?? 'ALLOWED')
          .reduce((most, each) => (strictness(each) > strictness(most) ? each : most));
        expect(answer).toBe(strictest);
      }),
      { numRuns: 5 },
    );
  });

  it('that names no models has nothing to judge', async () => {
    const whole = await judged([{ type: 'library', name: 'a' }]);
    expect([whole.answer, textReport(whole)]).toEqual([
      null,
      'build/my bom.json names no models (1 other components): nothing to judge.\n',
    ]);
  });

  it('never takes a name that several models share for one of them', async () => {
    const shared = [
      { url: 'https://huggingface.co/microsoft/phi-4' },
      { url: 'https://huggingface.co/Qwen/Qwen3-14B' },
    ];
    const { models: found } = await judged([model('x', { externalReferences: shared })]);
    expect(found).toMatchObject([{ model: null, answer: 'UNKNOWN' }]);
    expect(textReport(await judged([model('x', { externalReferences: shared })]))).toContain(
      'Several models of the graph have this name',
    );
  });

  it('has reasons for people, except for what is allowed', async () => {
    const text = textReport(await judged([models.phi, models.scout, models.unknown]));
    expect(text.split('\n')[0]).toBe(
      'NOT_ALLOWED  build/my bom.json as a whole: 3 models, for OFFER_PRODUCT',
    );
    expect(text).toContain('Llama 4 Acceptable Use Policy, last paragraph');
    expect(text).toContain('The graph does not know this model.');
    expect(text).not.toContain('Anybody may use');
  });

  it('has the use and the missing facts for programs', async () => {
    const report = JSON.parse(jsonReport(await judged([models.scout], { activities: ['RUN'] })));
    expect(report).toMatchObject({
      use: { activities: ['RUN'] },
      answer: 'UNKNOWN',
      models: [{ name: 'llama 4 scout', foundBy: 'name', model: { slug: 'llama-4-scout' } }],
    });
    expect(report.models[0].missing).toContain('PRINCIPAL_PLACE_OF_BUSINESS');
  });

  it('is valid SARIF, with the place of each model', async () => {
    const require = createRequire(import.meta.url);
    const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
    const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
    const validate = ajv.compile(schema);
    const whole = await judged(Object.values(models));
    const log = JSON.parse(sarifReport(whole));
    validate(log);
    expect(validate.errors).toBeNull();
    expect(validate({ ...log, version: '2.0.0' })).toBe(false);
    const results = log.runs[0].results as { level: string; locations: object[] }[];
    expect(results.map(({ level }) => level)).toEqual(
      whole.models.map(({ answer }) => levels[answer]),
    );
    expect(results[1]?.locations).toMatchObject([
      {
        physicalLocation: {
          artifactLocation: { uri: 'build/my%20bom.json' },
          region: { startLine: 11, startColumn: 5 },
        },
      },
    ]);
  });
});

describe('the use', () => {
  it('is the one of a product unless it is given', async () => {
    expect(await readUse(undefined)).toEqual({ activities: ['OFFER_PRODUCT'] });
  });

  it('may be JSON, a file, or the address of a question', async () => {
    const use = { activities: ['OFFER_PRODUCT'], principalPlaceOfBusiness: 'DE' };
    const text = JSON.stringify(use);
    expect(await readUse(text)).toEqual(use);
    expect(
      await inFolder({ 'use.json': text }, (folder) => readUse(join(folder, 'use.json'))),
    ).toEqual(use);
    expect(
      await readUse('https://example.org/may-i-use?model=x&do=OFFER_PRODUCT&place=de'),
    ).toEqual(use);
    expect(await readUse('do=OFFER_PRODUCT&place=de')).toEqual(use);
    expect(await readUse('do=OFFER_PRODUCT&place=Germany')).toEqual(use);
  });

  it.each([
    '{',
    '[]',
    '{"a":',
    'no/such/file.json',
    'https://example.org/may-i-use?do=NOTHING',
    'place=DE',
  ])('%s is refused as wrong usage', async (text) => {
    await expect(readUse(text)).rejects.toMatchObject({ exitCode: 2 });
  });

  it.each([
    [{ activities: ['NOTHING'] }],
    [{ activities: [] }],
    [{}],
    [{ activities: ['RUN'], more: 1 }],
    [{ activities: ['RUN'], markets: ['XX'] }],
  ])('%j is refused as the graph refuses it, whether or not it knows a model', async (use) => {
    for (const components of [[models.phi], [models.unknown]]) {
      await expect(judged(components, use)).rejects.toMatchObject({ exitCode: 2 });
    }
  });
});
