import type { QueryResult } from 'neo4j-driver';
import type { Transaction } from '../bolt-connection.ts';

/** The most statements that wait for their answers. They are in memory until then. */
const mostWaiting = 4;

/**
 * A transaction that need not wait for the answer of a statement before it sends the next one. The
 * server runs them in order, so a later statement sees what an earlier one wrote.
 */
export class SentStatements implements Transaction {
  readonly #transaction: Transaction;
  readonly #waiting: Promise<void>[] = [];
  #failure: { readonly error: unknown } | null = null;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  /** Runs a statement and waits for its answer. */
  async run(
    text: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<QueryResult> {
    try {
      return await this.#transaction.run(text, parameters);
    } catch (error) {
      // After a failure, the server refuses all further statements for another reason.
      this.#failure ??= { error };
      throw this.#failure.error;
    }
  }

  /**
   * Sends a statement. It fails later: in `settled`, or in another call. `check` is called with the
   * answer.
   */
  async send(
    text: string,
    parameters: Readonly<Record<string, unknown>>,
    check?: (answer: QueryResult) => Promise<void>,
  ): Promise<void> {
    const answered = this.run(text, parameters).then((answer) => check?.(answer));
    answered.catch(() => {});
    this.#waiting.push(answered);
    if (this.#waiting.length > mostWaiting) await this.#waiting.shift();
  }

  /** Waits for all answers. Throws the first failure. */
  async settled(): Promise<void> {
    for (const answered of this.#waiting.splice(0)) await answered;
  }
}
