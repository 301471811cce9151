import { type Link, linksOf } from '../../src/exchange/wordnet/links.ts';
import { readWordNet } from '../../src/exchange/wordnet/read-wordnet.ts';
import { wordNetStatements } from '../../src/exchange/wordnet/wordnet-statements.ts';
import { sortKey } from '../../src/text/sort-key.ts';

export interface VocabularyTerm {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sort: string;
  /** The text that text filters search. */
  readonly folded: string;
  readonly summary: string;
}

/** A WordNet as the product reads it. The keys are chosen from it. */
export interface Vocabulary {
  /** By synset. */
  readonly terms: ReadonlyMap<string, VocabularyTerm>;
  /** In the order of the list by name. */
  readonly list: readonly VocabularyTerm[];
  /** By synset: the relations that start or end there. */
  readonly links: ReadonlyMap<string, readonly Link[]>;
}

/** Reads a folder of data files. */
export async function readVocabulary(directory: string): Promise<Vocabulary> {
  const reading = await readWordNet(directory);
  if (!reading.ok) throw new Error(`${directory} holds no WordNet.`);
  const { synsets } = reading.wordnet;
  const { links } = linksOf(synsets);
  const heads = [...wordNetStatements(reading.wordnet, links).entities];
  const terms = new Map<string, VocabularyTerm>();
  const ids = [...synsets.keys()];
  for (const [place, { slug, name, aliases, summary }] of heads.entries()) {
    const folded = [sortKey(name), slug, ...aliases.map(sortKey)].join('\n');
    const term = { slug, name, aliases, sort: sortKey(name), folded, summary: summary ?? '' };
    terms.set(ids[place] as string, term);
  }
  // The id differs from the slug only by its prefix. Equal names are ordered by id.
  const list = [...terms].sort(([id, one], [other, two]) =>
    one.sort === two.sort ? compare(id, other) : compare(one.sort, two.sort),
  );
  return { terms, list: list.map(([, term]) => term), links: byEnd(links) };
}

function byEnd(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of links) {
    for (const end of [link.from, link.to]) {
      const known = found.get(end);
      if (known === undefined) found.set(end, [link]);
      else known.push(link);
    }
  }
  return found;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
