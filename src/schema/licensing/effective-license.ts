import { andThen } from '../../base/promises.ts';
import { licensePart } from '../../loaders/license-loader.ts';
import { lineageOf } from '../../loaders/lineage-loader.ts';
import { type EffectiveLicense, licensesOf } from '../../reasoning/licensing/effective-licenses.ts';
import type { LicenseConflict } from '../../reasoning/licensing/license-conflicts.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ArtifactRef } from '../enums.ts';
import { LineageStepRef } from '../explore/lineage-field.ts';
import { entityField } from '../fields/entity-field.ts';
import { toDay } from '../fields/filter-conditions.ts';
import { LicenseRef, ModelRef } from '../refs.ts';
import { ClauseRef } from './clause-type.ts';
import { lineageSteps } from './verdict.ts';

const LicenseConflictRef = builder.objectRef<LicenseConflict>('LicenseConflict').implement({
  description: 'A conflict between two licenses that both bind, seen from one of them.',
  fields: (t) => ({
    license: t.field({
      type: LicenseRef,
      description: 'The other license.',
      resolve: ({ license }) => licensePart(license),
    }),
    ours: t.expose('ours', {
      type: ClauseRef,
      nullable: true,
      description: 'The clause of the license that it is seen from.',
    }),
    theirs: t.expose('theirs', {
      type: ClauseRef,
      nullable: true,
      description: 'The clause of the other license.',
    }),
    explanation: t.exposeString('explanation', { description: 'The conflict in words.' }),
  }),
});

const EffectiveLicenseRef = builder.objectRef<EffectiveLicense>('EffectiveLicense').implement({
  description:
    "A license that binds everyone who takes an artifact: the model's own, or an inherited one.",
  fields: (t) => ({
    license: t.field({
      type: LicenseRef,
      description: 'The license.',
      resolve: ({ license }) => licensePart(license),
    }),
    artifact: t.expose('artifact', {
      type: ArtifactRef,
      description: 'The artifact that it covers.',
    }),
    inheritedFrom: entityField(
      t,
      ModelRef,
      "The model that it was inherited from. Null: it is only the model's own license.",
      ({ inheritedFrom }) => inheritedFrom,
    ),
    via: t.field({
      type: [LineageStepRef],
      description: 'The derivations through which it was inherited, starting at the model.',
      resolve: ({ via }) => lineageSteps(via),
    }),
    stated: t.exposeBoolean('stated', {
      description: 'Whether it is stated for the model itself.',
    }),
    clauses: t.expose('clauses', {
      type: [ClauseRef],
      description: 'The clauses of the license that bind for this model.',
    }),
    conflicts: t.expose('conflicts', {
      type: [LicenseConflictRef],
      description: 'Its conflicts with other licenses that also bind.',
    }),
    explanation: t.exposeString('explanation', { description: 'Why it binds, in words.' }),
  }),
});

const dayArgument = builder.args((t) => ({
  on: t.field({
    type: 'Date',
    description: 'The day on which the artifact is taken. Default: today (UTC).',
  }),
}));

builder.objectField(ModelRef, 'effectiveLicenses', (t) =>
  t.field({
    type: [EffectiveLicenseRef],
    nullable: true,
    description:
      'All licenses that bind everyone who takes an artifact of the model: its own licenses, and those inherited along its lineage.',
    args: dayArgument,
    resolve: ({ id }, { on }, context) => {
      return andThen(bindingsOf(id, on, context), (bindings) =>
        bindings.flatMap(([artifact, binding]) => licensesOf(binding, artifact).licenses),
      );
    },
  }),
);

builder.objectField(ModelRef, 'effectiveLicenseNotes', (t) =>
  t.field({
    type: ['String'],
    nullable: true,
    description:
      'What `effectiveLicenses` leaves out or leaves open, and why. Examples are cycles in the lineage, models and licenses that are not recorded, licenses that sources or dates leave open, a lineage that is too large to follow, and derivatives that the licensor made itself.',
    args: dayArgument,
    resolve: ({ id }, { on }, context) =>
      andThen(bindingsOf(id, on, context), (bindings) => [
        ...new Set(bindings.flatMap(([artifact, binding]) => licensesOf(binding, artifact).notes)),
      ]),
  }),
);

/** The binding of each artifact on the day of the arguments. */
function bindingsOf(id: string, on: Date | null | undefined, context: GraphContext) {
  return lineageOf(context).bindingsOf(id, on ? toDay(on) : context.today);
}
