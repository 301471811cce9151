import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import { fold } from '../../src/text/fold/fold.ts';
import { findMentions } from '../../src/text/mentions/find-mentions.ts';
import { seedIndex, seedLabels } from './seed-index.ts';

function found(text: string): string[] {
  return findMentions(seedIndex, text).map((mention) => `${mention.text}=${mention.entityIds[0]}`);
}

const labelsOfKind = (...kinds: EntityKind[]) =>
  seedLabels.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
const folds = new Set(seedLabels.map(({ text }) => fold(text)));

/**
 * The entities that a part of a text names. Terms with the same letters do not count: xAI is not
 * XAI.
 */
function properNamesOf(part: string, text: string): readonly string[] {
  return findMentions(seedIndex, text)
    .filter((mention) => fold(mention.text) === fold(part))
    .flatMap(({ entityIds }) => entityIds)
    .filter((id) => !id.startsWith('TERM:'));
}

/** Expects that a longer name does not name the entity of its part, unless it is a label itself. */
function expectNoPart(whole: string, part: string): void {
  if (folds.has(fold(whole))) return;
  for (const text of [whole, `we tried ${whole} today`, `- **${whole}**: good`]) {
    expect(properNamesOf(part, text), text).toEqual([]);
  }
}

const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  (name) => name.replaceAll('-', ' '),
  (name) => name.replaceAll(' ', '-'),
  (name) => name.replaceAll('-', '‑'),
];
const spelling = fc.constantFrom(...spellings);
const joint = fc.constantFrom(' ', '-', '‑', '_', '−', '\u200b-', '** ', ' *');

describe('a part of a longer name', () => {
  it.each([
    'phi-4-mini-instruct',
    'Phi-4-reasoning',
    'Phi-4 mini',
    'phi 4 mini',
    'PHI-4 MINI',
    'phi4:mini',
    'deepseek-r1:8b',
    '**Phi-4**-mini',
    'DeepSeek-R1-Distill-Qwen-7B',
    'deepseek r1 distill qwen 7b',
    'Nous-Hermes-Llama-3.1-405B',
    'Hermes 3 Llama 3.1 405B',
    'uncensored-deepseek-r1',
    'DeepSeek V4',
    'DeepSeek-V4',
    'deepseek v4',
    '**DeepSeek** V4',
    'DeepSeek Coder',
    'MiniMax-M9',
    'OpenMDW 1.2',
    'LangChain-Community',
    'MIT-CMU',
    'MIT Press',
    'Kimi K2 Thinking Turbo',
    'Llama 3.1 405B Instruct',
  ])('is no mention: %s', (text) => {
    expect(found(text)).toEqual([]);
    expect(found(`They tried ${text}, too.`)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['DeepSeek V4 Pro', ['DeepSeek V4 Pro=MODEL:deepseek-v4-pro']],
    ['Microsoft Phi-4', ['Microsoft=ORGANIZATION:microsoft', 'Phi-4=MODEL:phi-4']],
    ['Mistral Mixtral 8x7B', ['Mixtral 8x7B=MODEL:mixtral-8x7b']],
    ['Meta-Llama-3.1-405B', ['Meta=ORGANIZATION:meta', 'Llama-3.1-405B=MODEL:llama-3.1-405b']],
    ['a Phi-4-based model', ['Phi-4=MODEL:phi-4']],
    ['Apache-2.0-licensed code', ['Apache-2.0=LICENSE:apache-2.0']],
    ['an OpenAI-compatible server', ['OpenAI=ORGANIZATION:openai']],
    ['non-MIT', ['MIT=LICENSE:mit']],
    ['MIT-or-Apache-2.0', ['MIT=LICENSE:mit', 'Apache-2.0=LICENSE:apache-2.0']],
    ['PyTorch 2.6', ['PyTorch=TOOL:pytorch']],
    ['Google 2024', ['Google=ORGANIZATION:google']],
    ['the Phi-4 reasoning model', ['Phi-4=MODEL:phi-4', 'reasoning model=TERM:reasoning-model']],
    ['Modified MIT License', ['Modified MIT=TERM:modified-mit']],
    ['Phi-4. Mini models', ['Phi-4=MODEL:phi-4']],
    ['Phi-4, Mini', ['Phi-4=MODEL:phi-4']],
  ])('is told from a name beside others: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('is not a mention of any model, in any spelling, with a suffix', () => {
    const suffix = fc.constantFrom(
      ...'mini Mini MINI instruct Instruct Reasoning reasoning Distill Pro Flash Turbo'.split(' '),
      ...'coder Vision Zero R1 v9 V0.3 Distill-Qwen-32B mini-instruct Swallow abliterated'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...labelsOfKind('MODEL')),
        spelling,
        joint,
        suffix,
        (name, spell, between, ending) => expectNoPart(`${spell(name)}${between}${ending}`, name),
      ),
      { numRuns: 3000 },
    );
  });

  it('is not a mention of any model, in any spelling, with a prefix', () => {
    const prefix = fc.constantFrom('Mini', 'Tiny', 'Nous-Hermes', 'Hermes 3', 'Dolphin', 'Distill');
    const hyphenated = fc.constantFrom('mini-', 'uncensored-', 'my-', 'x‑', 'Qux-', '**Qux**-');
    fc.assert(
      fc.property(
        fc.constantFrom(...labelsOfKind('MODEL')),
        spelling,
        fc.oneof(
          prefix.map((word) => `${word} `),
          hyphenated,
        ),
        (name, spell, before) => {
          const whole = `${before}${spell(name)}`;
          if (folds.has(fold(whole))) return;
          // At the start of a sentence, a capital letter does not mark a name.
          const text = `we tried ${whole} today`;
          expect(properNamesOf(name, text), text).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is not a mention of an organization before a version or a hyphen', () => {
    // "XAI" is also explainable AI. A term is found anywhere.
    const terms = new Set(labelsOfKind('TERM').map(fold));
    const names = labelsOfKind('ORGANIZATION').filter((name) => !terms.has(fold(name)));
    const ending = fc.constantFrom(' V9', '-V9', ' R1', '-r1', ' 67B', '-Coder', ' 9.9', '‑chat');
    fc.assert(
      fc.property(fc.constantFrom(...names), spelling, ending, (name, spell, after) =>
        expectNoPart(`${spell(name)}${after}`, name),
      ),
      { numRuns: 1000 },
    );
  });

  it('is not a mention of a license or a tool before a hyphen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labelsOfKind('LICENSE', 'TOOL')),
        spelling,
        fc.constantFrom('-CMU', '-community', '-qux', '‑ng'),
        (name, spell, after) => expectNoPart(`${spell(name)}${after}`, name),
      ),
      { numRuns: 1000 },
    );
  });
});
