import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questions } from './questions.ts';
import { connectTools, type ToolsClient } from './tools-client.ts';

let tools: ToolsClient;
beforeAll(async () => {
  tools = await connectTools();
});
afterAll(() => tools.close());

describe('questions that people ask a model', () => {
  it('are twenty or more, each answered by two calls or one', () => {
    expect(questions.length).toBeGreaterThanOrEqual(20);
    for (const { calls } of questions) expect([1, 2]).toContain(calls.length);
  });

  it('take every tool but search', async () => {
    const used = new Set(questions.flatMap(({ calls }) => calls.map(([tool]) => tool)));
    const all = (await tools.client.listTools()).tools.map(({ name }) => name);
    expect([...used, 'search'].sort()).toEqual([...all].sort());
  });

  it.each(questions)('$question', async ({ calls, holds, lacks = [] }) => {
    const texts: string[] = [];
    for (const [tool, given] of calls) {
      const { text, isError } = await tools.call(tool, given);
      expect([text, isError]).toEqual([text, false]);
      texts.push(text);
    }
    const said = texts.join('\n\n');
    for (const part of holds) expect(said).toMatch(part);
    for (const part of lacks) expect(said).not.toMatch(part);
  });
});
