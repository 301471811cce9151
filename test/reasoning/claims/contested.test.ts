import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContestableClaim, contestedIds } from '../../../src/reasoning/claims/contested.ts';
import { anyClaims } from './claims.ts';

let count = 0;
function license(objectId: string, given: Partial<ContestableClaim> = {}): ContestableClaim {
  count += 1;
  return {
    id: String(count),
    subjectId: 'Model:a',
    property: 'LICENSED_UNDER',
    artifact: 'WEIGHTS',
    rank: 'NORMAL',
    value: null,
    objectId,
    expression: null,
    since: null,
    until: null,
    ...given,
  };
}
const fact = (property: ContestableClaim['property'], value: ContestableClaim['value']) =>
  license('', { property, value, objectId: null, artifact: null });

/** Whether two claims contest each other. It is always both or neither. */
function areContested(one: ContestableClaim, other: ContestableClaim): boolean {
  const found = contestedIds([one, other]);
  expect([0, 2]).toContain(found.size);
  return found.size === 2;
}

describe('contested claims', () => {
  it('differ beyond the tolerance of their property', () => {
    expect(areContested(fact('CONTEXT_TOKENS', 131_072), fact('CONTEXT_TOKENS', 128_000))).toBe(
      false,
    );
    expect(areContested(fact('CONTEXT_TOKENS', 131_072), fact('CONTEXT_TOKENS', 1_048_576))).toBe(
      true,
    );
    expect(areContested(fact('RELEASED_ON', '2025-07'), fact('RELEASED_ON', '2025-07-11'))).toBe(
      false,
    );
    expect(areContested(fact('RELEASED_ON', '2025-07'), fact('RELEASED_ON', '2025-08-01'))).toBe(
      true,
    );
    const parameters = (value: number) => fact('TOTAL_PARAMETERS', value);
    expect(areContested(parameters(14_000_000_000), parameters(14_700_000_000))).toBe(false);
    expect(areContested(parameters(230_000_000_000), parameters(228_700_000_000))).toBe(false);
    expect(areContested(parameters(1_040_000_000_000), parameters(1_000_000_000_000))).toBe(false);
    expect(areContested(parameters(671_000_000_000), parameters(685_000_000_000))).toBe(true);
    expect(areContested(parameters(70_000_000_000), parameters(75_000_000_000))).toBe(true);
    const modalities = fact('INPUT_MODALITIES', ['TEXT', 'IMAGE']);
    expect(areContested(modalities, fact('INPUT_MODALITIES', ['IMAGE', 'TEXT']))).toBe(false);
    expect(areContested(modalities, fact('INPUT_MODALITIES', ['TEXT']))).toBe(true);
  });

  it('are on one subject, property and artifact', () => {
    const one = license('License:a');
    expect(areContested(one, license('License:b'))).toBe(true);
    expect(areContested(one, license('License:b', { subjectId: 'Model:b' }))).toBe(false);
    expect(areContested(one, license('License:b', { artifact: 'INFERENCE_CODE' }))).toBe(false);
    expect(areContested(one, license('License:b', { artifact: null }))).toBe(false);
  });

  it('are current, but may be PREFERRED', () => {
    const one = license('License:a', { rank: 'PREFERRED' });
    expect(areContested(one, license('License:b'))).toBe(true);
    expect(areContested(one, license('License:b', { rank: 'DEPRECATED' }))).toBe(false);
  });

  it('hold for a day in common', () => {
    const until = license('License:a', { until: '2025-03-25' });
    expect(areContested(until, license('License:b', { since: '2025-03-25' }))).toBe(false);
    expect(areContested(until, license('License:b', { since: '2025-03-24' }))).toBe(true);
    expect(areContested(until, license('License:b', { since: '2025-03' }))).toBe(false);
    expect(areContested(until, license('License:b', { since: '2025-02' }))).toBe(true);
    expect(areContested(until, license('License:b'))).toBe(true);
  });

  it('give different answers: an expression of several licenses is one answer', () => {
    const expression = 'A AND B';
    const both = license('License:a', { expression });
    expect(areContested(both, license('License:b', { expression }))).toBe(false);
    expect(areContested(both, license('License:b', { expression: 'A  AND B' }))).toBe(false);
    expect(areContested(both, license('License:a', { expression: 'A OR B' }))).toBe(true);
    expect(areContested(both, license('License:a'))).toBe(true);
    expect(areContested(license('License:a'), license('License:a', { expression: 'A' }))).toBe(
      false,
    );
  });

  it('are on properties that have one value', () => {
    const statement = (value: string) => fact('STATEMENT', value);
    expect(areContested(statement('One.'), statement('Other.'))).toBe(false);
    const developer = (objectId: string) => license(objectId, { property: 'DEVELOPED_BY' });
    expect(areContested(developer('Organization:a'), developer('Organization:b'))).toBe(false);
  });

  it('do not depend on the order of the claims', () => {
    fc.assert(
      fc.property(anyClaims(), ([claims, shuffled]) => {
        expect(contestedIds(shuffled)).toEqual(contestedIds(claims));
      }),
    );
  });

  it('are never deprecated, never alone, and stay when more is claimed', () => {
    fc.assert(
      fc.property(anyClaims(), anyClaims(), ([claims], [more]) => {
        const contested = contestedIds(claims);
        for (const { id, rank, subjectId, property, artifact } of claims) {
          if (!contested.has(id)) continue;
          expect(rank).not.toBe('DEPRECATED');
          const rivals = claims.filter((other) => {
            return (
              other.id !== id &&
              contested.has(other.id) &&
              other.subjectId === subjectId &&
              other.property === property &&
              other.artifact === artifact
            );
          });
          expect(rivals).not.toEqual([]);
        }
        const larger = contestedIds([...claims, ...more]);
        expect([...contested].filter((id) => !larger.has(id))).toEqual([]);
      }),
    );
  });

  it('are settled by deprecating all answers but one', () => {
    fc.assert(
      fc.property(anyClaims(), ([claims]) => {
        const settled = claims.map((claim) => ({ ...claim, rank: 'DEPRECATED' as const }));
        expect(contestedIds([...settled, ...claims.slice(0, 1)]).size).toBe(0);
      }),
    );
  });
});
