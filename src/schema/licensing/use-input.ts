import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { fromGlobalId, kindOfId } from '../../ontology/ids.ts';
import { readUse } from '../../ontology/read-use.ts';
import {
  ActivityEnum,
  BusinessKindEnum,
  CurrencyEnum,
  FieldOfUseEnum,
  TrainedModelEnum,
} from '../../ontology/use-vocabulary.ts';
import { type UseProfile, useProfile } from '../../reasoning/licensing/use-profile.ts';
import { badInput } from '../bad-input.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ArtifactRef, enumRef } from '../enums.ts';
import { toDay } from '../fields/filter-conditions.ts';
import { memoizedPlan } from '../fields/plan-memo.ts';

const maxNames = 300;

const MoneyInputRef = builder.inputType('MoneyInput', {
  description: 'An amount of money.',
  fields: (t) => ({
    amount: t.field({
      type: 'SafeInt',
      required: true,
      description: 'In whole units of the currency: 0 or more.',
    }),
    currency: t.field({
      type: enumRef(CurrencyEnum),
      required: true,
      description: 'The currency.',
    }),
  }),
});

export const UseInputRef = builder.inputType('UseInput', {
  description: 'A use of a model. A fact that is not given is unknown, and no answer assumes it.',
  fields: (t) => ({
    activities: t.field({
      type: [enumRef(ActivityEnum)],
      required: true,
      description: 'Everything that is done with the model; at least one.',
    }),
    artifact: t.field({
      type: ArtifactRef,
      required: true,
      defaultValue: 'WEIGHTS',
      description: 'The artifact that is used.',
    }),
    obtainedOn: t.field({
      type: 'Date',
      description:
        'The day on which the artifact is obtained. The license in force on that day counts. Default: today (UTC).',
    }),
    commercial: t.boolean({
      required: true,
      defaultValue: true,
      description: 'Whether the use is commercial.',
    }),
    internalUse: t.boolean({
      description: 'Whether the use stays inside your organization.',
    }),
    fieldsOfUse: t.field({
      type: [enumRef(FieldOfUseEnum)],
      description:
        'The purposes of the use. An empty list: none that licenses name. Not given: unknown, but assumed to be lawful.',
    }),
    business: t.field({
      type: [enumRef(BusinessKindEnum)],
      description: 'Your kinds of business. An empty list: none that licenses name.',
    }),
    trains: t.field({
      type: [enumRef(TrainedModelEnum)],
      description: 'Everything that is trained or improved with outputs. An empty list: nothing.',
    }),
    competesWith: t.idList({
      description: 'Ids of organizations that you compete with. An empty list: none.',
    }),
    monthlyActiveUsers: t.field({
      type: 'SafeInt',
      description: 'Your monthly active users now.',
    }),
    peakMonthlyActiveUsers: t.field({
      type: 'SafeInt',
      description:
        'The most monthly active users you ever had. It can settle clauses that are measured at a release.',
    }),
    usersAtRelease: t.field({
      type: 'SafeInt',
      description:
        "Your monthly active users at the model's release. Needed only if the peak does not settle the answer.",
    }),
    annualRevenue: t.field({ type: MoneyInputRef, description: 'Your revenue in a year.' }),
    peakMonthlyRevenue: t.field({
      type: MoneyInputRef,
      description: 'Your revenue in the best month.',
    }),
    businessLineRevenue: t.field({
      type: MoneyInputRef,
      description: 'The yearly revenue of the line of business that uses the model.',
    }),
    principalPlaceOfBusiness: t.string({
      description: 'Country of your home or principal place of business: ISO 3166-1 alpha-2.',
    }),
    markets: t.stringList({
      description: 'Countries where the model is used: ISO 3166-1 alpha-2.',
    }),
  }),
});

type UseArgument = typeof UseInputRef.$inferInput;

function organizationId(globalId: string, index: number): string {
  const id = fromGlobalId(globalId);
  if (id !== null && kindOfId(id) === 'ORGANIZATION') return id;
  throw badInput(
    `use.competesWith.${index}`,
    'the id of an organization, from an answer of this server',
  );
}

/** Reads the use. Throws a coded error that lists every problem. */
export function readProfile(argument: UseArgument, today: string): UseProfile {
  const { obtainedOn, competesWith, markets } = argument;
  if ((competesWith?.length ?? 0) > maxNames || (markets?.length ?? 0) > maxNames) {
    throw badInput('use', `at most ${maxNames} organizations and countries`);
  }
  const reading = readUse(
    {
      ...argument,
      obtainedOn: obtainedOn == null ? null : toDay(obtainedOn),
      competesWith: competesWith?.map(organizationId) ?? null,
    },
    today,
  );
  if (reading.ok) return useProfile(reading.use, today);
  const problems = reading.problems.map(({ code, field, message }) => ({
    argument: field === '' ? 'use' : `use.${field}`,
    reason: code,
    message,
  }));
  const [first] = problems;
  const text = problems.map((problem) => `Argument "${problem.argument}": ${problem.message}`);
  throw new GraphQLError(`${text.join('; ')}.`, {
    extensions: {
      code: 'BAD_USER_INPUT',
      argument: first?.argument ?? 'use',
      expected: first?.message.replace(/^.*?expected /u, '') ?? 'a use that is possible',
      problems,
    },
  });
}

/** Reads the use once for a field, for any number of parents. Throws a coded error. */
export function useOf(
  argument: UseArgument,
  context: GraphContext,
  info: GraphQLResolveInfo,
): UseProfile {
  return memoizedPlan(info, context, () => readProfile(argument, context.today));
}
