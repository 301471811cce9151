import type { UseAnswer, UseInput } from '../explorer/documents/types.ts';
import { fieldsOfUse, trainedModels } from '../explorer/use-words.ts';
import { activityWords, artifactWords, dutyWords, evidenceWords } from '../explorer/words.ts';
import type { Answer } from './answer.ts';
import type { JudgedFragment } from './documents/types.ts';
import { questionFor } from './use-arguments.ts';

type Reason = JudgedFragment['reasons'][number];
type Duty = JudgedFragment['duties'][number];

/** The judged use in words, as the graph understood it. */
export function useInWords(use: UseInput): string {
  const parts = [
    use.activities.map((activity) => activityWords[activity]).join('; '),
    use.commercial === false ? 'not commercially' : 'commercially',
    ...(use.artifact == null ? [] : [`of the model: ${artifactWords[use.artifact].toLowerCase()}`]),
    ...(use.principalPlaceOfBusiness == null ? [] : [`based in ${use.principalPlaceOfBusiness}`]),
    ...(use.markets == null ? [] : [`used in ${use.markets.join(', ') || 'no country'}`]),
    ...(use.fieldsOfUse == null
      ? []
      : [
          use.fieldsOfUse.length === 0
            ? 'for none of the purposes that licenses name'
            : `for ${use.fieldsOfUse.map((field) => fieldsOfUse[field]).join(', ')}`,
        ]),
    ...(use.trains == null || use.trains.length === 0
      ? []
      : [`training ${use.trains.map((kind) => trainedModels[kind]).join(', ')}`]),
    ...amount('users in a month', use.monthlyActiveUsers),
    ...amount('users in the best month', use.peakMonthlyActiveUsers),
    ...amount("users in a month at the model's release", use.usersAtRelease),
    ...amount('of revenue a year', use.annualRevenue),
    ...amount('of revenue in the best month', use.peakMonthlyRevenue),
    ...amount('of revenue a year of the line of business', use.businessLineRevenue),
    ...(use.internalUse == null
      ? []
      : [use.internalUse ? 'inside the organization' : 'for others, too']),
    ...(use.obtainedOn == null ? [] : [`obtained on ${use.obtainedOn}`]),
  ];
  return parts.join('; ');
}

type Amount = NonNullable<UseInput['annualRevenue']> | number | null | undefined;

function amount(what: string, value: Amount): readonly string[] {
  if (value == null) return [];
  if (typeof value === 'number') return [`${value.toLocaleString('en-US')} ${what}`];
  return [`${value.amount.toLocaleString('en-US')} ${value.currency} ${what}`];
}

/** The words before a reason, by the answer that it alone would give. */
const effectNames: Readonly<Record<UseAnswer, string>> = {
  ALLOWED: 'Allows it',
  ALLOWED_WITH_DUTIES: 'Requires duties',
  ASK_LICENSOR: 'Asks for an agreement',
  NOT_ALLOWED: 'Forbids it',
  UNKNOWN: 'May apply',
};

/** Adds a verdict with its reasons. The first lines belong to the current section. */
export function addVerdict(answer: Answer, verdict: JudgedFragment): void {
  const { answer: result, reasons, duties, missing, assumptions, evidence } = verdict;
  const licenses = new Map(
    reasons.flatMap(({ license }) => (license === null ? [] : [[license.slug, license] as const])),
  );
  for (const { name, uri } of licenses.values()) answer.line(`License: ${name} ${uri}`);
  if (evidence !== null) answer.line(`Weakest evidence it rests on: ${evidenceWords[evidence]}.`);
  const isOne = licenses.size === 1;
  const decisive = reasons.filter(({ effect }) => effect === result);
  if (result !== 'ALLOWED_WITH_DUTIES') {
    answer.section('Why');
    for (const reason of decisive) answer.item(...reasonParts(reason, isOne));
  }
  answer.section('What would settle it');
  for (const fact of missing) answer.item(questionFor(fact));
  answer.section(result === 'NOT_ALLOWED' ? 'Duties it would have besides' : 'Duties');
  for (const clause of duties) answer.item(dutyLine(clause), clause);
  answer.section('What else was looked at');
  for (const reason of reasons) {
    if (reason.effect === result || reason.effect === 'ALLOWED_WITH_DUTIES') continue;
    answer.item(`${effectNames[reason.effect]}: `, ...reasonParts(reason, isOne));
  }
  answer.section('Assumed');
  for (const assumption of assumptions) answer.item(assumption);
}

function dutyLine({ duty, text, section, document, license }: Duty): string {
  const kind =
    duty === null
      ? ''
      : `${dutyWords[duty.kind]}${duty.name === null ? '' : ` “${duty.name}”`}${duty.beforeUse ? ', before use' : ''}: `;
  const place = [document?.title ?? license?.name, section === null ? null : `section ${section}`];
  return `${kind}${text} (${place.filter((each) => typeof each === 'string').join(', ')})`;
}

function reasonParts({ explanation, license, clause }: Reason, isOne: boolean) {
  const name = license === null || isOne ? '' : ` License: ${license.name}.`;
  return [`${explanation}${name}`, ...(clause === null ? [] : [clause])];
}
