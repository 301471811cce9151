import type { Worker } from 'node:worker_threads';
import { type GraphChange, StoreError, type StoreErrorCode } from '../graph-store.ts';
import { startThread } from './start-thread.ts';

/** A message to the thread. */
export type FillingJob = GraphChange | 'begin' | 'end';

/** A message from the thread: the revision after a change, or why it failed. */
export type FillingResult = number | { readonly code: StoreErrorCode; readonly message: string };

interface Waiting {
  readonly resolve: (revision: number) => void;
  readonly reject: (error: unknown) => void;
}

/** Fills a file in a thread. It does its jobs in the order in which they are given. */
export class Filler {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #ended: StoreError | null = null;

  constructor(file: string) {
    this.#worker = startThread('filling-thread', { file });
    this.#worker.on('message', (result: FillingResult) => {
      const waiting = this.#waiting.shift();
      if (typeof result === 'number') waiting?.resolve(result);
      else waiting?.reject(new StoreError(result.code, result.message));
    });
    this.#worker.on('error', ({ message }) => this.#lose(message));
    this.#worker.on('exit', () => this.#lose('The thread ended.'));
  }

  do(job: FillingJob): Promise<number> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(job);
    });
  }

  /** Waits for the jobs before it. */
  async end(): Promise<void> {
    try {
      await this.do('end');
    } finally {
      await this.#worker.terminate();
    }
  }

  #lose(reason: string): void {
    this.#ended ??= new StoreError('STORE_FAILURE', `Writing to the file failed: ${reason}`);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended);
  }
}
