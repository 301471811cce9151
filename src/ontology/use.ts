import { z } from 'zod';
import { countryCodes } from './countries.ts';
import { isPartialDate } from './partial-date.ts';
import {
  zActivity,
  zBusinessKind,
  zCurrency,
  zFieldOfUse,
  zTrainedModel,
} from './use-vocabulary.ts';
import { zArtifact } from './vocabulary.ts';

// A use that somebody asks about. A value that is not given is null: it is unknown and never
// assumed.

/** More than the number of people on Earth. */
const mostUsers = 8_500_000_000;

const zCount = z
  .int('expected a whole number')
  .nonnegative('expected 0 or more')
  .max(mostUsers, 'expected no more users than there are people');
const zAmount = z.int('expected a whole amount below 2^53').nonnegative('expected 0 or more');
const zMoney = z.object({ amount: zAmount, currency: zCurrency });
export type Money = z.infer<typeof zMoney>;

const zDay = z
  .string()
  .refine((text) => text.length === 10 && isPartialDate(text), 'expected a day as YYYY-MM-DD');

/** Null and absent both mean not given. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}
function set<Schema extends z.ZodType>(item: Schema) {
  return z.array(item).transform((items) => [...new Set(items)]);
}

/** A text that is not a code stays as written, so that an error can show it. */
const zCountry = z.string().transform((text) => {
  const code = text.trim().toUpperCase();
  return countryCodes.has(code) ? code : text.trim();
});

/** The fields and their defaults. `readUse` checks whether they contradict each other. */
export const zUse = z.strictObject({
  activities: set(zActivity).refine((list) => list.length > 0, 'expected at least one activity'),
  artifact: zArtifact.default('WEIGHTS'),
  obtainedOn: optional(zDay),
  commercial: z.boolean().default(true),
  internalUse: optional(z.boolean()),
  fieldsOfUse: optional(set(zFieldOfUse)),
  business: optional(set(zBusinessKind)),
  trains: optional(set(zTrainedModel)),
  competesWith: optional(set(z.string().min(1))),
  monthlyActiveUsers: optional(zCount),
  peakMonthlyActiveUsers: optional(zCount),
  /**
   * The users on the release date of the model. Only needed if the peak does not decide the answer.
   */
  usersAtRelease: optional(zCount),
  annualRevenue: optional(zMoney),
  peakMonthlyRevenue: optional(zMoney),
  businessLineRevenue: optional(zMoney),
  principalPlaceOfBusiness: optional(zCountry),
  markets: optional(
    set(zCountry).refine((codes) => codes.length > 0, 'expected at least one country'),
  ),
});
export type Use = z.output<typeof zUse>;
export type UseInput = z.input<typeof zUse>;
