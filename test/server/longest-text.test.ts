import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { answerOf, type Probe, startProbe } from './start-probe.ts';

const longest = 100_000;

describe('the longest text that annotate takes', () => {
  const maxBodyBytes = readConfig({}).config?.maxBodyBytes ?? 0;
  let probe: Probe;
  beforeAll(async () => {
    probe = await startProbe({ maxBodyBytes });
  });
  afterAll(() => probe.close());

  const escaped = (json: string) =>
    json.replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

  it.each([
    ['Latin', 'a'],
    ['Cyrillic', 'я'],
    ['Han', '語'],
    ['quotation marks', '"'],
    ['control characters', '\u0001'],
  ])('fits the body by default, written and escaped: %s', async (_script, character) => {
    const variables = { text: character.repeat(longest) };
    const body = JSON.stringify({ query: '{ __typename }', variables });
    for (const sent of [body, escaped(body)]) {
      const { status } = await answerOf(
        await fetch(probe.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: sent,
        }),
      );
      expect(status).toBe(200);
    }
  });
});
