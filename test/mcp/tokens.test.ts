import fc from 'fast-check';
import { countTokens as countOlder } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as countNewer } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { Answer } from '../../src/mcp/answer.ts';
import { estimatedTokens } from '../../src/mcp/tokens.ts';

const source = { title: 'A paper', url: 'https://example.org/paper' };
const sentence = fc
  .array(fc.constantFrom('weights', 'MIT', '109B', 'is', 'under', 'the', 'license,'), {
    minLength: 3,
    maxLength: 40,
  })
  .map((words) => `${words.join(' ')}.`);

describe('an answer', () => {
  it('is never longer than the limit, and complete if there is room', () => {
    const sections = fc.array(fc.array(sentence, { maxLength: 30 }), { maxLength: 6 });
    fc.assert(
      fc.property(sections, fc.integer({ min: 300, max: 3000 }), (lines, most) => {
        const answer = new Answer('# Title');
        for (const [index, section] of lines.entries()) {
          answer.section(`Part ${index}`);
          for (const line of section) answer.item(line, { source, asOf: '2026' });
        }
        const text = answer.render(most);
        expect(estimatedTokens(text)).toBeLessThanOrEqual(most);
        expect(Math.max(countOlder(text), countNewer(text))).toBeLessThanOrEqual(most);
        const shown = lines.flat().filter((line) => text.includes(line)).length;
        if (!text.includes('Cut at')) expect(shown).toBe(lines.flat().length);
        expect(text.includes('Sources:')).toBe(/ \[1\]/.test(text));
      }),
    );
  });

  it('says how many lines of which part it left out', () => {
    const answer = new Answer('# Title').section('Facts');
    for (let number = 0; number < 200; number += 1) answer.item(`Fact number ${number} is a fact.`);
    const text = answer.section('More').line('One more.').render(300);
    const shown = text.match(/^- Fact/gm)?.length ?? 0;
    expect(text).toContain(
      `Cut at 300 tokens. Left out: ${200 - shown} lines of Facts; More. A larger “max_tokens” gives more.`,
    );
  });
});
