import type { Addresses } from '../addresses.ts';
import { sendPage } from '../answers.tsx';
import { type AskGraph, askFor, dataIn, UnansweredError } from '../ask.ts';
import { type EntityName, entityReference, readEntityName } from '../entity-names.ts';
import { entityNamed, type Guess } from '../find-entity.ts';
import { FormReader } from '../form.ts';
import type { PageApp } from '../page-app.ts';
import { PathPage } from '../pages/path.tsx';

const ends = ['from', 'to'] as const;
type End = (typeof ends)[number];

/** The route that shows how two entities are linked. */
export function addPathRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/path', async (c) => {
    const read = new FormReader<End>(new URL(c.req.url).searchParams);
    const typed = { from: read.text('from') ?? '', to: read.text('to') ?? '' };
    const { problems } = read;
    const guesses: Record<End, readonly Guess[]> = { from: [], to: [] };
    const names: Partial<Record<End, EntityName>> = {};
    const asked = ends.some((end) => typed[end] !== '');
    for (const end of asked ? ends : []) {
      const text = typed[end];
      if (text === '') {
        problems.push(`Expected a name for “${end}”.`);
        continue;
      }
      const found = await endNamed(c.env.ask, text);
      if (found.name !== null) names[end] = found.name;
      else {
        guesses[end] = found.guesses;
        const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
        problems.push(
          found.guesses.length > 0
            ? `“${shown}” (“${end}”) names no single entity: choose one.`
            : `Nothing is called “${shown}” (“${end}”).`,
        );
      }
    }
    const { from, to } = names;
    const found =
      from && to
        ? await askFor(c.env.ask, 'path', {
            from: entityReference(from),
            to: entityReference(to),
          })
        : null;
    const data = found && dataIn(found);
    const refused = (found?.errors ?? []).filter(
      ({ extensions }) => extensions?.code !== 'NOT_FOUND',
    );
    problems.push(...refused.map(({ message }) => message));
    for (const end of ends) {
      if (data && data[end] === null) problems.push(`“${typed[end]}” (“${end}”) was not found.`);
    }
    if (found !== null && data === null && problems.length === 0) {
      throw new UnansweredError(found.errors);
    }
    return sendPage(
      c,
      <PathPage {...{ typed, found: data, guesses, problems, addresses }} />,
      problems.length > 0 ? 400 : 200,
    );
  });
}

async function endNamed(
  ask: AskGraph,
  text: string,
): Promise<{ readonly name: EntityName | null; readonly guesses: readonly Guess[] }> {
  const name = readEntityName(text);
  if (name !== null) return { name, guesses: [] };
  const { entity, guesses } = await entityNamed(ask, text, null);
  return { name: entity, guesses };
}
