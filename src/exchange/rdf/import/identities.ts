import { addTo } from '../../../base/group-by.ts';
import { shown } from '../../../vocab/skos/integrity.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import { cleanLabel } from './clean-text.ts';
import { type KnownTerm, type KnownTerms, mintedId } from './known-terms.ts';
import { localName, nameLabel, slugCandidates } from './names-of-concepts.ts';
import type { Concept, Label } from './skos-concepts.ts';

/** The entity of a concept in the graph, and its name there. */
export interface Identity {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly nameLanguage: string;
  /** Whether another data set also states it. */
  readonly shared: boolean;
}

interface Named {
  readonly concept: Concept;
  readonly name: string;
  readonly nameLanguage: string;
}

interface Options {
  readonly known: KnownTerms;
  /** The data set to import. */
  readonly dataset: string;
  readonly problems: RdfProblem[];
}

/**
 * Finds the terms of the graph for the concepts, by address or exact match. All other concepts get
 * new slugs. The slugs do not depend on the order of the concepts.
 */
export async function identitiesOf(
  concepts: readonly Concept[],
  languages: readonly string[],
  { known, dataset, problems }: Options,
): Promise<ReadonlyMap<string, Identity>> {
  const named = concepts
    .flatMap((concept) => nameOf(concept, languages, problems))
    .sort((one, other) => (one.concept.node < other.concept.node ? -1 : 1));
  const uris = named.flatMap(({ concept }) => urisOf(concept));
  const terms = await known.byUri([...new Set(uris)]);
  const identities = new Map<string, Identity>();
  const holders = new Map<string, string>();
  const unknown: Named[] = [];
  // A concept's own address counts more than the exact matches of another concept.
  for (const own of [true, false]) {
    for (const each of named) {
      const { concept } = each;
      if (identities.has(concept.node)) continue;
      const term = own ? terms.get(concept.node) : matchOf(concept, terms);
      if (term === undefined) continue;
      const holder = holders.get(term.id);
      if (holder !== undefined) {
        const message = `${shown(concept.node)} and ${shown(holder)} are both the same as ${term.id}; only the latter is taken for it`;
        problems.push({ ...concept.place, severity: 'warning', code: 'two-for-one', message });
        continue;
      }
      holders.set(term.id, concept.node);
      identities.set(concept.node, knownIdentity(term, dataset));
    }
  }
  for (const each of named) if (!identities.has(each.concept.node)) unknown.push(each);
  await mint(unknown, identities, known);
  return identities;
}

function urisOf({ node, exactMatch }: Concept): readonly string[] {
  return [node, ...exactMatch].filter((uri) => /^https?:/i.test(uri));
}

function matchOf(
  { exactMatch }: Concept,
  terms: ReadonlyMap<string, KnownTerm>,
): KnownTerm | undefined {
  return exactMatch.map((uri) => terms.get(uri)).find((term) => term !== undefined);
}

/** A known term keeps its name. Names in the import become labels. */
function knownIdentity({ id, slug, name, labels, owners }: KnownTerm, dataset: string): Identity {
  const label = labels.find(({ kind, text }) => kind === 'PREFERRED' && text === name);
  const shared = owners.some((owner) => owner !== dataset);
  return { id, slug, name, nameLanguage: label?.language ?? 'en', shared };
}

function nameOf(
  concept: Concept,
  languages: readonly string[],
  problems: RdfProblem[],
): readonly Named[] {
  // Problems of labels are reported elsewhere, where all labels are read.
  const best = nameLabel(concept.labels, languages);
  const label =
    best === null || isFit(best) ? best : nameLabel(concept.labels.filter(isFit), languages);
  if (label !== null) {
    const name = cleanLabel(label, []) ?? '';
    return [{ concept, name, nameLanguage: label.language }];
  }
  const name = concept.node.startsWith('_:')
    ? ''
    : localName(concept.node).replaceAll('_', ' ').trim();
  const place = { ...concept.place, severity: 'warning', code: 'nameless' } as const;
  if (
    name === '' ||
    cleanLabel({ text: name, language: 'und', place: concept.place }, []) === null
  ) {
    problems.push({ ...place, message: `${shown(concept.node)} has no label; it is left out` });
    return [];
  }
  const message = `${shown(concept.node)} has no label; it is called "${name}"`;
  problems.push({ ...place, message });
  return [{ concept, name, nameLanguage: 'und' }];
}

function isFit(label: Label): boolean {
  return cleanLabel(label, []) !== null;
}

/**
 * Gives each concept an unused slug. If several want the same slug, the one with the first address
 * gets it.
 */
async function mint(
  named: readonly Named[],
  identities: Map<string, Identity>,
  known: KnownTerms,
): Promise<void> {
  const candidates = named.map(({ concept, name }) => slugCandidates(concept, name));
  const inGraph = await known.bySlug([...new Set(candidates.flat())]);
  const wanted = new Map<string, number[]>();
  for (const [index, [first = '']] of candidates.entries()) addTo(wanted, first, index);
  const taken = new Set([...identities.values()].map(({ slug }) => slug));
  for (const [index, { concept, name, nameLanguage }] of named.entries()) {
    const isLasting = !/^https?:/i.test(concept.node);
    const own = candidates[index] ?? [];
    // Without an address, the concept can only be found again by its slug. The slug must then be
    // the same at every import.
    const choices = isLasting ? own.slice(-1) : own;
    const slug =
      choices.find((each) => {
        const holder = inGraph.get(each);
        const isFree = holder === undefined || (isLasting && holder === mintedId(each));
        return isFree && !taken.has(each);
      }) ?? `${own.at(-1)}-${index}`;
    taken.add(slug);
    const identity = { id: mintedId(slug), slug, name, nameLanguage, shared: false };
    identities.set(concept.node, identity);
  }
}
