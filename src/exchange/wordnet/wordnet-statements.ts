import { entityId, sourceId } from '../../ontology/ids.ts';
import type { SourceRecord } from '../../ontology/records.ts';
import { slugMaxLength } from '../../ontology/slug.ts';
import type { EdgeStatement, EntityHead, Statements } from '../statement.ts';
import type { Synset } from './data-line.ts';
import type { Link } from './links.ts';
import type { Release, WordNet } from './read-wordnet.ts';

/** The statements of a WordNet: a term for every synset, and the links between them. */
export function wordNetStatements(
  { release, synsets }: WordNet,
  links: readonly Link[],
): Statements {
  return {
    entities: headsOf(release, synsets.values()),
    sources: [sourceOf(release)],
    facts: [],
    edges: edgesOf(release, links),
  };
}

/** Offsets belong to one release: "wn31-n02086723". */
function keyOf({ version }: Release, synset: string): string {
  return `wn${version.replaceAll('.', '')}-${synset}`;
}

function termId(release: Release, synset: string): string {
  return entityId('TERM', keyOf(release, synset));
}

/** The first word is for readers, the rest makes the slug unique: "dog-wn31-n02086723". */
function slugOf(release: Release, { id, words }: Synset): string {
  const key = keyOf(release, id);
  const word = (words[0] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugMaxLength - key.length - 1)
    .replace(/^-|-$/g, '');
  return word === '' ? key : `${word}-${key}`;
}

function* headsOf(release: Release, synsets: Iterable<Synset>): Iterable<EntityHead> {
  for (const synset of synsets) {
    const [name = synset.id, ...aliases] = new Set(synset.words);
    yield {
      kind: 'TERM',
      id: termId(release, synset.id),
      slug: slugOf(release, synset),
      formerSlugs: [],
      name,
      aliases,
      labels: [],
      summary: synset.definition === '' ? null : synset.definition,
      status: 'CURRENT',
      replacedById: null,
      exactMatch: [],
      closeMatch: [],
      own: { termKind: 'CONCEPT', faqs: [] },
    };
  }
}

function* edgesOf(release: Release, links: readonly Link[]): Iterable<EdgeStatement> {
  for (const { type, from, to, names } of links) {
    yield {
      subjectId: termId(release, from),
      type,
      objectId: termId(release, to),
      artifact: null,
      expression: null,
      since: null,
      until: null,
      method: null,
      sourceId: idOf(release),
      asOf: release.year,
      rank: 'NORMAL',
      // The folder may be the publisher's own or a copy. This is not known.
      evidence: 'COPY',
      note: names.join('; '),
    };
  }
}

function idOf({ version }: Release): string {
  return sourceId(`wordnet-${version}`);
}

/** The license requires its notice on every copy, so the title contains it. */
function sourceOf(release: Release): SourceRecord {
  const { version, year, holder } = release;
  return {
    id: idOf(release),
    title: `WordNet ${version} Copyright ${year} by ${holder}. All rights reserved.`,
    url: 'https://wordnet.princeton.edu/',
    publisher: holder,
    publishedOn: year,
    retrievedOn: null,
  };
}
