import type { RelationType } from '../../ontology/relations.ts';

/** The relation that a pointer between two synsets becomes. */
export interface PointerMeaning {
  readonly relation: RelationType;
  /** Whether the pointer leads from the relation's `to` to its `from`. */
  readonly backward: boolean;
  /** WordNet's name of the link, seen from `from`. It becomes the note of the relation. */
  readonly name: string;
}

const forward = (relation: RelationType, name: string) => ({ relation, backward: false, name });
const backward = (relation: RelationType, name: string) => ({ relation, backward: true, name });

/** Every pointer symbol of wninput(5). Inverse pointers share a name. */
const meanings: Readonly<Record<string, PointerMeaning>> = {
  '@': forward('BROADER', 'hypernym'),
  '~': backward('BROADER', 'hypernym'),
  '@i': forward('BROADER', 'instance hypernym'),
  '~i': backward('BROADER', 'instance hypernym'),
  '#p': forward('PART_OF', 'part'),
  '%p': backward('PART_OF', 'part'),
  '#m': forward('PART_OF', 'member'),
  '%m': backward('PART_OF', 'member'),
  '#s': forward('PART_OF', 'substance'),
  '%s': backward('PART_OF', 'substance'),
  '!': forward('CONTRASTS_WITH', 'antonym'),
  // Snoring entails sleeping, so one must understand sleeping first.
  '*': forward('REQUIRES', 'entailment'),
  '>': forward('RELATED_TO', 'cause'),
  '^': forward('RELATED_TO', 'also see'),
  '&': forward('RELATED_TO', 'similar to'),
  $: forward('RELATED_TO', 'verb group'),
  '=': forward('RELATED_TO', 'attribute'),
  '+': forward('RELATED_TO', 'derivationally related form'),
  '\\': forward('RELATED_TO', 'pertainym'),
  '<': forward('RELATED_TO', 'participle'),
  ';c': forward('RELATED_TO', 'domain, topic'),
  '-c': backward('RELATED_TO', 'domain, topic'),
  ';r': forward('RELATED_TO', 'domain, region'),
  '-r': backward('RELATED_TO', 'domain, region'),
  ';u': forward('RELATED_TO', 'domain, usage'),
  '-u': backward('RELATED_TO', 'domain, usage'),
};

const bySymbol = new Map(Object.entries(meanings));

/** All pointer symbols. */
export const pointerSymbols: readonly string[] = [...bySymbol.keys()];

/** The meaning of a pointer symbol; null if WordNet has no such pointer. */
export function meaningOf(symbol: string): PointerMeaning | null {
  return bySymbol.get(symbol) ?? null;
}
