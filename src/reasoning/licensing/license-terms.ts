import {
  type ActivityVersions,
  activitiesAfter,
  activityVersions,
} from '../../ontology/activity-versions.ts';
import { allDerivations, type ClauseRecord } from '../../ontology/clause.ts';
import type { DerivationMethod, DocumentKind } from '../../ontology/vocabulary.ts';
import { evidenceRank } from '../../ontology/vocabulary.ts';
import { type Certainty, NO, UNSURE, YES } from '../claims/certainty.ts';
import { firstDay, type Span } from '../claims/days.ts';
import { ASK, NOT_ALLOWED } from './answer-order.ts';
import { bitsOf } from './bits.ts';
import { type CompiledCondition, compileCondition } from './condition-holds.ts';
import type { Subject } from './subject.ts';
import { activityBits } from './use-profile.ts';

/** The parts of a license record that reasoning uses. */
export interface LicenseTerms {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly spdxId: string | null;
  readonly identifiers: readonly { readonly value: string }[];
  readonly osiApproved: boolean | null;
  readonly documents: readonly {
    readonly kind: DocumentKind;
    readonly title: string;
    readonly publishedOn: string | null;
  }[];
  readonly clauses: readonly ClauseRecord[];
  readonly clausesComplete: boolean;
}

/** What a clause contributes: a grant, a duty, a limit, or an event that would end the rights. */
type ClauseRole = 'GRANT' | 'DUTY' | 'LIMIT' | 'EVENT';

export interface CompiledClause {
  readonly record: ClauseRecord;
  readonly index: number;
  readonly role: ClauseRole;
  readonly activities: number;
  /** Activities newer than the clause. It is not known whether the clause is about them. */
  readonly unread: number;
  readonly follows: number;
  /** The answer where the clause applies; only limits have one. */
  readonly answer: number;
  readonly appliesWhen: readonly CompiledCondition[];
  readonly exceptWhen: readonly CompiledCondition[];
  readonly evidence: number;
  /** When the text of the clause was published; null means not known. */
  readonly published: Span | null;
  /** Whether a condition counts the monthly revenue of a part of a business. */
  readonly countsPartOfMonth: boolean;
  /** Whether a condition counts users, or depends on where the model is used. */
  readonly countsUsers: boolean;
  readonly looksAtPlaces: boolean;
  /** Whether a condition depends on something that uses are assumed not to be, such as unlawful. */
  readonly looksAtLaw: boolean;
  /** The document, section and rule, for display. */
  readonly sentence: string;
}

/** A license prepared for many verdicts. Build one for each license and graph revision. */
export interface CompiledLicense {
  readonly terms: LicenseTerms;
  readonly complete: boolean;
  readonly clauses: readonly CompiledClause[];
  /** The days between which its first text was published; null means not known. */
  readonly published: Span | null;
  /** When a source with one of its clauses was first read; null means not known. */
  readonly firstRead: Span | null;
  /** Lower-case names that an expression may use for it. */
  readonly names: ReadonlySet<string>;
}

const derivationBits = bitsOf(allDerivations);
/** Marks a path where the method of a step is not known. */
const METHOD_UNKNOWN = 1 << allDerivations.length;
const everyMethod = METHOD_UNKNOWN - 1;

/** The bit of a derivation method; null means not known. */
export function methodBit(method: DerivationMethod | null): number {
  return method === null ? METHOD_UNKNOWN : derivationBits([method]);
}

/** The path of some derivations. The order of the methods does not matter. */
export function pathOf(methods: readonly (DerivationMethod | null)[]): number {
  return methods.reduce((path, method) => path | methodBit(method), 0);
}

/** Whether a clause is inherited along a path of derivations, given by its methods. */
export function followsPath(follows: number, path: number): Certainty {
  if ((path & everyMethod & ~follows) !== 0) return NO;
  if ((path & METHOD_UNKNOWN) === 0 || follows === everyMethod) return YES;
  return follows === 0 ? NO : UNSURE;
}

/** Whether a clause is only about models of another kind than the one with the license. */
function isAboutOthers({ appliesWhen }: CompiledClause, { multimodal }: Subject): boolean {
  if (multimodal === null || appliesWhen.length === 0) return false;
  return appliesWhen.every(
    ({ condition }) => condition.multimodal !== null && condition.multimodal !== multimodal,
  );
}

/** Whether a clause binds at the end of a path of derivations; 0 for the model's own license. */
export function binds(clause: CompiledClause, path: number, subject: Subject): boolean {
  return (
    (path === 0 || followsPath(clause.follows, path) !== NO) && !isAboutOthers(clause, subject)
  );
}

function roleOf({ effect, appliesWhen }: ClauseRecord): ClauseRole {
  if (effect === 'PERMITS') return 'GRANT';
  if (effect === 'REQUIRES') return 'DUTY';
  return effect === 'TERMINATES' && appliesWhen.length === 0 ? 'EVENT' : 'LIMIT';
}

/**
 * The sentence of a clause: "Apache License, Version 2.0, section 4(a): …". A section in words is
 * kept.
 */
function sentenceOf({ documents, name }: LicenseTerms, clause: ClauseRecord): string {
  const title =
    clause.documentIndex === null ? name : (documents[clause.documentIndex]?.title ?? name);
  const { section } = clause;
  if (section === null) return `${title}: ${clause.text}`;
  const place = /^[a-z]{4,}|^[A-Z][a-z]{3,}/u.test(section) ? section : `section ${section}`;
  return `${title}, ${place}: ${clause.text}`;
}

function textDates(
  { documents }: LicenseTerms,
  { documentIndex }: ClauseRecord,
): readonly string[] {
  const date = documentIndex === null ? null : (documents[documentIndex]?.publishedOn ?? null);
  return date === null ? [] : [date];
}

function compileClause(
  terms: LicenseTerms,
  record: ClauseRecord,
  index: number,
  versions: ActivityVersions,
): CompiledClause {
  const conditions = [...record.appliesWhen, ...record.exceptWhen];
  return {
    record,
    index,
    role: roleOf(record),
    activities: activityBits(record.activities),
    unread: activityBits(activitiesAfter(record.activitiesVersion, versions)),
    follows: derivationBits(record.bindsDerivatives),
    answer: record.effect === 'NEEDS_SEPARATE_LICENSE' ? ASK : NOT_ALLOWED,
    appliesWhen: record.appliesWhen.map(compileCondition),
    exceptWhen: record.exceptWhen.map(compileCondition),
    evidence: evidenceRank(record.evidence),
    published: firstDay(textDates(terms, record)),
    countsPartOfMonth: conditions.some(
      ({ threshold }) =>
        threshold?.window === 'CALENDAR_MONTH' &&
        (threshold.scope === 'PRODUCT' || threshold.scope === 'BUSINESS_LINE'),
    ),
    countsUsers: conditions.some(({ threshold }) => threshold?.metric === 'MONTHLY_ACTIVE_USERS'),
    looksAtPlaces: conditions.some(({ territory }) => territory?.test === 'PLACE_OF_USE'),
    looksAtLaw: conditions.some(({ fieldsOfUse }) => fieldsOfUse?.includes('UNLAWFUL')),
    sentence: sentenceOf(terms, record),
  };
}

function publishedSpan({ documents }: LicenseTerms): CompiledLicense['published'] {
  const dates = documents.flatMap(({ kind, publishedOn }) =>
    kind === 'AGREEMENT' && publishedOn !== null ? [publishedOn] : [],
  );
  return firstDay(dates);
}

/** Compiles a license once for many verdicts. `versions` are the versions of the activities. */
export function compileLicense(
  terms: LicenseTerms,
  versions: ActivityVersions = activityVersions,
): CompiledLicense {
  const names = [
    terms.slug,
    terms.spdxId ?? terms.slug,
    ...terms.identifiers.map((id) => id.value),
  ];
  return {
    terms,
    complete: terms.clausesComplete,
    clauses: terms.clauses.map((clause, index) => compileClause(terms, clause, index, versions)),
    published: publishedSpan(terms),
    firstRead: firstDay(terms.clauses.flatMap(({ asOf }) => asOf ?? [])),
    names: new Set(names.map((name) => name.toLowerCase())),
  };
}
