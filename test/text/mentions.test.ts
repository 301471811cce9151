import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import { findMentions } from '../../src/text/mentions/find-mentions.ts';
import type { MentionLabel } from '../../src/text/mentions/label.ts';
import { mostMeanings } from '../../src/text/mentions/meanings.ts';
import { buildMentionIndex } from '../../src/text/mentions/mention-index.ts';
import { anyText } from './any-text.ts';
import { seedIndex as index, seedLabels as labels, seedProse as prose } from './seed-index.ts';

function found(text: string): string[] {
  return findMentions(index, text).map((mention) => `${mention.text}=${mention.entityIds[0]}`);
}

function label(text: string, more: Partial<MentionLabel> = {}): MentionLabel {
  return { text, entityId: text, kind: 'TERM', role: 'NAME', ...more };
}

describe('findMentions', () => {
  it.each<[string, string[]]>([
    ['RAG helps.', ['RAG=TERM:retrieval-augmented-generation']],
    ['a rag, two rags and a Rag', []],
    [
      'RAGs and (RAG)',
      ['RAGs=TERM:retrieval-augmented-generation', 'RAG=TERM:retrieval-augmented-generation'],
    ],
    ['sparse MoEs', ['MoEs=TERM:mixture-of-experts']],
    ['Curly, Larry and moe', []],
    [
      'open-weight models and OPEN WEIGHTS',
      ['open-weight models=TERM:open-weights', 'OPEN WEIGHTS=TERM:open-weights'],
    ],
    ['open, weights', []],
    ['They are open. Weights differ.', []],
    ['a mixture of\nexperts', ['mixture of\nexperts=TERM:mixture-of-experts']],
    ['mixture\n\nof experts', []],
    ['a base model as a service', ['model as a service=TERM:model-as-a-service']],
    ['permissive licences', ['permissive licences=TERM:permissive-licence']],
    [
      'quantization, quantisation',
      ['quantization=TERM:quantization', 'quantisation=TERM:quantization'],
    ],
    ['finetuning', ['finetuning=TERM:fine-tuning']],
    ['Llama 3.1 405B', ['Llama 3.1 405B=MODEL:llama-3.1-405b']],
    ['Llama 3.1, the first', ['Llama 3.1=MODEL:llama-3.1-405b']],
    ['Llama 3.1 9B', []],
    ['Llama 3.9', []],
    ['gpt-oss runs, gpt-oss-21b too', ['gpt-oss=MODEL:gpt-oss-120b']],
    ['DeepSeek-R1 and DeepSeek-R1-0528', ['DeepSeek-R1=MODEL:deepseek-r1']],
    ['DeepSeek-V3.2', ['DeepSeek-V3.2=MODEL:deepseek-v3.2']],
    [
      'Apache-2.0 or Apache 2.0',
      ['Apache-2.0=LICENSE:apache-2.0', 'Apache 2.0=LICENSE:apache-2.0'],
    ],
    ['run command a second time', []],
    ['with Command A today', ['Command A=MODEL:command-a']],
    ['with Command A+ today', ['Command A+=MODEL:command-a-plus']],
    ['use Transformers or vLLM', ['Transformers=TOOL:transformers', 'vLLM=TOOL:vllm']],
    ['Transformers are networks', ['Transformers=TERM:transformer']],
    ['the transformers', ['transformers=TERM:transformer']],
    ['we inspect, accelerate and meta', []],
    ['Meta’s models', ['Meta=ORGANIZATION:meta']],
    ['from Nvidia or NVIDIA', ['Nvidia=ORGANIZATION:nvidia', 'NVIDIA=ORGANIZATION:nvidia']],
    ['he grants access, a restriction', []],
    [
      'A licence limit is a restriction.',
      ['licence limit=TERM:licence-limit', 'restriction=TERM:licence-limit'],
    ],
    ['see meta.com, https://example.org/pytorch/rag and me@openai.com', []],
    ['my_model_card.x', []],
    ['pip install pytorch', ['pytorch=TOOL:pytorch']],
    ['Z.ai and llama.cpp.', ['Z.ai=ORGANIZATION:z-ai', 'llama.cpp=TOOL:llama-cpp']],
    ['under Art. 53(2) of it', ['Art. 53(2=TERM:open-source-exemption']],
    ['LLM-based, GPT-5.5-class', ['LLM=TERM:large-language-model', 'GPT-5.5=MODEL:gpt-5.5']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('finds every name by itself, among the candidates where it is shared', () => {
    const lost = labels.filter(({ text, entityId, role }) => {
      const mentions = findMentions(index, `use ${text} now`);
      return role === 'NAME' && !mentions.some((mention) => mention.entityIds.includes(entityId));
    });
    expect(lost.map(({ text }) => text)).toEqual([]);
  });

  it('keeps to the kinds asked for; a part of a longer name is none, whatever they are', () => {
    const text = 'DeepSeek-R1 by DeepSeek';
    const found = findMentions(index, text, { kinds: ['ORGANIZATION'] });
    expect(found.map(({ start, text }) => [start, text])).toEqual([[15, 'DeepSeek']]);
    expect(findMentions(index, text, { kinds: [] })).toEqual([]);
  });

  it('chooses by role, kind, degree and id when a label is shared', () => {
    const shared = finish(
      buildMentionIndex([
        label('alpha beta', { entityId: 'z', role: 'HIDDEN', degree: 9 }),
        label('alpha beta', { entityId: 'y', role: 'ALIAS', degree: 9 }),
        label('alpha beta', { entityId: 'x', kind: 'MODEL', degree: 9 }),
        label('alpha beta', { entityId: 'w', degree: 1 }),
        label('alpha beta', { entityId: 'v', degree: 2 }),
        label('alpha beta', { entityId: 'u', degree: 2 }),
      ]),
    );
    const order = findMentions(shared, 'Alpha-beta')[0]?.entityIds;
    expect(order).toEqual(['u', 'v', 'w', 'x', 'y', 'z']);
  });

  it('finds what the text names among the many that an ordinary word may mean', () => {
    const grants = Array.from({ length: 30 }, (_, n) => [
      label(`Award ${n} of many`, { entityId: `${n}` }),
      label('grant', { entityId: `${n}`, role: 'ALIAS', degree: 30 - n }),
    ]);
    const awards = finish(buildMentionIndex(grants.flat()));
    const of = (text: string) => findMentions(awards, text).map(({ entityIds }) => entityIds);
    expect(of('the grant')).toEqual([]);
    expect(of('the grant, which is Award 27 of many')).toEqual([['27'], ['27']]);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(...labels.map(({ text }) => text)),
      anyText,
      fc.constantFrom(' ', ', ', '. '),
    ),
    { maxLength: 12 },
  );

  it('gives places inside the text that never overlap, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          pieces.map((parts) => parts.join(' ')),
        ),
        (text) => {
          let last = 0;
          for (const { start, end, text: written } of findMentions(index, text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toBe(written);
            last = end;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds the same within a longer text', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join(' ');
        const alone = findMentions(index, text).map(({ text }) => text);
        const before = 'Zzyzx qux.\n\n';
        const among = findMentions(index, `${before}${text}\n\nQux zzyzx.`);
        expect(among.map(({ text }) => text)).toEqual(alone);
        expect(among.every(({ start }) => start >= before.length)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a label in any case and with hyphens only as its rules say', () => {
    const rules = finish(
      buildMentionIndex([label('LoRA', { role: 'ALIAS' }), label('token'), label('K2')]),
    );
    const of = (text: string) => findMentions(rules, text).map((mention) => mention.text);
    expect(of('LoRA LoRAs lora LORA Lo-RA')).toEqual(['LoRA', 'LoRAs', 'Lo-RA'].slice(0, 2));
    expect(of('token Tokens TOKENS tokenize')).toEqual(['token', 'Tokens', 'TOKENS']);
    expect(of('K2 k2 K2-V2 K2.5')).toEqual(['K2']);
  });
});

describe('the work of findMentions', () => {
  const hostile = finish(
    buildMentionIndex([
      label(`${'a '.repeat(20)}b`),
      label('a'),
      label('a a a'),
      label('mixture of experts of mixture of experts of x'),
    ]),
  );
  const steps = (text: string) => {
    const count = { steps: 0 };
    findMentions(hostile, text, { count });
    return count.steps;
  };

  it.each([
    ['a a a …', 'a '],
    ["one label's beginning", 'mixture of experts of '],
    ['one word', 'a'],
    ['hyphens', 'a-'],
    ['digits', '1.'],
    ['white space', ' \n'],
    ['emoji', '👩‍👩‍👧‍👦'],
  ])('grows as the text does: %s', (_, unit) => {
    const small = unit.repeat(Math.ceil(10_000 / unit.length));
    const one = steps(small);
    const ten = steps(small.repeat(10));
    expect(ten).toBeLessThanOrEqual(one * 10.2);
    expect(ten).toBeLessThanOrEqual(small.length * 10 * 100);
  });

  it('does not grow with the number of entities that share a name', () => {
    const sharing = (entities: number) =>
      finish(
        buildMentionIndex(
          Array.from({ length: entities }, (_, n) => label('break', { entityId: `${n}` })),
        ),
      );
    const text = 'break '.repeat(10_000);
    const [few, many] = [20, 2000].map((entities) => {
      const count = { steps: 0 };
      const mentions = findMentions(sharing(entities), text, { count });
      expect(mentions).toHaveLength(10_000);
      for (const { entityIds } of mentions) expect(entityIds).toHaveLength(mostMeanings);
      return count.steps;
    });
    expect(many).toBeLessThan((few ?? 0) * 1.2);
  });

  it('reads 100 kB of the seeds in bounded steps', () => {
    const text = prose.join(' ').repeat(2).slice(0, 100_000);
    const count = { steps: 0 };
    findMentions(index, text, { count });
    expect(count.steps / text.length).toBeLessThan(10);
  });
});
