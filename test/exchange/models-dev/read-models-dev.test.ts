import { describe, expect, it } from 'vitest';
import { readModelsDev } from '../../../src/exchange/models-dev/read-models-dev.ts';
import { foundIn, problemsIn, statedIn } from '../catalog/read-into.ts';

const opus = {
  ...{ id: 'claude-opus-4-5', name: 'Claude Opus 4.5 (latest)', release_date: '2025-11-24' },
  ...{ open_weights: false, limit: { context: 200000, output: 64000 }, cost: { input: 5 } },
  modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
};
const kimi = {
  ...{ id: 'moonshotai/kimi-k2.6', name: 'Kimi K2.6', license: 'MIT', open_weights: true },
  weights: [
    { url: 'https://huggingface.co/moonshotai/Kimi-K2.6' },
    { url: 'https://huggingface.co/moonshotai/Kimi-K2.6-FP8', quantization: 'fp8' },
  ],
};
const file = (value: unknown) => ({ 'api.json': JSON.stringify(value) });
const service = (models: Readonly<Record<string, unknown>>) => ({ id: 'x', models });

describe('models.dev', () => {
  it("takes statements about a model from its maker's service, and not from others", async () => {
    const found = await foundIn(
      readModelsDev,
      file({
        anthropic: service({ 'claude-opus-4-5': opus, 'gpt-5': { ...opus, id: 'gpt-5' } }),
        reseller: service({ 'anthropic/claude-opus-4.5': { ...opus, limit: { context: 9 } } }),
      }),
      'api.json',
    );
    expect(statedIn(found)).toEqual([
      'Claude Opus 4.5: RELEASED_ON 2025-11-24',
      'Claude Opus 4.5: CONTEXT_TOKENS 200000',
      'Claude Opus 4.5: INPUT_MODALITIES TEXT, IMAGE, PDF',
      'Claude Opus 4.5: OUTPUT_MODALITIES TEXT',
      'Claude Opus 4.5: AVAILABILITY of WEIGHTS CLOSED',
      'Claude Opus 4.5: DEVELOPED_BY anthropic',
    ]);
    expect([found.read, found.entries[0]?.addresses]).toEqual([
      3,
      ['https://models.dev/models/anthropic/claude-opus-4-5'],
    ]);
    expect(found.leftOut).toContainEqual({
      what: 'model as a service offers it that did not make it',
      count: 2,
      examples: ['anthropic: gpt-5', 'reseller: anthropic/claude-opus-4.5'],
    });
  });

  it.each([
    ['models.json', { 'moonshotai/kimi-k2.6': kimi }],
    ['catalog.json', { models: { 'moonshotai/kimi-k2.6': kimi }, providers: { x: service({}) } }],
  ])('is read as %s, too, with the repository of the weights', async (_name, value) => {
    const found = await foundIn(readModelsDev, file(value), 'api.json');
    expect(statedIn(found).slice(0, 4)).toEqual([
      'Kimi K2.6: URL https://huggingface.co/moonshotai/Kimi-K2.6',
      'Kimi K2.6: AVAILABILITY of WEIGHTS OPEN',
      'Kimi K2.6: DEVELOPED_BY moonshotai',
      'Kimi K2.6: LICENSED_UNDER https://spdx.org/licenses/MIT',
    ]);
  });

  it.each<[unknown, readonly string[]]>([
    [[], ['api.json:1:1 bad-value: expected services by their ids: an object']],
    [{ anthropic: {} }, ['api.json:1:14 missing-key: "anthropic.models" is missing']],
    [
      { anthropic: service({ a: { ...opus, limit: { context: 'long' } } }) },
      ['api.json:1:164 bad-value: anthropic.models.a.limit.context: expected a number'],
    ],
    [{ 'a/b': { id: 'a/b', name: '' } }, ['api.json:1:27 bad-value: a/b.name: expected a name']],
  ])('%j is refused with its place', async (value, expected) => {
    expect(await problemsIn(readModelsDev, file(value), 'api.json')).toEqual(expected);
  });
});
