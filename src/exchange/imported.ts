import { isWordNetSource } from './wordnet/wordnet-statements.ts';

/** Whether a source is one that an import adds to a graph, beside its seeds. */
export function isImportedSource(sourceId: string): boolean {
  return isWordNetSource(sourceId);
}
