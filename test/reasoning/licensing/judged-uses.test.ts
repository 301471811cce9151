import { expect, it } from 'vitest';
import { readUse } from '../../../src/ontology/read-use.ts';
import { judgedProfiles, judgedUses } from '../../../src/reasoning/licensing/judged-uses.ts';
import { licenseBinding, useVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';
import { licenseOf, today } from './seed-graph.ts';

it.each(judgedUses)('$name is a possible use', ({ input }) => {
  expect(readUse(input, today)).toMatchObject({ ok: true });
});

it('gives every fact of a use: only the license leaves an answer unknown', () => {
  const ofUse = new Set<string>();
  for (const slug of ['llama-4-community', 'kimi-modified-mit', 'mit', 'mistral-modified-mit']) {
    for (const profile of judgedProfiles(today)) {
      const binding = licenseBinding(licenseOf(slug), today);
      for (const missing of useVerdict(binding, profile).missing) ofUse.add(missing);
    }
  }
  // Without a model, the facts about it stay unknown.
  ofUse.delete('MODALITIES');
  ofUse.delete('LICENSE_TEXT');
  ofUse.delete('COMPETES_WITH');
  expect([...ofUse]).toEqual([]);
});
