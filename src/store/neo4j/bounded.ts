import { StoreError } from '../graph-store.ts';

/** The server may be late to end a statement. The client ends it this long after the limit. */
const graceMs = 100;

/** Waits for the work until its time runs out or the client leaves. */
export async function bounded<Result>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (signal?.aborted) throw aborted();
  let end: (error: StoreError) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  const onAbort = () => end(aborted());
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => end(timedOut(timeoutMs)), timeoutMs + graceMs);
  try {
    return await Promise.race([work(), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

export function aborted(): StoreError {
  return new StoreError('STORE_ABORTED', 'The request was aborted.');
}

function timedOut(timeoutMs: number): StoreError {
  return new StoreError('STORE_TIMEOUT', `The statement took longer than ${timeoutMs} ms.`);
}
