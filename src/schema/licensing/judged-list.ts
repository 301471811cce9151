import { valuesOf } from '../../ontology/enumeration.ts';
import { type UseAnswer, type UseFact, UseFactEnum } from '../../ontology/use-vocabulary.ts';
import { answersInOrder, UNKNOWN } from '../../reasoning/licensing/answer-order.ts';
import type { Binding } from '../../reasoning/licensing/binding.ts';
import { useVerdict } from '../../reasoning/licensing/use-verdict.ts';
import type { PageWindow } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';
import { judge, type Question } from './judge-models.ts';

const verdictsAtATime = 100;
const everything: PageWindow = {
  limit: 0,
  after: null,
  before: null,
  backward: false,
  peek: true,
};

/** An answer, and the number of models with it. */
export interface AnswerCount {
  readonly answer: UseAnswer;
  readonly count: number;
}

/** A fact, and the number of models that miss it. */
export interface MissingFactCount {
  readonly fact: UseFact;
  readonly count: number;
}

interface Tally {
  /** The number of models for each answer number. */
  readonly counts: readonly number[];
  /** The bindings of the models with the answer UNKNOWN. */
  readonly unknown: readonly Binding[];
}

/**
 * The totals over all models of a question. The models are judged once, when a total is first
 * requested.
 */
export class JudgedList {
  readonly #question: Question;
  readonly #context: GraphContext;
  #tally: Promise<Tally> | null = null;

  constructor(question: Question, context: GraphContext) {
    this.#question = question;
    this.#context = context;
  }

  /** The number of models with one of the answers, given as numbers. */
  async count(answers: ReadonlySet<number>): Promise<number> {
    const { counts } = await this.#judged();
    return counts.reduce((sum, count, answer) => (answers.has(answer) ? sum + count : sum), 0);
  }

  /** The number of models for each answer, the most permissive first. */
  async answerCounts(): Promise<readonly AnswerCount[]> {
    const { counts } = await this.#judged();
    return answersInOrder.map((answer, index) => ({ answer, count: counts[index] ?? 0 }));
  }

  /** The number of models that miss each fact, the largest first. */
  async missingFacts(): Promise<readonly MissingFactCount[]> {
    const { unknown } = await this.#judged();
    const counts = new Map<UseFact, number>(valuesOf(UseFactEnum).map((fact) => [fact, 0]));
    for (const [index, binding] of unknown.entries()) {
      for (const fact of useVerdict(binding, this.#question.profile).missing) {
        counts.set(fact, (counts.get(fact) ?? 0) + 1);
      }
      if ((index + 1) % verdictsAtATime === 0) await this.#context.turn.pause();
    }
    return [...counts]
      .flatMap(([fact, count]) => (count === 0 ? [] : [{ fact, count }]))
      .sort((one, other) => other.count - one.count);
  }

  #judged(): Promise<Tally> {
    this.#tally ??= this.#judge();
    return this.#tally;
  }

  async #judge(): Promise<Tally> {
    const counts = answersInOrder.map(() => 0);
    const unknown: Binding[] = [];
    await judge(this.#question, everything, this.#context, (_model, answer, binding) => {
      counts[answer] = (counts[answer] ?? 0) + 1;
      if (answer === UNKNOWN) unknown.push(binding);
      return false;
    });
    return { counts, unknown };
  }
}
