/**
 * Opens a filled store in its own process, searches its texts, and prints the cost as JSON: `node
 * --import tsx bench/texts/ask.ts PLACE MODELS`, with the place as JSON.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Loaders } from '../../src/loaders/loaders.ts';
import { RequestCache } from '../../src/loaders/page-cache.ts';
import { mentionsIn } from '../../src/text/mentions-in.ts';
import { search } from '../../src/text/search/search.ts';
import { parseSearchQuery } from '../../src/text/search/search-words.ts';
import { suggest } from '../../src/text/search/suggest.ts';
import { Random } from '../../test/support/random.ts';
import { type HubModel, hubModels, writing } from './hub-models.ts';
import { openStore, type Place } from './place.ts';

const questions = 300;

export interface Asked {
  /** The milliseconds from the start of opening to the first hits. */
  readonly firstSearch: number;
  readonly firstSuggest: number;
  readonly firstAnnotate: number;
  /** The milliseconds of each request, by its kind. */
  readonly took: Readonly<Record<string, readonly number[]>>;
  /** How often a model came first in the search for its name. */
  readonly rightFirst: number;
  readonly residentBytes: number;
  /** The milliseconds of rewriting one model, and of the search after it. */
  readonly write: number;
  readonly searchAfterWrite: number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function misspelled(name: string, random: Random): string {
  const at = 1 + random.below(name.length - 2);
  return `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`;
}

async function ask(place: Place, count: number): Promise<Asked> {
  const random = new Random(7);
  // Only these models are held, so that the memory is that of the store.
  const every = Math.max(1, Math.floor(count / questions));
  const models: HubModel[] = [];
  let at = 0;
  for (const model of hubModels(count)) if (at++ % every === 0) models.push(model);
  const some = models.slice(0, questions);
  const prose = (picked: readonly HubModel[]) =>
    picked.map(({ name }) => `We ran ${name} beside the base model, on one machine.`).join(' ');
  const begun = performance.now();
  const store = await openStore(place);
  const source = () =>
    new Loaders(store, new RequestCache(), {}, () => {
      throw new Error('No license is asked for.');
    }).texts;
  const find = (text: string) => search(source(), parseSearchQuery(text), null);
  await find('instruct');
  const firstSearch = performance.now() - begun;
  const firstSuggest = await timed(() => suggest(source(), 'l'));
  const text = prose(some).slice(0, 2000);
  const firstAnnotate = await timed(() => mentionsIn(source(), text, null));
  const took: Record<string, number[]> = {};
  const measure = async (what: string, work: (model: HubModel) => Promise<unknown>) => {
    took[what] = [];
    for (const model of some) took[what]?.push(await timed(() => work(model)));
  };
  const last = ({ name }: HubModel) => name.slice(name.indexOf('/') + 1);
  let rightFirst = 0;
  await measure('search: a name', async (model) => {
    const [hit] = await find(model.name);
    if (hit?.label === model.name) rightFirst += 1;
  });
  await measure('search: a name with a mistake', ({ name }) => find(misspelled(name, random)));
  await measure('search: two words of most names', (model) =>
    find(last(model).replaceAll('-', ' ').split(' ').slice(0, 2).join(' ')),
  );
  await measure('search: words of texts', () =>
    find('which model for those who need legal advice'),
  );
  await measure('suggest: one letter', ({ name }) => suggest(source(), name.slice(0, 1)));
  await measure('suggest: the first of a name', (model) =>
    suggest(source(), last(model).slice(0, 2 + random.below(8))),
  );
  await measure('suggest: a mistake', (model) =>
    suggest(source(), misspelled(last(model).slice(0, 8), random)),
  );
  await measure('annotate: 2,000 characters', () => {
    const picked = Array.from({ length: 40 }, () => random.pick(models));
    return mentionsIn(source(), prose(picked).slice(0, 2000), null);
  });
  const residentBytes = process.memoryUsage().rss;
  const [changed] = models;
  if (changed === undefined) throw new Error('There is no model.');
  const write = await timed(() => store.write(writing([{ ...changed, name: 'anew/renamed-7b' }])));
  const searchAfterWrite = await timed(() => find('renamed 7b'));
  await store.write(writing([changed]));
  await store.close();
  await sleep(0);
  return {
    ...{ firstSearch, firstSuggest, firstAnnotate, took, rightFirst, residentBytes },
    ...{ write, searchAfterWrite },
  };
}

const [place = '', count = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await ask(JSON.parse(place) as Place, Number(count))));
