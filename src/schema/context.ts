import type { Turn } from '../base/turns.ts';
import type { Loaders } from '../loaders/loaders.ts';

/** What resolvers are given with every request. */
export interface GraphContext {
  readonly loaders: Loaders;
  /** The request's place among others: long work asks it for a pause. */
  readonly turn: Turn;
  /** Base of the URIs of entities, without a slash at its end. */
  readonly publicUrl: string;
  /** The day that "now" is, YYYY-MM-DD in UTC: the default of date arguments. */
  readonly today: string;
  /** Name and version of the store behind the graph. */
  readonly store: { readonly name: string; readonly version: string };
}
