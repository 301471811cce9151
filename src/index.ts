import type { Glossgraph, GlossgraphOptions } from './package-types.ts';

export type * from './package-types.ts';

/** Opens a graph. The code that it needs is loaded with the first call. */
export async function createGlossgraph(options: GlossgraphOptions = {}): Promise<Glossgraph> {
  const { openGlossgraph } = await import('./open-glossgraph.ts');
  return openGlossgraph(options);
}
