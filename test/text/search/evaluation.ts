import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { zodEnum } from '../../../src/ontology/enumeration.ts';
import { EntityKindEnum } from '../../../src/ontology/vocabulary.ts';

const zQuestion = z.strictObject({
  query: z.string(),
  kind: zodEnum(EntityKindEnum),
  slug: z.string(),
  category: z.enum(['name', 'alias', 'folding', 'typo', 'description']),
  /** Held out: not used while search is tuned. */
  held: z.boolean(),
});
export type Question = z.infer<typeof zQuestion>;
export type Category = Question['category'];

/** Queries with the expected first hit. */
export function evaluationList(): Question[] {
  const file = join(import.meta.dirname, 'evaluation.json');
  return z.array(zQuestion).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export interface Score {
  readonly right: number;
  readonly asked: number;
}

export interface Evaluation {
  readonly scores: ReadonlyMap<string, Score>;
  readonly wrong: readonly { readonly question: Question; readonly first: string | null }[];
}

/** Asks every question; `first` returns the first hit of a query as "KIND:slug". */
export async function evaluate(
  questions: readonly Question[],
  first: (query: string) => string | null | Promise<string | null>,
): Promise<Evaluation> {
  const scores = new Map<string, Score>();
  const wrong: Evaluation['wrong'][number][] = [];
  for (const question of questions) {
    const hit = await first(question.query);
    const isRight = hit === `${question.kind}:${question.slug}`;
    if (!isRight) wrong.push({ question, first: hit });
    for (const row of [question.category, 'all']) {
      for (const column of [question.held ? 'held' : 'tuned', 'both']) {
        const { right, asked } = scores.get(`${row}/${column}`) ?? { right: 0, asked: 0 };
        const key = `${row}/${column}`;
        scores.set(key, { right: right + Number(isRight), asked: asked + 1 });
      }
    }
  }
  return { scores, wrong };
}

/** The share of right first hits, in percent. */
export function percent({ scores }: Evaluation, row: Category | 'all', column = 'both'): number {
  const { right, asked } = scores.get(`${row}/${column}`) ?? { right: 0, asked: 0 };
  return asked === 0 ? 0 : (100 * right) / asked;
}

/** The scores as a table for reading. */
export function table(evaluation: Evaluation): string {
  const columns = ['tuned', 'held', 'both'];
  const rows: readonly (Category | 'all')[] = [
    'name',
    'alias',
    'folding',
    'typo',
    'description',
    'all',
  ];
  const cell = (row: Category | 'all', column: string) => {
    const { right, asked } = evaluation.scores.get(`${row}/${column}`) ?? { right: 0, asked: 0 };
    return `${right}/${asked} ${percent(evaluation, row, column).toFixed(0)}%`.padStart(14);
  };
  const head = `${'first hit right'.padEnd(16)}${columns.map((name) => name.padStart(14)).join('')}`;
  const body = rows.map((row) => row.padEnd(16) + columns.map((name) => cell(row, name)).join(''));
  return [head, ...body].join('\n');
}
