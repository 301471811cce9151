import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { allThen } from '../base/promises.ts';
import type { UseClass } from '../reasoning/licensing/use-class.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { UseClassText } from '../store/use-class-text.ts';
import { lineageOf } from './lineage-loader.ts';
import { Loaders } from './loaders.ts';
import { RequestCache } from './page-cache.ts';

const modelsTogether = 1000;
/** How often a portion is repeated because the graph was written meanwhile. */
const attempts = 10;

/**
 * Stores the class of every model without one, in portions. It gives up if another process keeps
 * writing; models without a class are then judged one by one. Returns the number of models with a
 * new class.
 */
export async function classifyModels(store: GraphStore): Promise<number> {
  let classed = 0;
  for (let failures = 0; failures < attempts; ) {
    const revision = await store.revision();
    const ids = await store.classes.open(modelsTogether);
    if (ids.length === 0) break;
    if (await store.classes.assign(await classesOf(store, ids), revision)) {
      classed += ids.length;
      failures = 0;
    } else failures += 1;
    // The embedded store answers without waiting, so other requests get a turn here.
    await setImmediate();
  }
  return classed;
}

async function classesOf(
  store: GraphStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UseClassText>> {
  store.refresh?.();
  const loaders = new Loaders(store, new RequestCache(), {}, () => {
    throw new Error('Classes of models need no names of licenses.');
  });
  const lineage = lineageOf({ loaders });
  const classes = await allThen(ids.map((id) => lineage.classOf(id)));
  return new Map(ids.map((id, at) => [id, textOf(classes[at] as UseClass)]));
}

function textOf(useClass: UseClass): UseClassText {
  const content = JSON.stringify(useClass);
  const hash = createHash('sha256').update(content).digest('base64url');
  return { key: hash.slice(0, 22), content };
}
