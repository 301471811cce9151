import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import type { Addresses } from '../addresses.ts';
import { sendPage } from '../answers.tsx';
import { askFor, dataIn, UnansweredError } from '../ask.ts';
import type { EntityKind } from '../documents/types.ts';
import { NotLoaded } from '../layout.tsx';
import { listFrom } from '../lists.ts';
import type { PageApp } from '../page-app.ts';
import { HomePage } from '../pages/home.tsx';
import { ListPage } from '../pages/list.tsx';
import { SearchPage } from '../pages/search.tsx';
import { kindWords } from '../words.ts';

/** The number of entities on one page of a list. Most glossaries from A to Z fit on one page. */
const listSize = 500;

/** The routes of the home page, search, and the lists from A to Z. */
export function addFindRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/', async (c) => {
    const found = await askFor(c.env.ask, 'home', {});
    const data = dataIn(found);
    if (data === null) throw new UnansweredError(found.errors);
    return sendPage(
      c,
      <NotLoaded.Provider value={found.errors.map(({ message }) => message)}>
        <HomePage found={data} addresses={addresses} />
      </NotLoaded.Provider>,
    );
  });

  app.get('/search', async (c) => {
    const given = new URL(c.req.url).searchParams;
    const query = given.get('q') ?? '';
    const problems: string[] = [];
    const kind = kindNamed(given.get('kind'), problems);
    const after = given.get('after');
    const found =
      query.trim() === ''
        ? null
        : await askFor(c.env.ask, 'search', { query, kinds: kind && [kind], after });
    problems.push(...(found?.errors ?? []).map(({ message }) => message));
    const hits = (found && dataIn(found)?.search) ?? null;
    return sendPage(
      c,
      <SearchPage {...{ query, kind, hits, problems, addresses }} />,
      problems.length > 0 ? 400 : 200,
    );
  });

  for (const kind of entityKinds) {
    const path = kind === 'MODEL' ? '/a-z/models' : `/${kindOf(kind).folder}`;
    app.get(path, async (c) => {
      const after = new URL(c.req.url).searchParams.get('after');
      const list = await listFrom(c.env.ask, kind, after, listSize);
      return sendPage(
        c,
        <ListPage {...{ kind, ...list, first: after === null, addresses }} />,
        list.problem === null ? 200 : 400,
      );
    });
  }
}

function kindNamed(text: string | null, problems: string[]): EntityKind | null {
  if (text === null || text === '') return null;
  const kind = entityKinds.find((each) => each === text.toUpperCase());
  if (kind !== undefined) return kind;
  const expected = Object.values(kindWords).join(', ').toLowerCase();
  problems.push(`Expected one of ${expected} for “kind”; all kinds are shown.`);
  return null;
}
