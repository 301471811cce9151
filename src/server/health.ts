import type { GraphStore } from '../store/graph-store.ts';

/** Whether the server can take requests. */
export interface Readiness {
  readonly status: 'ready' | 'unavailable' | 'shutting-down';
  readonly store: string;
}

/** Asks the store for its revision, within a time limit. Concurrent callers share the answer. */
export function createReadinessProbe(
  store: GraphStore,
  timeoutMs: number,
  isDraining: () => boolean,
): () => Promise<Readiness> {
  let asking: Promise<boolean> | null = null;
  return async () => {
    if (isDraining()) return { status: 'shutting-down', store: store.name };
    asking ??= answersWithin(store, timeoutMs).finally(() => {
      asking = null;
    });
    return { status: (await asking) ? 'ready' : 'unavailable', store: store.name };
  };
}

async function answersWithin(store: GraphStore, timeoutMs: number): Promise<boolean> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      controller.abort();
      resolve(false);
    }, timeoutMs);
  });
  const answered = async () => {
    try {
      await store.revision({ signal: controller.signal });
      return true;
    } catch {
      // The requests that meet store errors log them.
      return false;
    }
  };
  try {
    return await Promise.race([answered(), late]);
  } finally {
    clearTimeout(timer);
  }
}
