import type { Addresses } from '../addresses.ts';
import { sendPage } from '../answers.tsx';
import { type AskGraph, askFor, dataIn } from '../ask.ts';
import type { UseAnswer, UseInput } from '../documents/types.ts';
import { entityNamed, type Guess } from '../find-entity.ts';
import { FormReader, inFieldNames } from '../form.ts';
import type { PageApp } from '../page-app.ts';
import { type Judged, UsePage } from '../pages/use.tsx';
import { readUseQuestion, useFields } from '../use-question.ts';
import { notReleased } from '../use-words.ts';
import { answerWords } from '../words.ts';

const allowed: readonly UseAnswer[] = ['ALLOWED', 'ALLOWED_WITH_DUTIES'];

/** The routes of "May I use it?", for one model or for all. */
export function addUseRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/may-i-use', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const read = new FormReader<'model' | 'show' | 'after'>(query);
    const name = read.text('model') ?? '';
    const show = read.oneOf<UseAnswer>('show', answerWords);
    const after = read.text('after');
    const question = readUseQuestion(query, name !== '');
    const problems = [...read.problems, ...question.problems];
    const model = name === '' ? null : await modelNamed(c.env.ask, name);
    if (model !== null && model.entity === null) {
      const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
      problems.push(
        model.guesses.length > 0
          ? `“${shown}” (“model”) names no single model: choose one.`
          : `There is no model “${shown}” (“model”).`,
      );
    }
    const use = problems.length > 0 ? null : question.use;
    let judged: Judged = { verdict: null, remark: null, models: null };
    if (use !== null && model?.entity) {
      judged = await judge(c.env.ask, model.entity.slug, use, problems);
    } else if (use !== null) {
      judged = await judgeAll(c.env.ask, use, show === null ? allowed : [show], after, problems);
    }
    const props = { question, name, model, show, judged, problems, first: after === null };
    return sendPage(
      c,
      <UsePage {...props} addresses={addresses} />,
      problems.length > 0 ? 400 : 200,
    );
  });
}

async function modelNamed(ask: AskGraph, text: string) {
  // The text is a slug or a name.
  const bySlug = dataIn(await askFor(ask, 'compare', { a: text, withA: true }))?.a ?? null;
  if (bySlug === null) return entityNamed(ask, text, ['MODEL']);
  const guesses: readonly Guess[] = [];
  return { entity: bySlug, guesses };
}

async function judge(
  ask: AskGraph,
  slug: string,
  use: UseInput,
  problems: string[],
): Promise<Judged> {
  const found = await askFor(ask, 'may-i-use', { slug, use });
  problems.push(...found.errors.map((error) => inFieldNames(error, useFields)));
  const model = dataIn(found)?.model ?? null;
  return {
    ...{ verdict: model?.useVerdict ?? null, models: null },
    remark: model && notReleased(model, use.artifact),
  };
}

async function judgeAll(
  ask: AskGraph,
  use: UseInput,
  answers: readonly UseAnswer[],
  after: string | null,
  problems: string[],
): Promise<Judged> {
  const found = await askFor(ask, 'models-for-use', { use, answers, after });
  problems.push(...found.errors.map((error) => inFieldNames(error, useFields)));
  return { verdict: null, remark: null, models: dataIn(found)?.modelsUsableFor ?? null };
}
