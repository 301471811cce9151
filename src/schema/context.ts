import type { Turn } from '../base/turns.ts';
import type { Loaders } from '../loaders/loaders.ts';

/** The context of resolvers, one for each request. */
export interface GraphContext {
  readonly loaders: Loaders;
  /** The request's turn. Long work asks it for pauses. */
  readonly turn: Turn;
  /** The base of the URIs of entities, without a trailing slash. */
  readonly publicUrl: string;
  /** Today, YYYY-MM-DD in UTC: the default of date arguments. */
  readonly today: string;
  /** The name and version of the store. */
  readonly store: { readonly name: string; readonly version: string };
}
