import type { Linked } from './addresses.ts';
import { type AskGraph, askFor, dataIn } from './ask.ts';
import type { EntityKind } from './documents/types.ts';

export type Guess = Linked & { readonly summary: string | null };

/** The entity that a typed name means, or guesses. */
interface NameFound {
  /** The only entity with the name; null for none or several. */
  readonly entity: Guess | null;
  readonly guesses: readonly Guess[];
}

/** Looks up a typed name among entities of the given kinds, or of all kinds. */
export async function entityNamed(
  ask: AskGraph,
  text: string,
  kinds: readonly EntityKind[] | null,
): Promise<NameFound> {
  const found = await askFor(ask, 'guesses', { text: text.slice(0, 200), kinds, only: kinds });
  const data = dataIn(found);
  const hits = data?.search?.edges ?? [];
  const exact = hits.filter(({ matchedOn }) => matchedOn === 'EXACT');
  const [only] = exact;
  const guesses = distinct([
    ...hits.map(({ node }) => node),
    ...(data?.suggest ?? []).flatMap(({ entity }) => entity ?? []),
  ]);
  return { entity: exact.length === 1 && only !== undefined ? only.node : null, guesses };
}

/** Each entity once, at its first position, at most six. */
export function distinct(guesses: readonly Guess[]): readonly Guess[] {
  const first = new Map<string, Guess>();
  for (const guess of guesses) {
    const key = `${guess.kind}/${guess.slug}`;
    if (!first.has(key)) first.set(key, guess);
  }
  return [...first.values()].slice(0, 6);
}
