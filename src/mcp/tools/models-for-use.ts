import { z } from 'zod';
import type { AskGraph } from '../../explorer/ask.ts';
import type { UseAnswer } from '../../explorer/documents/types.ts';
import { inFieldNames } from '../../explorer/form.ts';
import { answerWords, counted, dutyWords } from '../../explorer/words.ts';
import { Answer } from '../answer.ts';
import {
  argumentsOf,
  between,
  choice,
  keysOf,
  readMembers,
  several,
  strictly,
} from '../arguments.ts';
import type { UseInput } from '../documents/types.ts';
import { asked, type DataOf } from '../documents.ts';
import { filterOf, filterShape, orderOf } from '../model-filter.ts';
import { modelRow } from '../model-row.ts';
import { ToolProblem } from '../problem.ts';
import { defineTool } from '../tool.ts';
import { questionFor, useArgumentNames, useOf, useShape } from '../use-arguments.ts';
import { useInWords } from '../verdict.ts';

/** Lists models that meet conditions and, on request, allow a use. */
export const modelsForUse = defineTool({
  name: 'models_for_use',
  title: 'Find models by facts and by what their licenses allow',
  description:
    'Models that meet conditions (license, size, context, developer, openness of weights), each in a line. With “use”, only those whose licenses allow it.',
  arguments: argumentsOf({
    ...filterShape,
    use: z
      .record(z.string(), z.unknown(), { error: 'expected an object with “activities”' })
      .describe('The arguments of may_i_use that describe a use: activities and so on')
      .optional(),
    answers: several(
      choice(keysOf(answerWords)),
      'With “use”: the verdicts to list; default those that allow it',
    ).optional(),
    limit: between(1, 100, 'Default 15').optional(),
  }),
  async answer({ answers, limit = 15, use: described, ...given }, ask) {
    const { filter, words } = await filterOf(ask, given);
    const { by, words: sorted } = orderOf(given);
    const about = `${words.length === 0 ? 'No condition on facts' : `Conditions: ${words.join('; ')}`}; ${sorted}.`;
    const asks = { filter, orderBy: by, first: limit };
    if (described === undefined) return byFacts(ask, asks, about);
    const use = useOf(readMembers(strictly(useShape), described, 'use'));
    return byUse(
      ask,
      { ...asks, use, answers: answers ?? ['ALLOWED', 'ALLOWED_WITH_DUTIES'] },
      about,
    );
  },
});

interface Asks {
  readonly filter: Awaited<ReturnType<typeof filterOf>>['filter'];
  readonly orderBy: ReturnType<typeof orderOf>['by'];
  readonly first: number;
}

async function byFacts(ask: AskGraph, asks: Asks, about: string): Promise<Answer> {
  const found = await asked(ask, 'models', asks);
  const models = found.data?.models ?? null;
  if (models === null) throw refusal(found.errors);
  const total = models.totalCount ?? models.nodes.length;
  const answer = new Answer(`${counted(total, 'model')} found; ${models.nodes.length} listed.`);
  answer.line(about);
  answer.section('Models');
  for (const model of models.nodes) answer.item(modelRow(model));
  return answer;
}

async function byUse(
  ask: AskGraph,
  asks: Asks & { readonly use: UseInput; readonly answers: readonly UseAnswer[] },
  about: string,
): Promise<Answer> {
  const found = await asked(ask, 'models-for-use', asks);
  const models = found.data?.modelsUsableFor ?? null;
  if (models === null) throw refusal(found.errors);
  const total = models.totalCount ?? models.edges.length;
  const which = asks.answers.map((each) => answerWords[each].toLowerCase()).join(', or ');
  const answer = new Answer(
    `${counted(total, 'model')} with the answer “${which}”; ${models.edges.length} listed.`,
  );
  answer.line(about).line(`Asked: ${useInWords(asks.use)}.`);
  const counts = (models.answerCounts ?? []).filter(({ count }) => count > 0);
  answer.line(
    `All that meet the conditions, by answer: ${counts.map((each) => `${answerWords[each.answer]} (${each.count})`).join('; ')}.`,
  );
  const missing = models.missingFacts ?? [];
  if (missing.length > 0) {
    const questions = missing
      .slice(0, 4)
      .map(({ fact, count }) => `${questionFor(fact)} ${count}.`);
    answer.line(`Facts that would decide, with the number of models: ${questions.join(' ')}`);
  }
  answer.line('This is not legal advice; may_i_use names the clauses for one model.');
  answer.section('Models');
  for (const { node, verdict } of models.edges) {
    const duties = [...new Set(verdict.duties.flatMap(({ duty }) => dutyOf(duty)))];
    const asks = duties.length === 0 ? '' : ` Duties: ${duties.join('; ')}.`;
    const open = verdict.missing.map(questionFor).join(' ');
    answer.item(`${modelRow(node)} Answer: ${answerWords[verdict.answer]}. ${open}${asks}`.trim());
  }
  return answer;
}

type Duty = NonNullable<
  DataOf<'models-for-use'>['modelsUsableFor']
>['edges'][number]['verdict']['duties'][number]['duty'];

function dutyOf(duty: Duty): readonly string[] {
  if (duty === null) return [];
  return [`${dutyWords[duty.kind].toLowerCase()}${duty.name === null ? '' : ` “${duty.name}”`}`];
}

function refusal(errors: readonly Parameters<typeof inFieldNames>[0][]): ToolProblem {
  const messages = errors.map((error) => inFieldNames(error, useArgumentNames));
  return new ToolProblem(messages.join(' ') || 'The graph did not answer.');
}
