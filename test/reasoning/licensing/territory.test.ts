import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCondition, type Territory } from '../../../src/ontology/clause.ts';
import { NO, UNSURE, YES } from '../../../src/reasoning/claims/certainty.ts';
import {
  compileCondition,
  meetsTerritory,
} from '../../../src/reasoning/licensing/condition-holds.ts';
import { useProfile } from '../../../src/reasoning/licensing/use-profile.ts';
import { day, knownUse, withhold } from './generated.ts';

const union: Territory = { codes: ['EU'], inside: true, test: 'PLACE_OF_USE' };
function used(home: string | null, markets: string[] | null, reach: 'ANY' | 'WHOLE') {
  const [use] = fc.sample(knownUse, { numRuns: 1, seed: 1 });
  if (use === undefined) throw new Error('no use');
  const given = { ...use, principalPlaceOfBusiness: home, markets };
  const compiled = compileCondition({ ...emptyCondition, territory: union });
  return meetsTerritory(compiled, union, useProfile(given, day), reach);
}

describe('a place of use in the European Union', () => {
  it.each([
    ['FR', ['US'], 'ANY', YES],
    ['US', ['FR'], 'ANY', YES],
    ['US', ['US'], 'ANY', NO],
    ['FR', null, 'ANY', YES],
    [null, ['FR'], 'ANY', YES],
    // A business also uses its models at home, so the markets alone do not decide.
    [null, ['US'], 'ANY', UNSURE],
    ['US', null, 'ANY', UNSURE],
    [null, null, 'ANY', UNSURE],
    ['FR', ['DE'], 'WHOLE', YES],
    [null, ['DE'], 'WHOLE', UNSURE],
    [null, ['US'], 'WHOLE', NO],
    ['US', null, 'WHOLE', NO],
  ] as const)('home %s, markets %j, %s', (home, markets, reach, certainty) => {
    expect(used(home, markets === null ? null : [...markets], reach)).toBe(certainty);
  });

  it('is never decided differently by missing facts', () => {
    const keys = fc.subarray(['principalPlaceOfBusiness', 'markets'] as const);
    const compiled = compileCondition({ ...emptyCondition, territory: union });
    fc.assert(
      fc.property(knownUse, keys, fc.constantFrom('ANY', 'WHOLE'), (use, left, reach) => {
        const whole = meetsTerritory(compiled, union, useProfile(use, day), reach);
        const part = meetsTerritory(compiled, union, useProfile(withhold(use, left), day), reach);
        if (part !== UNSURE) expect(part).toBe(whole);
      }),
    );
  });
});
