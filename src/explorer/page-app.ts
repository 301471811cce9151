import type { Context, Hono } from 'hono';
import type { AskGraph } from './ask.ts';

/** What each request provides: the graph, within the bounds of the request. */
interface PageEnv {
  Bindings: { readonly ask: AskGraph };
}
export type PageContext = Context<PageEnv>;
export type PageApp = Hono<PageEnv>;
