import { expect, it } from 'vitest';
import { askedKind } from '../../../src/text/search/asked-kind.ts';
import { parseSearchQuery } from '../../../src/text/search/search-words.ts';

it.each([
  ['license for StarCoder2', 'LICENSE'],
  ['Licence with a patent grant', 'LICENSE'],
  ['speech model from OpenAI', 'MODEL'],
  ['largest models of the Pythia suite', 'MODEL'],
  ['tools for tuning', 'TOOL'],
  ['a model that judges answers', null],
  ['public ranking of models by scores', null],
  ['must use the same license', null],
  ['open license', null],
  ['for', null],
  ['', null],
])('reads the kind that %j asks for', (query, kind) => {
  expect(askedKind(parseSearchQuery(query))).toBe(kind);
});
