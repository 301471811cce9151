import type { ClauseRecord } from './clause.ts';
import { spanOf } from './partial-date.ts';
import type { LicenseRecord } from './records.ts';
import type { DerivationMethod } from './vocabulary.ts';

/**
 * What the classes of models depend on in a license. Most changes of a license leave this as it is:
 * models then keep their classes, and only the few classes are judged again.
 */
export interface LicenseShape {
  /** Whether no part of the license was read. */
  readonly isUnread: boolean;
  readonly isComplete: boolean;
  /** Whether a date of its agreement is known. */
  readonly isDated: boolean;
  /** Whether a clause depends on the modalities or on the licensors of a model. */
  readonly asksModalities: boolean;
  readonly asksLicensors: boolean;
  /** The different sets of derivations through which clauses bind derivatives. */
  readonly follows: readonly (readonly DerivationMethod[])[];
  /** The first days on which its text and those of its clauses may have been published. */
  readonly days: readonly string[];
}

type Terms = {
  readonly clauses: readonly ClauseRecord[];
  readonly clausesComplete: boolean;
  readonly documents: readonly Pick<LicenseRecord['documents'][number], 'kind' | 'publishedOn'>[];
};

export function licenseShape({ clauses, clausesComplete, documents }: Terms): LicenseShape {
  const agreements = documents.filter(({ kind }) => kind === 'AGREEMENT');
  const [published] = firstDays(agreements.map(({ publishedOn }) => publishedOn));
  const ofClauses = clauses.map(({ documentIndex }) =>
    documentIndex === null ? null : documents[documentIndex]?.publishedOn,
  );
  const conditions = clauses.flatMap(({ appliesWhen, exceptWhen }) => [
    ...appliesWhen,
    ...exceptWhen,
  ]);
  const follows = clauses.map(({ bindsDerivatives }) => [...new Set(bindsDerivatives)].sort());
  return {
    isUnread: !clausesComplete && clauses.length === 0 && published === undefined,
    isComplete: clausesComplete,
    isDated: published !== undefined,
    asksModalities: conditions.some(({ multimodal }) => multimodal !== null),
    asksLicensors: conditions.some(({ competesWithLicensor }) => competesWithLicensor !== null),
    follows: [...new Map(follows.map((set) => [set.join(), set])).values()].sort(bySet),
    days: firstDays([published, ...ofClauses]),
  };
}

function bySet(one: readonly string[], other: readonly string[]): number {
  return one.join() < other.join() ? -1 : 1;
}

/** The first days of the dates that are known, each once and in order. */
function firstDays(dates: readonly (string | null | undefined)[]): readonly string[] {
  const known = dates.flatMap((date) => (date == null ? [] : [spanOf(date).first]));
  return [...new Set(known)].sort();
}
