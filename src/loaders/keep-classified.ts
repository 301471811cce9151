import type { GraphStore } from '../store/graph-store.ts';
import { classifyModels } from './classify-models.ts';

interface KeepClassifiedOptions {
  /** How often to look, and how long nobody may have written before. */
  readonly everyMs: number;
  /** Called with the number of models whose classes were found. */
  readonly onClassified: (models: number) => void;
  /** Called with an error, unless it is the one before once more. */
  readonly onError: (error: unknown) => void;
}

/**
 * Finds the classes of models that have none, while a server runs: a load that was killed leaves
 * such. It waits until nothing was written for a while, since a load finds them at its end. Returns
 * a function that ends it.
 */
export function keepClassified(
  store: GraphStore,
  { everyMs, onClassified, onError }: KeepClassifiedOptions,
): () => void {
  let seen: number | null = null;
  let isLooking = false;
  let isOver = false;
  let told = '';
  const look = async () => {
    const revision = await store.revision();
    const isStill = revision === seen;
    seen = revision;
    if (!isStill) return;
    const models = await classifyModels(store);
    if (models > 0) onClassified(models);
  };
  const lookAlone = () => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error) => {
        // A server that ends closes its store.
        if (isOver || String(error) === told) return;
        told = String(error);
        onError(error);
      })
      .finally(() => {
        isLooking = false;
      });
  };
  lookAlone();
  const timer = setInterval(lookAlone, everyMs);
  timer.unref();
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
