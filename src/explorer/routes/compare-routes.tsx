import type { Addresses } from '../addresses.ts';
import { sendPage } from '../answers.tsx';
import { askFor, dataIn, UnansweredError } from '../ask.ts';
import type { VariablesOf } from '../documents.ts';
import { entityNamed, type Guess } from '../find-entity.ts';
import type { PageApp } from '../page-app.ts';
import { type Compared, ComparePage } from '../pages/compare.tsx';

/** The most models side by side. */
const most = 5;
const places = ['a', 'b', 'c', 'd', 'e'] as const;

/** The route that compares models, given by slug or name. */
export function addCompareRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/compare', async (c) => {
    const given = new URL(c.req.url).searchParams.getAll('models');
    const typed = [
      ...new Set(
        given
          .flatMap((text) => text.split(','))
          .map((text) => text.trim())
          .filter((text) => text !== ''),
      ),
    ];
    const problems: string[] = [];
    if (typed.length > most) {
      problems.push(`Expected at most ${most} models for “models”, got ${typed.length}.`);
    }
    const asked = typed.slice(0, most);
    const found = await modelsBySlug(c.env.ask, asked);
    const guesses: Guess[] = [];
    const models: Compared[] = [];
    for (const [index, text] of asked.entries()) {
      const model = found[index] ?? null;
      if (model !== null) {
        models.push(model);
        continue;
      }
      const named = await entityNamed(c.env.ask, text, ['MODEL']);
      const other = named.entity && (await modelsBySlug(c.env.ask, [named.entity.slug]))[0];
      if (other) models.push(other);
      else {
        const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
        problems.push(`There is no model “${shown}” (“models”).`);
        guesses.push(...named.guesses);
      }
    }
    const distinct = [...new Map(models.map((model) => [model.slug, model])).values()];
    return sendPage(
      c,
      <ComparePage {...{ models: distinct, problems, guesses, addresses }} />,
      problems.length > 0 ? 400 : 200,
    );
  });
}

async function modelsBySlug(
  ask: Parameters<typeof askFor>[0],
  slugs: readonly string[],
): Promise<readonly (Compared | null)[]> {
  if (slugs.length === 0) return [];
  const variables: Record<string, string | boolean> = {};
  places.forEach((place, index) => {
    const slug = slugs[index];
    if (slug === undefined) return;
    variables[place] = slug;
    variables[`with${place.toUpperCase()}`] = true;
  });
  const found = await askFor(ask, 'compare', variables as VariablesOf<'compare'>);
  const data = dataIn(found);
  if (data === null && found.errors.length === 0) throw new UnansweredError(found.errors);
  return places.slice(0, slugs.length).map((place) => data?.[place] ?? null);
}
