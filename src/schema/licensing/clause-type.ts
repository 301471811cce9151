import type { MaybePromise } from '../../base/maybe-promise.ts';
import { andThen } from '../../base/promises.ts';
import { licensePart, licenseTerms } from '../../loaders/license-loader.ts';
import { planSelection } from '../../loaders/plan.ts';
import {
  type ClauseRecord,
  type Duty,
  licenseIdOfClause,
  zClauseRecord,
  zDuty,
} from '../../ontology/clause.ts';
import { ClauseEffectEnum } from '../../ontology/clause-vocabulary.ts';
import { ActivityEnum } from '../../ontology/use-vocabulary.ts';
import { builder } from '../builder.ts';
import { LicenseDocumentRef } from '../catalog/license.ts';
import type { GraphContext } from '../context.ts';
import { enumRef } from '../enums.ts';
import { entityField, sourceField } from '../fields/entity-field.ts';
import { needing } from '../fields/field-needs.ts';
import { recordFields } from '../fields/record-fields.ts';
import { stored } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { LicenseRef } from '../refs.ts';
import { ClauseConditionRef } from './clause-condition.ts';

const DutyRef = builder.objectRef<Duty>('Duty').implement({
  description: 'Something that a clause requires.',
  fields: (t) =>
    recordFields(t, zDuty, {
      kind: 'The kind of duty.',
      name: 'The text to show, or the word that a name must begin with. Null if the duty has neither.',
      beforeUse:
        'Whether it must be done before the use, such as registration or notice to the licensor.',
    }),
});

export const ClauseRef = builder.objectRef<ClauseRecord>('Clause').implement({
  description:
    'A rule of a license. It applies if a condition of appliesWhen holds, or if appliesWhen is empty. It does not apply if a condition of exceptWhen holds.',
  interfaces: [NodeRef],
  fields: (t) => ({
    ...recordFields(
      t,
      zClauseRecord,
      {
        key: 'Its stable name, unique within the license.',
        effect: 'The effect of the clause.',
        activities: 'The activities it is about.',
        activitiesVersion:
          'The version of the list of activities that the clause was read with. Whether it is about an activity that was added later is unknown until it is read again.',
        duty: 'What the clause requires. Only for the effect REQUIRES.',
        appliesWhen: 'It applies when any of these holds; empty: always.',
        exceptWhen: 'It does not apply when any of these holds.',
        bindsDerivatives:
          'The derivation methods through which the clause also binds the derived model.',
        text: 'The rule in our own words.',
        section: 'The part of the document that contains it.',
        evidence: "How its source was read. Null: the editors' own judgment.",
      },
      { duty: DutyRef, appliesWhen: [ClauseConditionRef], exceptWhen: [ClauseConditionRef] },
    ),
    license: entityField(t, LicenseRef, 'The license that contains it.', ({ id }) =>
      licenseIdOfClause(id),
    ),
    document: t.field({
      type: LicenseDocumentRef,
      nullable: true,
      description: 'The document that contains it. Null: not known.',
      resolve: ({ id, documentIndex }, _args, context) =>
        documentIndex === null
          ? null
          : andThen(licenseTerms(licenseIdOfClause(id), context), (license) =>
              license === null
                ? null
                : andThen(
                    stored(licensePart(license.terms), 'documents', context),
                    (documents) => documents[documentIndex] ?? null,
                  ),
            ),
    }),
    source: sourceField(t, 'The source in which it was read.'),
    asOf: t.exposeString('asOf', {
      nullable: true,
      description: 'The date of the reading: YYYY, YYYY-MM or YYYY-MM-DD.',
    }),
  }),
});

const clausesOnly = planSelection(['clauses']);

/** The clause with an id; null where its license has no such clause. */
export function clauseById(id: string, context: GraphContext): MaybePromise<ClauseRecord | null> {
  return andThen(context.loaders.entity(licenseIdOfClause(id), clausesOnly), (license) => {
    const clauses = (license?.clauses ?? []) as readonly ClauseRecord[];
    return clauses.find((clause) => clause.id === id) ?? null;
  });
}

builder.objectField(LicenseRef, 'clauses', (t) =>
  t.field({
    type: [ClauseRef],
    nullable: true,
    description: 'Its rules, in the order of its text. See clausesComplete.',
    args: {
      effect: t.arg({
        type: enumRef(ClauseEffectEnum),
        description: 'Only clauses with this effect.',
      }),
      activity: t.arg({
        type: enumRef(ActivityEnum),
        description: 'Only clauses about this activity.',
      }),
    },
    extensions: needing({ reads: ['clauses'] }),
    resolve: (license, { effect, activity }, context) =>
      andThen(stored(license, 'clauses', context), (clauses) =>
        clauses.filter(
          (clause) =>
            (effect == null || clause.effect === effect) &&
            (activity == null || clause.activities.includes(activity)),
        ),
      ),
  }),
);
