import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

/** Folders with our own texts. Names and titles may have British spelling. */
const folders = ['licenses', 'models', 'organizations', 'sources', 'terms', 'tools'];
const named = new Set([
  'id',
  'slug',
  'formerSlugs',
  'aliases',
  'labels',
  'source',
  'title',
  'to',
  'url',
]);

const british =
  /\b(?:(?:sub)?licences?|\w*(?:behaviou|favou|endeavou|colou|labou)r\w*|\w*[lrtnmd]is(?:e[drs]?|ing|ations?)|learnt|towards|catalogues?|judgements?|labell(?:ed|ing)|modelling|artefacts?|centres?|analysed?|defences?|data sets?)\b/giu;
/** Words with these endings in American English too. */
const american =
  /^(?:a?ris|promis|premis|paradis|surpris|compris|enterpris|advertis|expertis|treatis)/iu;

function proseOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(proseOf);
  if (value === null || typeof value !== 'object') return [];
  const entries = Object.entries(value).filter(([key]) => !named.has(key));
  return entries.flatMap(([key, inner]) => (key === 'relations' ? notesOf(inner) : proseOf(inner)));
}

/** The notes and other texts of relations, without slugs. */
function notesOf(relations: unknown): readonly string[] {
  const ends = Object.values((relations ?? {}) as Readonly<Record<string, unknown>>).flat();
  return ends.flatMap((end) => (typeof end === 'string' ? [] : proseOf(end)));
}

function britishIn(text: string): readonly string[] {
  return (text.match(british) ?? []).filter((word) => !american.test(word));
}

it('texts of ours are spelled as in the US', () => {
  expect(britishIn('a licence with optimised behaviour, learnt towards it')).toHaveLength(5);
  const found = folders.flatMap((folder) =>
    readdirSync(join('seeds', folder)).flatMap((file) => {
      const seed: unknown = parse(readFileSync(join('seeds', folder, file), 'utf8'));
      return proseOf(seed).flatMap((text) => britishIn(text).map((word) => `${file}: ${word}`));
    }),
  );
  expect(found).toEqual([]);
});
