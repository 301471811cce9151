import type { MaybePromise } from '../../base/maybe-promise.ts';
import { andThen } from '../../base/promises.ts';
import { licensePart, licenseTerms } from '../../loaders/license-loader.ts';
import { planSelection } from '../../loaders/plan.ts';
import { type ClauseRecord, type Duty, licenseIdOfClause } from '../../ontology/clause.ts';
import { builder } from '../builder.ts';
import { LicenseDocumentRef } from '../catalog/license.ts';
import type { GraphContext } from '../context.ts';
import { DerivationMethodRef, EvidenceRef } from '../enums.ts';
import { entityField, sourceField } from '../fields/entity-field.ts';
import { planned } from '../fields/field-plan.ts';
import { stored } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { LicenseRef } from '../refs.ts';
import { ClauseConditionRef } from './clause-condition.ts';
import { ActivityRef, ClauseEffectRef, DutyKindRef } from './use-enums.ts';

const DutyRef = builder.objectRef<Duty>('Duty').implement({
  description: 'Something that a clause requires.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DutyKindRef, description: 'The kind of duty.' }),
    name: t.exposeString('name', {
      nullable: true,
      description:
        'The text to show, or the word that a name must begin with. Null if the duty has neither.',
    }),
    beforeUse: t.exposeBoolean('beforeUse', {
      description:
        'Whether it must be done before the use, such as registration or notice to the licensor.',
    }),
  }),
});

/** A rule of a license. */
export const ClauseRef = builder.objectRef<ClauseRecord>('Clause').implement({
  description:
    'A rule of a license. It applies if a condition of appliesWhen holds, or if appliesWhen is empty. It does not apply if a condition of exceptWhen holds.',
  interfaces: [NodeRef],
  fields: (t) => ({
    license: entityField(t, LicenseRef, 'The license that contains it.', ({ id }) =>
      licenseIdOfClause(id),
    ),
    key: t.exposeString('key', { description: 'Its stable name, unique within the license.' }),
    effect: t.expose('effect', { type: ClauseEffectRef, description: 'The effect of the clause.' }),
    activities: t.expose('activities', {
      type: [ActivityRef],
      description: 'The activities it is about.',
    }),
    activitiesVersion: t.exposeInt('activitiesVersion', {
      description:
        'The version of the list of activities that the clause was read with. Whether it is about an activity that was added later is unknown until it is read again.',
    }),
    duty: t.expose('duty', {
      type: DutyRef,
      nullable: true,
      description: 'What the clause requires. Only for the effect REQUIRES.',
    }),
    appliesWhen: t.expose('appliesWhen', {
      type: [ClauseConditionRef],
      description: 'It applies when any of these holds; empty: always.',
    }),
    exceptWhen: t.expose('exceptWhen', {
      type: [ClauseConditionRef],
      description: 'It does not apply when any of these holds.',
    }),
    bindsDerivatives: t.expose('bindsDerivatives', {
      type: [DerivationMethodRef],
      description: 'The derivation methods through which the clause also binds the derived model.',
    }),
    text: t.exposeString('text', { description: 'The rule in our own words.' }),
    section: t.exposeString('section', {
      nullable: true,
      description: 'The part of the document that contains it.',
    }),
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
    evidence: t.expose('evidence', {
      type: EvidenceRef,
      nullable: true,
      description: "How its source was read. Null: the editors' own judgment.",
    }),
    source: sourceField(t, 'The source in which it was read.'),
    asOf: t.string({
      nullable: true,
      description: 'The date of the reading: YYYY, YYYY-MM or YYYY-MM-DD.',
      resolve: ({ asOf }) => asOf,
    }),
  }),
});

const clausesOnly = planSelection(['clauses']);

/** The clause of an id; null where its license has none of that key. */
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
      effect: t.arg({ type: ClauseEffectRef, description: 'Only clauses with this effect.' }),
      activity: t.arg({ type: ActivityRef, description: 'Only clauses about this activity.' }),
    },
    extensions: planned({ reads: ['clauses'] }),
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
