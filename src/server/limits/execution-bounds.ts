import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Gauge } from 'prom-client';
import type { MaybePromise } from '../../base/maybe-promise.ts';
import { type Limits, limitError } from './limit-error.ts';

type ExecutionLimits = Pick<Limits, 'executions' | 'executionTime'>;

/**
 * Bounds how long an operation may execute, and how many may execute at once. graphql-js executes
 * them. Compiled code would be faster, but it would turn parts of clients' documents into code.
 * Execution cannot be interrupted, but loaders read nothing more once their signal is aborted.
 */
export class ExecutionBounds {
  readonly #limits: ExecutionLimits;
  readonly #running: Pick<Gauge, 'inc' | 'dec'>;
  #count = 0;

  /** `running` counts the operations in execution. */
  constructor(limits: ExecutionLimits, running: Pick<Gauge, 'inc' | 'dec'>) {
    this.#limits = limits;
    this.#running = running;
  }

  /** Executes within the bounds. If the client leaves, the promise is rejected at once. */
  run(args: ExecutionArgs, cutoff: Cutoff): MaybePromise<ExecutionResult> {
    const { executions, executionTime } = this.#limits;
    if (this.#count >= executions) {
      return { errors: [limitError('executions', executions, null)] };
    }
    this.#begin();
    let result: MaybePromise<ExecutionResult>;
    try {
      cutoff.start(executionTime);
      result = execute(args);
    } catch (error) {
      this.#end();
      throw error;
    }
    if (!(result instanceof Promise)) {
      this.#end();
      cutoff.stop();
      return result;
    }
    // An operation past its time still counts, since it still uses the store and the process.
    const ended = result.finally(() => this.#end());
    return cutoff.unless(ended, () => ({
      errors: [limitError('executionTime', executionTime, null)],
    }));
  }

  #begin(): void {
    this.#count += 1;
    this.#running.inc();
  }

  #end(): void {
    this.#count -= 1;
    this.#running.dec();
  }
}

/** The end of one request's execution: the client leaves, or the time is over. */
export class Cutoff {
  readonly #client: () => AbortSignal;
  #controller: AbortController | null = null;
  #deadline = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #late = false;
  #leaveClient = () => {};

  /** `client` is called only where there is something to wait for. */
  constructor(client: () => AbortSignal) {
    this.#client = client;
  }

  /**
   * The signal for work on the request. It is aborted after the deadline, even where settled
   * promises have kept timers from running.
   */
  get signal(): AbortSignal {
    if (performance.now() >= this.#deadline) this.#expire();
    return this.#aborting().signal;
  }

  /** Starts the time limit. */
  start(milliseconds: number): void {
    this.#deadline = performance.now() + milliseconds;
  }

  /** Ends the time limit. */
  stop(): void {
    this.#deadline = Number.POSITIVE_INFINITY;
    clearTimeout(this.#timer);
    this.#leaveClient();
  }

  /**
   * The promise, or the result of `late` when the time is over. It is rejected when the client
   * leaves.
   */
  unless<Value>(promise: Promise<Value>, late: () => Value): Promise<Value> {
    const { signal } = this.#aborting();
    return new Promise<Value>((resolve, reject) => {
      const end = () => (this.#late ? resolve(late()) : reject(signal.reason));
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
      this.#timer = setTimeout(() => this.#expire(), this.#deadline - performance.now());
      promise.then(resolve, reject).finally(() => this.stop());
    });
  }

  #expire(): void {
    this.stop();
    this.#late = true;
    this.#aborting().abort();
  }

  #aborting(): AbortController {
    if (this.#controller !== null) return this.#controller;
    const controller = new AbortController();
    this.#controller = controller;
    const client = this.#client();
    const leave = () => controller.abort(client.reason);
    if (client.aborted) leave();
    else client.addEventListener('abort', leave, { once: true });
    // The client's signal may serve more questions, so its listener is removed at the end.
    this.#leaveClient = () => client.removeEventListener('abort', leave);
    return controller;
  }
}
