import type { LicenseResolution } from '../../src/text/license-strings/types.ts';
import type { LicenseResolverResult, ResolvedString } from '../license-resolver/run.ts';
import type { Score } from '../license-resolver/score.ts';
import type { Part } from '../license-resolver/strings.ts';
import { machineLine } from './machine.ts';
import { figure, percent, table } from './markdown.ts';

const parts: readonly (readonly [Part, string])[] = [
  ['tuned', 'the half tuned on'],
  ['held', 'the half held apart'],
  ['wild', 'collected afterwards'],
];
const head = [
  'strings',
  'number',
  'precision',
  'wrong',
  'answers found',
  'recall',
  'candidates found',
  'recall',
  'rightly none',
];

/** The report on precision and recall of `resolveLicense`, in Markdown. */
export function licenseResolverReport(result: LicenseResolverResult): string {
  const { strings, names, building, resolving } = result;
  const groups = [...new Set(strings.map(({ string }) => string.group))];
  const missed = strings.filter(({ score }) => !score.right);
  return [
    '# Precision and recall of resolveLicense',
    machineLine(null, false),
    'A wrong answer is a license or an expression that the string does not name. Candidates are not an answer. They count as found if they include the expected ones, the first of them among the first three. If a string is ambiguous, candidates or no answer are right. The author of the resolver collected the strings, and every known wrong answer was added and corrected. The figures therefore show the known strings, and not how unseen strings would do.',
    table(
      head,
      parts.map(([part, title]) =>
        row(
          title,
          strings.filter(({ string }) => string.part === part),
        ),
      ),
    ),
    table(head, [
      ...groups.map((group) =>
        row(
          group,
          strings.filter(({ string }) => string.group === group),
        ),
      ),
      row('all', strings),
    ]),
    `The index of ${figure(names)} names takes ${figure(building)} ms of processor time, a string ${figure((resolving * 1000) / strings.length)} µs.`,
    '## Missed',
    missed.length === 0 ? 'None.' : missed.map(missedLine).join('\n'),
    '',
  ].join('\n\n');
}

function row(title: string, rows: readonly ResolvedString[]): readonly string[] {
  const count = (holds: (score: Score) => boolean) =>
    rows.filter(({ score }) => holds(score)).length;
  const answered = count((one) => one.answered);
  const wrong = count((one) => one.answered && !(one.answerExpected && one.right));
  const due = count((one) => one.answerExpected);
  const found = count((one) => one.answerExpected && one.right);
  const lists = count((one) => one.candidatesExpected);
  const listed = count((one) => one.candidatesExpected && one.right);
  const open = rows.length - due - lists;
  const quiet = count((one) => !one.answerExpected && !one.candidatesExpected && one.right);
  return [
    title,
    String(rows.length),
    percent(answered - wrong, answered),
    String(wrong),
    `${found}/${due}`,
    percent(found, due),
    `${listed}/${lists}`,
    percent(listed, lists),
    `${quiet}/${open}`,
  ];
}

function missedLine({ string, got }: ResolvedString): string {
  const text = JSON.stringify(string.text.slice(0, 120));
  return `- ${text} (${string.group}): expected \`${string.expected}\`, got ${shown(got)}`;
}

function shown({ kind, target, expression, candidates }: LicenseResolution): string {
  const answer = target?.license?.slug ?? target?.spdx?.id ?? expression?.text;
  const list = candidates
    .slice(0, 4)
    .map((one) => `${one.target.license?.slug ?? one.target.spdx?.id} ${one.confidence}`);
  return answer === undefined ? `${kind} [${list.join(', ')}]` : `${kind} ${answer}`;
}
