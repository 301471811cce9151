import { allThen, andThen } from '../../base/promises.ts';
import { bestOutward } from '../../loaders/best-outward.ts';
import { licensePart, licenseTerms } from '../../loaders/license-loader.ts';
import { lineageOf } from '../../loaders/lineage-loader.ts';
import { type EdgePlan, edgePlan, planSelection } from '../../loaders/plan.ts';
import { UseAnswerEnum, UseFactEnum } from '../../ontology/use-vocabulary.ts';
import type { DerivationStep } from '../../reasoning/licensing/binding.ts';
import { noModel } from '../../reasoning/licensing/subject.ts';
import {
  licenseBinding,
  type UseReason,
  type UseVerdict,
  useVerdict,
} from '../../reasoning/licensing/use-verdict.ts';
import { builder } from '../builder.ts';
import { EvidenceRef, enumRef } from '../enums.ts';
import { LineageStepRef } from '../explore/lineage-field.ts';
import { sortOrder } from '../fields/orders.ts';
import { LicenseRef, ModelRef } from '../refs.ts';
import { ClauseRef } from './clause-type.ts';
import { UseInputRef, useOf } from './use-input.ts';

/** The derivations between a model and an ancestor, as steps of its lineage. */
export function lineageSteps(via: readonly DerivationStep[]) {
  return via.map(({ relationId, child, parent }, index) => ({
    id: parent.id,
    parentId: child.id,
    relationId,
    depth: index + 1,
    cyclic: false,
  }));
}

const UseReasonRef = builder.objectRef<UseReason>('UseReason').implement({
  description: 'A reason for a verdict.',
  fields: (t) => ({
    effect: t.expose('effect', {
      type: enumRef(UseAnswerEnum),
      description: 'The answer that this reason alone would give.',
    }),
    license: t.field({
      type: LicenseRef,
      nullable: true,
      description: 'The license that it is about. Null if no license is known.',
      resolve: ({ license }) => (license === null ? null : licensePart(license)),
    }),
    clause: t.expose('clause', {
      type: ClauseRef,
      nullable: true,
      description:
        'The clause. Null if the reason is not a clause, such as a text not read in full or a missing model.',
    }),
    via: t.field({
      type: [LineageStepRef],
      description:
        "The derivations through which it was inherited, starting at the model. Empty: it comes from the model's own license.",
      resolve: ({ via }) => lineageSteps(via),
    }),
    explanation: t.exposeString('explanation', {
      description: 'The document, section and rule in words, and where it came from.',
    }),
  }),
});

export const UseVerdictRef = builder.objectRef<UseVerdict>('UseVerdict').implement({
  description: 'Whether a use is allowed, and why. What is unknown never counts as allowed.',
  fields: (t) => ({
    answer: t.expose('answer', { type: enumRef(UseAnswerEnum), description: 'The answer.' }),
    evidence: t.expose('evidence', {
      type: EvidenceRef,
      nullable: true,
      description:
        "The weakest evidence that the answer depends on. Null: it depends on an editor's judgment, or on something unknown.",
    }),
    reasons: t.expose('reasons', {
      type: [UseReasonRef],
      description: 'The reasons for the answer, the most restrictive first.',
    }),
    duties: t.expose('duties', {
      type: [ClauseRef],
      description: 'The clauses whose duties the use has to meet.',
    }),
    missing: t.expose('missing', {
      type: [enumRef(UseFactEnum)],
      description: 'The facts that would settle the answer UNKNOWN. Empty for any other answer.',
    }),
    assumptions: t.exposeStringList('assumptions', { description: 'What the answer assumes.' }),
  }),
});

builder.objectField(ModelRef, 'useVerdict', (t) =>
  t.field({
    type: UseVerdictRef,
    nullable: true,
    description:
      'Whether a use of it is allowed, by its own licenses and those inherited along its lineage.',
    args: { use: t.arg({ type: UseInputRef, required: true, description: 'The use.' }) },
    resolve: (model, { use }, context, info) => {
      return lineageOf(context).verdictOf(model.id, useOf(use, context, info));
    },
  }),
);

const stewardedBy: EdgePlan = edgePlan(
  {
    types: ['STEWARDED_BY'],
    ...bestOutward,
    order: sortOrder('ORGANIZATION', null),
    facts: false,
    window: { limit: 100, after: null, before: null, backward: false, peek: false },
  },
  planSelection([]),
);

builder.objectField(LicenseRef, 'useVerdict', (t) =>
  t.field({
    type: UseVerdictRef,
    nullable: true,
    description:
      'Whether the license allows a use. Everything that depends on the model is unknown.',
    args: { use: t.arg({ type: UseInputRef, required: true, description: 'The use.' }) },
    resolve: ({ id }, { use }, context, info) => {
      const profile = useOf(use, context, info);
      const loaded = [licenseTerms(id, context), context.loaders.edges(id, stewardedBy)] as const;
      return andThen(allThen(loaded), ([license, { rows }]) => {
        if (license === null) return null;
        const ids = rows.map(({ neighbor }) => neighbor.entity.id);
        const subject = { ...noModel, licensorIds: ids.length === 0 ? null : ids };
        return useVerdict(licenseBinding(license, profile.day, subject), profile);
      });
    },
  }),
);
