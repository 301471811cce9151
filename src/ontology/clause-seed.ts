import { z } from 'zod';
import {
  type ActivityVersions,
  activitiesUpTo,
  activityVersions,
  versionsSoFar,
} from './activity-versions.ts';
import {
  allDerivations,
  type ClauseCondition,
  type ClauseRecord,
  clauseId,
  emptyCondition,
} from './clause.ts';
import { zSeedCondition } from './clause-condition-seed.ts';
import { ClauseEffectEnum, DutyKindEnum } from './clause-vocabulary.ts';
import { zodEnum } from './enumeration.ts';
import { isPartialDate } from './partial-date.ts';
import { zLine, zProse } from './plain-text.ts';
import { zSlug } from './slug.ts';
import { type Activity, zActivity } from './use-vocabulary.ts';
import {
  type DerivationMethod,
  DerivationMethodEnum,
  type DocumentKind,
  type Evidence,
  zEvidence,
} from './vocabulary.ts';

// The `clauses` of a license's seed file: clause records with short forms for frequent values.

/** Named sets of derivations. */
const derivationSets: Readonly<Record<'ALL' | 'COPIES' | 'NONE', readonly DerivationMethod[]>> = {
  ALL: allDerivations,
  COPIES: allDerivations.filter((method) => method !== 'DISTILLED'),
  NONE: [],
};

const zActivities = z.union(
  [z.enum(['ALL', 'ALL_BUT_HOSTED_USE']), z.array(zActivity).min(1)],
  'expected ALL, ALL_BUT_HOSTED_USE or a list of activities',
);

/** A version of the activities, as a file or a clause states it. */
export const zActivitiesVersion = z
  .literal([...versionsSoFar()])
  .describe('The version of the activities that the reader of the clauses knew.');

const zDerivations = z
  .union(
    [z.enum(['ALL', 'COPIES', 'NONE']), z.array(zodEnum(DerivationMethodEnum)).min(1)],
    'expected ALL, COPIES (all but distillation), NONE or a list of derivation methods',
  )
  .transform((written) => [...(typeof written === 'string' ? derivationSets[written] : written)]);

const zSeedDuty = z
  .union(
    [
      zodEnum(DutyKindEnum),
      z.strictObject({
        kind: zodEnum(DutyKindEnum).describe('The kind of duty.'),
        name: zLine.optional().describe('What to show or begin a name with.'),
        beforeUse: z.boolean().optional().describe('Whether it comes before the use.'),
      }),
    ],
    'expected a kind of duty, or an object with kind, name and beforeUse',
  )
  .transform((written) =>
    typeof written === 'string'
      ? { kind: written, name: null, beforeUse: false }
      : {
          kind: written.kind,
          name: written.name ?? null,
          beforeUse: written.beforeUse ?? false,
        },
  );

const zConditions = z
  .union([zSeedCondition, z.array(zSeedCondition).min(1)])
  .transform((written) => (Array.isArray(written) ? written : [written]));

const zDate = z
  .union([z.int().min(1000).max(9999), z.string().refine(isPartialDate)], 'expected a date')
  .transform(String);

/** One clause as a seed file writes it. */
export const zSeedClause = z
  .strictObject({
    key: zSlug.describe('Name of the clause, unique in the file. Never changes.'),
    effect: zodEnum(ClauseEffectEnum).describe('What the clause does.'),
    activities: zActivities.describe('The activities it is about.'),
    activitiesVersion: zActivitiesVersion
      .optional()
      .describe('The version of the activities it was read with, where not that of the file.'),
    duty: zSeedDuty.optional().describe('What is to be done; with REQUIRES only.'),
    appliesWhen: zConditions.optional().describe('It applies when any of these holds.'),
    exceptWhen: zConditions.optional().describe('It does not apply when any of these holds.'),
    bindsDerivatives: zDerivations.describe(
      'The derivation methods through which the clause also binds the derived model.',
    ),
    text: zProse.max(400).describe('The rule in our own words.'),
    section: z.coerce.string().pipe(zLine).optional().describe('Where in the document it is.'),
    document: z
      .string()
      .optional()
      .describe('AGREEMENT (unless given), USE_POLICY, or the title of a document of the file.'),
    source: zSlug.optional().describe('Id of a source; without it the `cite` of the file holds.'),
    evidence: zEvidence.optional().describe('How the source was read.'),
    asOf: zDate.optional().describe('The day, month or year the statement is from.'),
  })
  .refine(({ effect, duty }) => (effect === 'REQUIRES') === (duty !== undefined), {
    path: ['duty'],
    message: 'expected a duty with the effect REQUIRES, and with no other',
  });
export type SeedClause = z.output<typeof zSeedClause>;

/** The `clauses` of a seed file. */
export const zSeedClauses = z.array(zSeedClause).superRefine((clauses, context) => {
  const seen = new Set<string>();
  clauses.forEach(({ key }, index) => {
    if (seen.has(key)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'key'],
        message: `"${key}" is listed twice`,
      });
    }
    seen.add(key);
  });
});

/** The values that a clause takes from its file. */
export interface ClauseContext {
  /** The version of the activities for clauses that state none; null if the file states none. */
  readonly activitiesVersion: number | null;
  readonly licenseId: string;
  readonly documents: readonly { readonly kind: DocumentKind; readonly title: string }[];
  /** The citation for every clause of the file that has no source of its own. */
  readonly cite: {
    readonly sourceId: string | null;
    readonly evidence: Evidence | null;
    readonly asOf: string | null;
  };
}

/**
 * The index of the document that a clause names by title or kind (the first of that kind), or null.
 */
export function documentIndexOf(
  { document = 'AGREEMENT' }: Pick<SeedClause, 'document'>,
  documents: ClauseContext['documents'],
): number | null {
  const titled = documents.findIndex(({ title }) => title === document);
  const index = titled >= 0 ? titled : documents.findIndex(({ kind }) => kind === document);
  return index >= 0 ? index : null;
}

function withDefaults(conditions: readonly Partial<ClauseCondition>[] = []): ClauseCondition[] {
  return conditions.map((condition) => ({ ...emptyCondition, ...condition }));
}

/** The activities of a clause. A named set is limited to those that its reader knew. */
function activitiesOf(
  { activities }: Pick<SeedClause, 'activities'>,
  version: number,
  versions: ActivityVersions,
): Activity[] {
  if (typeof activities !== 'string') return activities;
  const known = activitiesUpTo(version, versions);
  return known.filter((activity) => activities === 'ALL' || activity !== 'USE_HOSTED_PRODUCT');
}

/**
 * The records of a file's clauses. A clause that names a source is cited by that source alone.
 * `versions` is the vocabulary of activities.
 */
export function clauseRecords(
  clauses: readonly SeedClause[],
  { licenseId, documents, cite, activitiesVersion }: ClauseContext,
  versions: ActivityVersions = activityVersions,
): ClauseRecord[] {
  return clauses.map((clause) => {
    const own = clause.source !== undefined;
    const version = clause.activitiesVersion ?? activitiesVersion;
    if (version === null) throw new Error(`${licenseId} ${clause.key}: no version of activities`);
    return {
      id: clauseId(licenseId, clause.key),
      key: clause.key,
      effect: clause.effect,
      activities: activitiesOf(clause, version, versions),
      activitiesVersion: version,
      duty: clause.duty ?? null,
      appliesWhen: withDefaults(clause.appliesWhen),
      exceptWhen: withDefaults(clause.exceptWhen),
      bindsDerivatives: clause.bindsDerivatives,
      text: clause.text,
      section: clause.section ?? null,
      documentIndex: documentIndexOf(clause, documents),
      evidence: own ? (clause.evidence ?? null) : cite.evidence,
      sourceId: own ? `Source:${clause.source}` : cite.sourceId,
      asOf: own ? (clause.asOf ?? null) : cite.asOf,
    };
  });
}
