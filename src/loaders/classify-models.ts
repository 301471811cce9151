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
/** How often a portion is repeated because the graph was written meanwhile. */
const attempts = 10;

/**
 * Stores the class of every model without one, in portions. It gives up if another process keeps
 * writing; models without a class are then judged one by one. Returns the number of models with a
 * new class.
 */
export async function classifyModels(store: GraphStore): Promise<number> {
  let classed = 0;
  let known = { revision: -1, lineages: new FollowedLineages(store) };
  for (let failures = 0; failures < attempts; ) {
    // The embedded store answers without waiting, so other requests get a turn here.
    while (await store.classes.reopen?.(modelsTogether)) await setImmediate();
    store.refresh?.();
    const revision = await store.revision();
    if (revision !== known.revision || known.lineages.size > mostKnown) {
      known = { revision, lineages: new FollowedLineages(store) };
    }
    const ids = await store.classes.open(modelsTogether);
    if (ids.length === 0) break;
    const classes = await known.lineages.classesOf(ids);
    const texts = new Map(ids.map((id, at) => [id, textOf(classes[at] as Classified)]));
    if (await store.classes.assign(texts, revision)) {
      classed += ids.length;
      failures = 0;
    } else failures += 1;
    await setImmediate();
  }
  return classed;
}

function textOf({ useClass, licensors }: Classified): UseClassText {
  const content = JSON.stringify(useClass);
  const key = hashOf(content);
  const variant =
    licensors.length === 0 ? null : { key: hashOf(JSON.stringify([key, licensors])), licensors };
  return { key, content, variant };
}
