import type { MaybePromise } from '../../base/maybe-promise.ts';
import { andThen } from '../../base/promises.ts';
import { licensePart, licenseTerms } from '../../loaders/license-loader.ts';
import { planSelection } from '../../loaders/plan.ts';
import { type ClauseRecord, type Duty, licenseIdOfClause } from '../../ontology/clause.ts';
import { builder } from '../builder.ts';
import { LicenseDocumentRef } from '../catalog/license.ts';
import type { GraphContext } from '../context.ts';
import { DerivationMethodRef, EvidenceRef } from '../enums.ts';
import { entityById } from '../fields/entity-field.ts';
import { planned } from '../fields/field-plan.ts';
import { stored } from '../fields/stored.ts';
import { NodeRef } from '../node.ts';
import { LicenseRef, SourceRef } from '../refs.ts';
import { ClauseConditionRef } from './clause-condition.ts';
import { ActivityRef, ClauseEffectRef, DutyKindRef } from './use-enums.ts';

const DutyRef = builder.objectRef<Duty>('Duty').implement({
  description: 'What is to be done.',
  fields: (t) => ({
    kind: t.expose('kind', { type: DutyKindRef, description: 'What it consists in.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'What to show, or to begin a name with; null where the duty names nothing.',
    }),
    beforeUse: t.exposeBoolean('beforeUse', {
      description: 'Whether it comes before the use: registration, notice to the licensor.',
    }),
  }),
});

/** A rule of a license. */
export const ClauseRef = builder.objectRef<ClauseRecord>('Clause').implement({
  description:
    'A rule of a license. It applies when any of appliesWhen holds (none: always) and none of exceptWhen does.',
  interfaces: [NodeRef],
  fields: (t) => ({
    license: t.field({
      type: LicenseRef,
      nullable: true,
      description: 'The license that it is a rule of.',
      resolve: ({ id }, _args, context, info) => entityById(licenseIdOfClause(id), context, info),
    }),
    key: t.exposeString('key', { description: 'Its name, unique within the license; stable.' }),
    effect: t.expose('effect', { type: ClauseEffectRef, description: 'What it does.' }),
    activities: t.expose('activities', {
      type: [ActivityRef],
      description: 'The activities it is about.',
    }),
    activitiesVersion: t.exposeInt('activitiesVersion', {
      description:
        'The version of the activities that its reader knew. Whether it is about one that came later is unknown until it is read again.',
    }),
    duty: t.expose('duty', {
      type: DutyRef,
      nullable: true,
      description: 'What is to be done; of clauses with the effect REQUIRES.',
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
      description: 'The derivations it follows to the derived model.',
    }),
    text: t.exposeString('text', { description: 'The rule in our own words.' }),
    section: t.exposeString('section', {
      nullable: true,
      description: 'Where in the document it stands.',
    }),
    document: t.field({
      type: LicenseDocumentRef,
      nullable: true,
      description: 'The document in which it stands; null: not known.',
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
      description: 'How its source was read; null: our own judgment.',
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'Where it was read.',
      resolve: ({ sourceId }, _args, context) =>
        sourceId === null ? null : context.loaders.source(sourceId),
    }),
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
    description: 'Its rules, in the order of its text; see clausesComplete.',
    args: {
      effect: t.arg({ type: ClauseEffectRef, description: 'Only clauses that do this.' }),
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
