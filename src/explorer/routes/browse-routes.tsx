import type { Addresses } from '../addresses.ts';
import { sendPage } from '../answers.tsx';
import { askFor, dataIn, UnansweredError } from '../ask.ts';
import type { EntityKind, TermKind } from '../documents/types.ts';
import { FormReader } from '../form.ts';
import type { PageApp } from '../page-app.ts';
import { ChangesPage } from '../pages/changes.tsx';
import { DisagreementsPage } from '../pages/disagreements.tsx';
import { TopicPage, TopicsPage } from '../pages/topics.tsx';
import { recentChanges } from '../recent-changes.ts';
import { kindPlurals, termKindWords } from '../words.ts';

/** The routes of lists: disagreements, changes, terms by topic, and suggestions while typing. */
export function addBrowseRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/disagreements', async (c) => {
    const read = new FormReader(new URL(c.req.url).searchParams);
    const kind = read.oneOf<EntityKind>('kind', kindPlurals);
    const settled = read.oneOf('settled', { no: '', yes: '' });
    const after = read.text('after');
    const found = await askFor(c.env.ask, 'disagreements', {
      kinds: kind === null ? null : [kind],
      contested: settled === null ? null : settled === 'no',
      after,
    });
    const list = dataIn(found)?.disagreements ?? null;
    const problems = [...read.problems, ...found.errors.map(({ message }) => message)];
    return sendPage(
      c,
      <DisagreementsPage
        {...{ list, kind, settled, first: after === null, problems, addresses }}
      />,
      problems.length > 0 ? 400 : 200,
    );
  });

  app.get('/topics', async (c) => {
    const read = new FormReader(new URL(c.req.url).searchParams);
    const kind = read.oneOf<TermKind>('kind', termKindWords);
    const after = read.text('after');
    const { problems } = read;
    if (kind !== null) {
      const found = await askFor(c.env.ask, 'topic', { kind, after });
      problems.push(...found.errors.map(({ message }) => message));
      const list = dataIn(found)?.terms ?? null;
      return sendPage(
        c,
        <TopicPage {...{ kind, list, first: after === null, problems, addresses }} />,
        problems.length > 0 ? 400 : 200,
      );
    }
    const found = await askFor(c.env.ask, 'topics', {});
    const topics = dataIn(found);
    if (topics === null) throw new UnansweredError(found.errors);
    return sendPage(
      c,
      <TopicsPage {...{ topics, problems, addresses }} />,
      problems.length > 0 ? 400 : 200,
    );
  });

  app.get('/changes', async (c) => {
    const recent = await recentChanges(c.env.ask);
    return sendPage(c, <ChangesPage {...{ recent, addresses }} />);
  });

  app.get('/suggest', async (c) => {
    const read = new FormReader(new URL(c.req.url).searchParams);
    const text = read.text('q') ?? '';
    const kind = read.oneOf<EntityKind>('kind', kindPlurals);
    c.header('cache-control', 'no-cache');
    if (read.problems.length > 0) {
      const message = read.problems.join(' ');
      return c.json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] }, 400);
    }
    if (text === '') return c.json([]);
    const kinds = kind === null ? null : [kind];
    const found = await askFor(c.env.ask, 'suggestions', { text, kinds });
    const suggestions = dataIn(found)?.suggest ?? [];
    return c.json(
      suggestions.flatMap(({ text: shown, entity }) =>
        entity === null
          ? []
          : [{ text: shown, name: entity.name, kind: entity.kind, path: addresses.of(entity) }],
      ),
    );
  });
}
