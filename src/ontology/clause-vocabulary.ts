import { enumeration } from './enumeration.ts';

// The effects of license clauses, and the facts that their conditions test.

export const ClauseEffectEnum = enumeration('ClauseEffect', 'What a clause does.', {
  PERMITS: 'Grants a right.',
  REQUIRES: 'Imposes a duty.',
  FORBIDS: 'Forbids an activity.',
  WITHHOLDS_GRANT: 'Withholds the rights from some licensees.',
  NEEDS_SEPARATE_LICENSE: 'Requires a separate permission from the licensor first.',
  TERMINATES: 'Ends the rights upon an event.',
});
export type ClauseEffect = keyof typeof ClauseEffectEnum.values;

export const DutyKindEnum = enumeration('DutyKind', 'The kinds of duty.', {
  DISPLAY_NAME: 'Show a name or sentence, for example in the user interface.',
  NAME_PREFIX: "Begin the derivative's name with a word.",
  INCLUDE_LICENSE: 'Pass on a copy of the license.',
  INCLUDE_NOTICE: 'Pass on copyright and other notices.',
  MARK_CHANGES: 'Say what was changed.',
  FLOW_DOWN: 'Bind recipients to the same limits.',
  FOLLOW_USE_POLICY: 'Keep to a use policy.',
  REGISTER: 'Register with the licensor.',
  NOTIFY_LICENSOR: 'Tell the licensor.',
  ATTRIBUTE: 'Credit the source.',
  SHARE_ALIKE: 'Release derivatives under the same license.',
  USE_LATEST_VERSION: 'Move to the latest version of the model.',
  REVIEW_OUTPUTS: 'Filter or review the outputs of the model.',
});
export type DutyKind = keyof typeof DutyKindEnum.values;

export const ThresholdMetricEnum = enumeration('ThresholdMetric', 'What a threshold counts.', {
  MONTHLY_ACTIVE_USERS: 'Monthly active users.',
  REVENUE: 'Revenue.',
});

export const ComparisonEnum = enumeration(
  'Comparison',
  'How a size is compared with the value of a threshold.',
  {
    ABOVE: 'More than the value.',
    AT_LEAST: 'The value or more.',
    BELOW: 'Less than the value.',
  },
);

export const WindowEnum = enumeration('Window', 'The period over which a threshold counts.', {
  CALENDAR_MONTH: 'A calendar month.',
  TRAILING_12_MONTHS: 'Any twelve months in a row.',
  YEAR: 'A year.',
  UNSTATED: 'The text does not say.',
});

export const MeasuredAtEnum = enumeration('MeasuredAt', 'When a threshold is measured.', {
  MODEL_RELEASE: "Once, on the model version's release date.",
  TIME_OF_USE: 'At any time during the use.',
});

export const ThresholdScopeEnum = enumeration(
  'ThresholdScope',
  'Whose users or revenue a threshold counts.',
  {
    PRODUCT: 'The product or service that uses the model.',
    BUSINESS_LINE: 'The line of business that uses the model.',
    LICENSEE: 'The licensee.',
    GROUP: 'The licensee and its affiliates together.',
  },
);

export const TerritoryTestEnum = enumeration('TerritoryTest', 'What must be in a territory.', {
  PRINCIPAL_PLACE_OF_BUSINESS: "The licensee's home or principal place of business.",
  PLACE_OF_USE: 'The place where the model is used.',
});
