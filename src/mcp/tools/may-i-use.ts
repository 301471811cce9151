import type { AskGraph } from '../../explorer/ask.ts';
import type { UseInput } from '../../explorer/documents/types.ts';
import { inFieldNames } from '../../explorer/form.ts';
import { notReleased } from '../../explorer/use-words.ts';
import { answerWords } from '../../explorer/words.ts';
import { Answer } from '../answer.ts';
import { argumentsOf, text } from '../arguments.ts';
import type { JudgedFragment } from '../documents/types.ts';
import { asked } from '../documents.ts';
import { type Entity, named, shownName } from '../find.ts';
import { quoted, ToolProblem } from '../problem.ts';
import { defineTool } from '../tool.ts';
import { useArgumentNames, useOf, useShape } from '../use-arguments.ts';
import { addVerdict, useInWords } from '../verdict.ts';

/** The most models that are judged at once. */
const most = 6;
const advice = 'This is not legal advice: read the clauses that are named.';

/** Whether a use is allowed, for a model or for anything under a license. */
export const mayIUse = defineTool({
  name: 'may_i_use',
  title: 'May I use this model?',
  description:
    'Whether the license of a model, with those it inherits, allows a use, and by which clauses: answer, duties, what is not known. Leave out what you do not know; the answer says which facts would settle it.',
  arguments: argumentsOf({
    model: text('Name of a model; of several versions all are judged').optional(),
    license: text('In place of a model: a license').optional(),
    ...useShape,
  }),
  async answer({ model, license, ...given }, ask) {
    if ((model === undefined) === (license === undefined)) {
      throw new ToolProblem('Expected either “model” or “license”.');
    }
    const use = useOf(given);
    const { entities } =
      model === undefined
        ? await named(ask, license ?? '', 'license', ['LICENSE'])
        : await named(ask, model, 'model', ['MODEL']);
    if (entities.length > most) {
      throw new ToolProblem(
        `${quoted(model ?? license ?? '')} names ${entities.length} models. Expected one of: ${entities.map(shownName).join(', ')}`,
      );
    }
    const judged: Judged[] = [];
    for (const entity of entities) judged.push(await judge(ask, entity, use));
    const [first] = judged;
    if (judged.length === 1 && first !== undefined) return single(first, use);
    return together(judged, use);
  },
});

interface Judged {
  readonly entity: Entity;
  readonly verdict: JudgedFragment;
  /** A note on the model; null for none. */
  readonly remark: string | null;
}

async function judge(ask: AskGraph, entity: Entity, use: UseInput): Promise<Judged> {
  const { kind, slug } = entity;
  const found =
    kind === 'MODEL'
      ? await asked(ask, 'may-i-use-model', { slug, use })
      : await asked(ask, 'may-i-use-license', { slug, use });
  const { data } = found;
  const model = data !== null && 'model' in data ? data.model : null;
  const license = data !== null && 'license' in data ? data.license : null;
  const verdict = (model ?? license)?.useVerdict ?? null;
  if (verdict === null) {
    const messages = found.errors.map((error) => inFieldNames(error, useArgumentNames));
    throw new ToolProblem(messages.join(' ') || 'The graph could not judge this use.');
  }
  return { entity, verdict, remark: model && notReleased(model, use.artifact) };
}

function single({ entity, verdict, remark }: Judged, use: UseInput): Answer {
  const answer = new Answer(`${entity.name}: ${answerWords[verdict.answer]}.`);
  answer
    .line(entity.uri)
    .line(`Asked: ${useInWords(use)}.`)
    .line(advice);
  if (remark !== null) answer.line(remark);
  addVerdict(answer, verdict);
  return answer;
}

/** The answer for several models with one name. Models with the same verdict share its reasons. */
function together(judged: readonly Judged[], use: UseInput): Answer {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const key = JSON.stringify([
      each.verdict.answer,
      each.verdict.reasons.map(({ effect, clause, license }) => [
        effect,
        clause?.key,
        license?.slug,
      ]),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const answers = [...groups.values()].map((group) => {
    const names = group.map(({ entity }) => entity.name).join(', ');
    return `${names}: ${answerWords[group[0]?.verdict.answer ?? 'UNKNOWN']}.`;
  });
  const answer = new Answer(answers.join(' '));
  answer.line(`Asked: ${useInWords(use)}.`).line(advice);
  for (const { remark } of judged) if (remark !== null) answer.line(remark);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    if (groups.size > 1) {
      answer.section(group.map(({ entity }) => entity.name).join(', '));
      answer.line(`${answerWords[first.verdict.answer]}.`);
    }
    addVerdict(answer, first.verdict);
  }
  answer.section('Which');
  for (const { entity } of judged) answer.item(`${shownName(entity)} ${entity.uri}`);
  return answer;
}
