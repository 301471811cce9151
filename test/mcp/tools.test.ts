import { countTokens as countOlder } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as countNewer } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDataset } from '../support/seeds.ts';
import { type Arguments, connectTools, publicUrl, type ToolsClient } from './tools-client.ts';

let tools: ToolsClient;
beforeAll(async () => {
  tools = await connectTools();
});
afterAll(() => tools.close());

/** Tokens of a text, by the vocabulary that needs more. */
function tokens(text: string): number {
  return Math.max(countNewer(text), countOlder(text));
}

const names = [
  'search',
  'describe',
  'may_i_use',
  'models_for_use',
  'resolve_license',
  'explain_path',
  'compare',
];

describe('the list of tools', () => {
  it('has seven, which only read, and takes up at most 3,000 tokens', async () => {
    const list = await tools.client.listTools();
    expect(list.tools.map(({ name }) => name)).toEqual(names);
    for (const { annotations, title, description } of list.tools) {
      expect(annotations).toEqual({ readOnlyHint: true, openWorldHint: false });
      expect([title, description]).toEqual([expect.any(String), expect.any(String)]);
    }
    expect(tokens(JSON.stringify({ tools: list.tools }))).toBeLessThanOrEqual(3000);
  });

  it('says of every argument what it is, and takes no other', async () => {
    const list = await tools.client.listTools();
    for (const { inputSchema } of list.tools) {
      expect(inputSchema.additionalProperties).toBe(false);
      const types = Object.values(inputSchema.properties ?? {});
      for (const type of types) expect(type).toHaveProperty('type');
    }
  });
});

/** Every entity of a few, and those with the longest descriptions. */
async function someEntities(): Promise<readonly Arguments[]> {
  const { entities } = await seedDataset();
  const longest = ['open-weights', 'llama-4-community', 'llama-3.2-community', 'meta', 'alibaba'];
  return entities
    .map(({ record }) => record)
    .filter(({ slug }, index) => index % 40 === 0 || longest.includes(slug))
    .map(({ kind, slug }) => ({ kind, name: slug }));
}

const questions: readonly (readonly [string, Arguments])[] = [
  ['search', { query: 'license', limit: 50 }],
  ['models_for_use', { limit: 100 }],
  ['models_for_use', { limit: 100, use: { activities: ['OFFER_PRODUCT'], based_in: 'DE' } }],
  ['may_i_use', { model: 'DeepSeek-R1-Distill-Llama-70B', activities: ['REDISTRIBUTE'] }],
  ['may_i_use', { license: 'llama3.1', activities: ['HOST_AS_SERVICE', 'FINE_TUNE'] }],
  ['compare', { names: ['MIT', 'Apache-2.0', 'llama4', 'gemma', 'openrail++'] }],
  ['compare', { names: ['phi-4', 'olmo-3-32b', 'kimi-k3', 'glm-5.3', 'llama-4-scout'] }],
  ['resolve_license', { text: 'llama' }],
  ['explain_path', { from: 'phi-4', to: 'eu-ai-act' }],
];

describe('an answer', () => {
  it('takes up at most 2,000 tokens, and says where it was cut', async () => {
    const asked = [
      ...questions,
      ...(await someEntities()).map((given) => ['describe', given] as const),
    ];
    let cut = 0;
    for (const [name, given] of asked) {
      const { text, isError } = await tools.call(name, given);
      expect([name, given, isError]).toEqual([name, given, false]);
      expect(tokens(text)).toBeLessThanOrEqual(2000);
      cut += text.includes('Cut at 2000 tokens. Left out: ') ? 1 : 0;
    }
    expect(cut).toBeGreaterThan(3);
  });

  it('is longer or shorter where it is asked to be', async () => {
    const lengths: number[] = [];
    for (const max_tokens of [300, 1000, 6000]) {
      const { text } = await tools.call('describe', { name: 'open weights', max_tokens });
      expect(tokens(text)).toBeLessThanOrEqual(max_tokens);
      lengths.push(tokens(text));
      expect(text).toContain(`${publicUrl}/terms/open-weights`);
    }
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
    expect(lengths[2]).toBeGreaterThan(2500);
  });

  it('lists the sources of what it says, and no other', async () => {
    const { text } = await tools.call('describe', { name: 'Llama 4 Scout' });
    const [said = '', listed = ''] = text.split('\nSources:\n');
    const cited = new Set([...said.matchAll(/\[(\d+)\]/g)].map(([, number]) => number));
    const sources = [...listed.matchAll(/^\[(\d+)\] \S.* https:\/\/\S+$/gm)].map(([, n]) => n);
    expect(sources).toEqual([...cited].sort());
    expect(sources.length).toBeGreaterThan(1);
  });
});

describe('a name', () => {
  it.each([
    ['Llama 4 Scout', '# Llama 4 Scout (model)'],
    ['llama-4-scout', '# Llama 4 Scout (model)'],
    ['model:llama-4-scout', '# Llama 4 Scout (model)'],
    [`${publicUrl}/models/llama-4-scout`, '# Llama 4 Scout (model)'],
    ['google/gemma-4-E2B-it', '# Gemma 4 E2B (model)'],
    ['gemma-4-e2b-it', '# Gemma 4 E2B (model)'],
    ['https://huggingface.co/google/gemma-4-E2B-it', '# Gemma 4 E2B (model)'],
    ['RAG', '# Retrieval-augmented generation (term'],
    ['apache 2', '# Apache License 2.0 (license)'],
    ['Llama 4', '“Llama 4” names 2 things here.'],
  ])('%s finds what it names', async (name, beginning) => {
    const { text } = await tools.call('describe', { name });
    expect(text.slice(0, beginning.length)).toBe(beginning);
  });
});

describe('a question that cannot be answered', () => {
  it.each<[string, Arguments, RegExp]>([
    ['describe', {}, /name: expected text, got nothing/],
    ['describe', { name: 7 }, /name: expected text, got 7/],
    ['describe', { name: ' ' }, /name: expected text, got “ ”/],
    ['describe', { nam: 'x', name: 'x' }, /unknown argument “nam” \(perhaps “name”\)/],
    ['describe', { name: 'Phi-4', kind: 'MODELS' }, /expected one of .*; perhaps “MODEL”/],
    ['describe', { name: 'Phi-4', max_tokens: 1 }, /whole number from 300 to 20000, got 1/],
    ['describe', { name: 'Lama 4 Scot' }, /names nothing .*Perhaps: Llama 4 Scout \(model:/],
    ['describe', { name: 'qwzx'.repeat(500) }, /“qwzxqwzx.*…” \(“name”\) names nothing/],
    ['may_i_use', { model: 'phi-4' }, /activities: expected a list of 1 to 8 items, got nothing/],
    ['may_i_use', { activities: ['RUN'] }, /either “model” or “license”/],
    [
      'may_i_use',
      { model: 'phi-4', activities: ['RUNS'] },
      /activities\.0: expected one of RUN, .*perhaps “RUN”/,
    ],
    [
      'may_i_use',
      { model: 'phi-4', activities: ['RUN'], based_in: 'Berlin' },
      /“based_in”: expected a country, such as DE or Germany, got “Berlin”/,
    ],
    ['may_i_use', { model: 'phi-4', activities: ['RUN'], markets: ['UK'] }, /Perhaps: GB/],
    ['may_i_use', { model: 'phi-4', activities: ['RUN'], obtained_on: '2026' }, /expected a day/],
    ['may_i_use', { model: 'phi-4', activities: ['RUN'], annual_revenue: -1 }, /0 or more, got -1/],
    ['may_i_use', { model: 'Claude', activities: ['RUN'] }, /names \d+ models\. Expected one of/],
    [
      'models_for_use',
      { use: { basd_in: 'DE' } },
      /use\.activities: .*“basd_in” \(perhaps “based_/,
    ],
    ['models_for_use', { use: 'RUN' }, /expected an object/],
    ['models_for_use', { developers: ['Mistrl AI'] }, /“developers”\).*Perhaps: Mistral AI/],
    ['compare', { names: ['phi-4'] }, /names: expected a list of 2 to 5 items, got a list of 1/],
    ['compare', { names: ['MIT', 'phi-4'] }, /all of one kind, got .*license; .*model/],
    ['compare', { names: ['phi-4', 'Phi-4'] }, /two of them are the same/],
    ['explain_path', { from: 'phi-4', to: 'Appache 2' }, /“to”\) names nothing/],
    ['search', { query: 'x', kinds: ['TERM', []] }, /kinds\.1: expected one of .*got a list of 0/],
  ])('%s %j says what was expected', async (name, given, message) => {
    const said = await tools.call(name, given);
    expect(said).toEqual({ text: expect.stringMatching(message), isError: true });
    expect(said.text).not.toMatch(/\n\s+at |undefined|\[object/);
    expect(tokens(said.text)).toBeLessThan(400);
  });

  it('surprises nobody', () => expect(tools.unexpected).toEqual([]));
});
