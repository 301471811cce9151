import type { LicenseResolution, LicenseTarget } from '../../src/text/license-strings/types.ts';
import type { LicenseString } from './strings.ts';

/** The comparison of a resolution with the expected result. */
export interface Score {
  /** Whether there is an answer: a license or an expression, not candidates. */
  readonly answered: boolean;
  readonly answerExpected: boolean;
  readonly candidatesExpected: boolean;
  readonly right: boolean;
}

function names(target: LicenseTarget, id: string): boolean {
  return /[A-Z]/.test(id)
    ? target.spdx?.id === id
    : target.license?.slug === id || target.spdx?.id === id;
}

function answeredRight(expected: string, got: LicenseResolution): boolean {
  if (expected.startsWith('=')) {
    return got.kind === 'LICENSE' && got.target?.license?.slug === expected.slice(1);
  }
  if (expected.startsWith('spdx:')) {
    return got.kind === 'SPDX_LICENSE' && got.target?.spdx?.id === expected.slice(5);
  }
  return got.kind === 'EXPRESSION' && got.expression?.text === expected.slice(5);
}

function listedRight(expected: string, got: LicenseResolution): boolean {
  const wanted = expected.slice(1).split(',');
  const [first = ''] = wanted;
  return (
    got.kind === 'CANDIDATES' &&
    got.candidates.slice(0, 3).some(({ target }) => names(target, first)) &&
    wanted.every((id) => got.candidates.some(({ target }) => names(target, id)))
  );
}

export function score({ expected }: LicenseString, got: LicenseResolution): Score {
  const answered = got.kind !== 'CANDIDATES' && got.kind !== 'NONE';
  const answerExpected = /^(?:=|spdx:|expr:)/.test(expected);
  const candidatesExpected = expected.startsWith('?');
  const right = answerExpected
    ? answeredRight(expected, got)
    : candidatesExpected
      ? listedRight(expected, got)
      : expected === '-'
        ? got.kind === 'NONE'
        : !answered;
  return { answered, answerExpected, candidatesExpected, right };
}
