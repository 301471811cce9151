import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Addresses } from './addresses.ts';
import { type AskGraph, askFor } from './ask.ts';
import type { EntityKind } from './documents/types.ts';
import { distinct, type Guess } from './find-entity.ts';
import { formFor } from './negotiation.ts';
import type { PageContext } from './page-app.ts';
import { ProblemPage } from './pages/problem.tsx';

/** Sends a page. Browsers ask for it again each time, since the next write may change it. */
export function sendPage(
  c: PageContext,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache');
  return c.html(`<!DOCTYPE html>${String(page)}`, status);
}

/** Answers that nothing was found, with guesses. Programs get JSON. */
export function notFound(
  c: PageContext,
  addresses: Addresses,
  text: string,
  guesses: readonly Guess[],
): Response | Promise<Response> {
  c.header('vary', 'accept');
  if (formFor(c) !== 'html') {
    const message = 'This address was not found. GraphQL is served at /graphql.';
    const perhaps = guesses.map((guess) => addresses.absolute(addresses.of(guess)));
    return c.json({ errors: [{ message, extensions: { code: 'NOT_FOUND', perhaps } }] }, 404);
  }
  return sendPage(
    c,
    <ProblemPage
      title="Not found"
      says={text === '' ? 'This page was not found.' : `There is no “${shortened(text)}” here.`}
      guesses={guesses}
      query={text}
      addresses={addresses}
    />,
    404,
  );
}

/** Guesses for a text that was not found, those of the kind first. */
export async function guessesFor(
  ask: AskGraph,
  text: string,
  kind: EntityKind | null,
): Promise<readonly Guess[]> {
  if (text.trim() === '') return [];
  const kinds = kind === null ? null : [kind];
  const { data } = await askFor(ask, 'guesses', { text: text.slice(0, 200), kinds });
  return distinct([
    ...(data?.suggest ?? []).flatMap(({ entity }) => entity ?? []),
    ...(data?.search?.edges ?? []).map(({ node }) => node),
  ]);
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
