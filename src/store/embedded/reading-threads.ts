import type { Worker } from 'node:worker_threads';
import { type ReadOptions, StoreError, type StoreErrorCode } from '../graph-store.ts';
import type { Read, ReadResult } from '../reads.ts';
import type { EmbeddedStoreOptions } from './embedded-options.ts';
import { startThread } from './start-thread.ts';

/** A message to a thread. */
export interface Asked {
  readonly reads: readonly Read[];
}

/** A message from a thread. */
export type Answered =
  | { readonly results: readonly ReadResult[] }
  | { readonly code: StoreErrorCode; readonly message: string };

interface Job extends Asked {
  readonly resolve: (results: readonly ReadResult[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
}

/** Threads for reads from the file that may take long. They start when they are first needed. */
export class ReadingThreads {
  readonly #options: EmbeddedStoreOptions;
  readonly #most: number;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];

  /** `size` is the most threads. Each caches as many bytes as the options say. */
  constructor(options: EmbeddedStoreOptions, most: number) {
    this.#options = options;
    this.#most = most;
  }

  /** Answers in the order of the reads. An abort ends the waiting; a running read continues. */
  read(reads: readonly Read[], { signal }: ReadOptions): Promise<readonly ReadResult[]> {
    return new Promise((resolve, reject) => {
      const job: Job = { reads, resolve, reject };
      const abort = () => {
        const at = this.#waiting.indexOf(job);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(new StoreError('STORE_ABORTED', 'The request was aborted.'));
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(job);
      this.#begin();
    });
  }

  /** Ends all threads. Waiting reads fail. */
  async close(): Promise<void> {
    const closed = new StoreError('STORE_UNAVAILABLE', 'The embedded store is not open.');
    for (const { reject } of this.#waiting.splice(0)) reject(closed);
    await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()));
  }

  #begin(): void {
    if (this.#waiting.length === 0) return;
    const idle = [...this.#threads].find(({ job }) => job === null) ?? this.#start();
    const job = idle === null ? undefined : this.#waiting.shift();
    if (idle === null || job === undefined) return;
    idle.job = job;
    idle.worker.ref();
    idle.worker.postMessage({ reads: job.reads } satisfies Asked);
  }

  #start(): Thread | null {
    if (this.#threads.size >= this.#most) return null;
    const worker = startThread('reading-thread', this.#options);
    const thread: Thread = { worker, job: null };
    this.#threads.add(thread);
    worker.on('message', (answered: Answered) => this.#settle(thread, answered));
    worker.on('error', ({ message }) => this.#lose(thread, message));
    worker.on('exit', () => this.#lose(thread, 'The thread ended.'));
    return thread;
  }

  #settle(thread: Thread, answered: Answered): void {
    const { job, worker } = thread;
    thread.job = null;
    // An idle thread does not keep the process alive.
    worker.unref();
    if ('results' in answered) job?.resolve(answered.results);
    else job?.reject(new StoreError(answered.code, answered.message));
    this.#begin();
  }

  #lose(thread: Thread, reason: string): void {
    this.#threads.delete(thread);
    thread.job?.reject(new StoreError('STORE_FAILURE', `Reading from the file failed: ${reason}`));
    thread.job = null;
    this.#begin();
  }
}
