import { setImmediate } from 'node:timers/promises';
import { hashOf } from '../base/text-hash.ts';
import type { Classified } from '../reasoning/licensing/use-class.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { UseClassText } from '../store/use-class-text.ts';
import { FollowedLineages } from './followed-lineages.ts';

/** So few that other requests soon have a turn. */
const modelsTogether = 500;
/** Models of lineages that stay in memory from one portion to the next. */
const mostKnown = 20_000;
/** How often it starts again because the graph was written meanwhile. */
const attempts = 10;

/**
 * Stores the class of every model without one, in portions. It gives up if another process keeps
 * writing; models without a class are then judged one by one. Returns the number of models with a
 * new class. Portions may wait for a store that finds each model once: at most `mostWaiting`.
 */
export async function classifyModels(store: GraphStore, mostWaiting = 0): Promise<number> {
  let all = 0;
  for (let failures = 0; failures < attempts; ) {
    // The embedded store answers without waiting, so other requests get a turn here.
    while (await store.classes.reopen?.(modelsTogether)) await setImmediate();
    store.refresh?.();
    const { classed, isOver } = await classifyAtRevision(
      store,
      await store.revision(),
      mostWaiting,
    );
    all += classed;
    if (isOver && classed === 0) break;
    failures = classed > 0 ? 0 : failures + 1;
  }
  return all;
}

/** The same until the graph is written. `isOver`: it was not, and all open models were found. */
async function classifyAtRevision(
  store: GraphStore,
  revision: number,
  mostWaiting: number,
): Promise<{ readonly classed: number; readonly isOver: boolean }> {
  let lineages = new FollowedLineages(store);
  let classed = 0;
  let isOver = true;
  const waiting: Promise<void>[] = [];
  while (isOver) {
    const ids = await store.classes.open(modelsTogether);
    if (ids.length === 0) break;
    if (lineages.size > mostKnown) lineages = new FollowedLineages(store);
    const classes = await lineages.classesOf(ids);
    const texts = new Map(ids.map((id, at) => [id, textOf(classes[at] as Classified)]));
    const stored = store.classes.assign(texts, revision).then((isStored) => {
      if (isStored) classed += ids.length;
      else isOver = false;
    });
    // Whoever waits for it learns of its failure.
    stored.catch(() => {});
    waiting.push(stored);
    if (waiting.length > mostWaiting) await waiting.shift();
    await setImmediate();
  }
  await Promise.all(waiting);
  return { classed, isOver };
}

function textOf({ useClass, licensors }: Classified): UseClassText {
  const content = JSON.stringify(useClass);
  const key = hashOf(content);
  const variant =
    licensors.length === 0 ? null : { key: hashOf(JSON.stringify([key, licensors])), licensors };
  return { key, content, variant };
}
