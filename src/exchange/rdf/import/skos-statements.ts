import { statedLanguage } from '../../../ontology/name-language.ts';
import type { SourceRecord } from '../../../ontology/records.ts';
import { zWebAddress } from '../../../ontology/web-address.ts';
import { iriOf } from '../../../vocab/rdf/names.ts';
import type { EdgeStatement, EntityHead, FactStatement } from '../../statement.ts';
import type { EntityStatements, StatementsInMemory } from '../../statement-stream.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import { cleanLabel, cleanProse } from './clean-text.ts';
import { type Identity, identitiesOf } from './identities.ts';
import type { KnownTerms } from './known-terms.ts';
import { mainLanguage, matches } from './names-of-concepts.ts';
import { type Concept, Tally, type Text } from './skos-concepts.ts';
import { conceptLinks } from './skos-links.ts';
import type { Vocabulary } from './skos-vocabulary.ts';

interface SkosOptions {
  readonly known: KnownTerms;
  /** The data set to import. */
  readonly dataset: string;
  /** The preferred language of names. Null: English, otherwise the language of most labels. */
  readonly language: string | null;
  readonly tally: Tally;
  readonly problems: RdfProblem[];
}

/**
 * The statements of a SKOS vocabulary: a term for each concept, with its scheme as the source. Each
 * statement is made when it is read, so that memory never holds all of them.
 */
export async function skosStatements(
  vocabulary: Vocabulary,
  { known, dataset, language, tally, problems }: SkosOptions,
): Promise<StatementsInMemory> {
  const { concepts } = vocabulary;
  const main = mainLanguage(concepts);
  const languages = [...(language === null ? [] : [language]), 'en', main, 'und'];
  const identities = await identitiesOf(concepts, languages, { known, dataset, problems });
  const links = conceptLinks(concepts, { identities, tally, problems });
  const statementsOf = (concept: Concept, identity: Identity, told: Told): EntityStatements => {
    const { record, asOf } = vocabulary.sourceOf(concept);
    const said: Said = {
      subjectId: identity.id,
      sourceId: record.id,
      asOf,
      artifact: null,
      note: null,
      rank: 'NORMAL',
      // Nobody can tell whether a file is the publisher's own or a copy.
      evidence: 'COPY',
    };
    const facts = factsOf(concept, identity, said, told);
    const edges = (links.get(concept.node) ?? []).map(({ type, to: objectId }): EdgeStatement => {
      return { type, objectId, expression: null, since: null, until: null, method: null, ...said };
    });
    return { head: headOf(concept, identity, facts, { identities, ...told }), facts, edges };
  };
  const states = concepts.flatMap((concept) => {
    const identity = identities.get(concept.node);
    return identity === undefined ? [] : [{ concept, identity }];
  });
  // All problems are reported once, before anything is loaded.
  for (const { concept, identity } of states) statementsOf(concept, identity, { tally, problems });
  const records = states.map(({ concept }) => vocabulary.sourceOf(concept).record);
  const byId = new Map<string, SourceRecord>(records.map((record) => [record.id, record]));
  return {
    sources: () => byId.values(),
    *entities() {
      const told = { tally: new Tally(), problems: [] };
      for (const { concept, identity } of states) yield statementsOf(concept, identity, told);
    },
  };
}

/** Collects problems, and counts of what cannot be imported. */
interface Told {
  readonly tally: Tally;
  readonly problems: RdfProblem[];
}

interface Context extends Told {
  readonly identities: ReadonlyMap<string, Identity>;
}

type Said = Omit<FactStatement, 'property' | 'value' | 'valueText'>;

/**
 * The facts of a concept. Only texts in the language of the name are imported. If another data set
 * also states the term, the texts become statements of their own: two definitions in different
 * words are not a contradiction.
 */
function factsOf(
  concept: Concept,
  identity: Identity,
  said: Said,
  { tally, problems }: Told,
): FactStatement[] {
  const facts: FactStatement[] = [];
  const add = (property: FactStatement['property'], value: string) => {
    const own = identity.shared ? 'STATEMENT' : property;
    facts.push({ property: own, value, valueText: value, ...said });
  };
  const inLanguage = (texts: readonly Text[], what: string) =>
    texts.flatMap((text) => {
      const { language } = text;
      const fits = language === 'und' || matches(language, identity.nameLanguage);
      if (!fits) tally.add(`${what}@${language}`);
      return fits ? (cleanProse(text, problems) ?? []) : [];
    });
  const [definition, ...more] = inLanguage(concept.definitions, iriOf('skos:definition'));
  if (definition !== undefined) add('DEFINITION', definition);
  if (more.length > 0) tally.add(`${iriOf('skos:definition')}, a further one`, more.length);
  const scope = inLanguage(concept.scopeNotes, iriOf('skos:scopeNote'));
  if (scope.length > 0) add('EXPLANATION', scope.join('\n\n'));
  for (const note of new Set(inLanguage(concept.notes, iriOf('skos:note')))) add('STATEMENT', note);
  return facts;
}

const longestSummary = 240;

function headOf(
  concept: Concept,
  identity: Identity,
  facts: readonly FactStatement[],
  { identities, tally, problems }: Context,
): EntityHead {
  const { id, slug, name, nameLanguage } = identity;
  const definition = facts.find(({ property }) => property === 'DEFINITION')?.valueText ?? '';
  const fits =
    definition !== '' && definition.length <= longestSummary && !definition.includes('\n');
  const replacement = concept.replacedBy === null ? undefined : identities.get(concept.replacedBy);
  if (concept.replacedBy !== null && replacement === undefined) {
    tally.add(`${iriOf('dcterms:isReplacedBy')} to what is not here`);
  }
  return {
    kind: 'TERM',
    id,
    slug,
    formerSlugs: [],
    name,
    aliases: [],
    labels: labelsOf(concept, identity, problems),
    summary: fits ? definition : null,
    status: concept.deprecated ? 'DEPRECATED' : 'CURRENT',
    replacedById: replacement?.id ?? null,
    exactMatch: addresses([concept.node, ...concept.exactMatch], tally, concept.node),
    closeMatch: addresses(concept.closeMatch, tally, concept.node),
    own: { termKind: 'CONCEPT', faqs: [] },
    ...statedLanguage(nameLanguage),
  };
}

/** All labels except the name. A notation becomes a hidden label, which only finds the concept. */
function labelsOf(concept: Concept, { name, nameLanguage }: Identity, problems: RdfProblem[]) {
  const labels = concept.labels.flatMap((label) => {
    const text = cleanLabel(label, problems);
    if (text === null) return [];
    const isName = text === name && label.language === nameLanguage;
    const { language, kind } = label;
    return isName ? [] : [{ text, language, kind }];
  });
  const texts = new Set([name, ...labels.map(({ text }) => text)]);
  const hidden = concept.notations.flatMap((notation) => {
    const text = notation.replace(/\s+/g, ' ').trim();
    const fits = text !== '' && text.length <= 100 && !texts.has(text);
    return fits ? [{ text, language: 'und', kind: 'HIDDEN' as const }] : [];
  });
  return [...labels, ...hidden];
}

/** The web addresses among the nodes. Others cannot be links, so they are only counted. */
function addresses(nodes: readonly string[], tally: Tally, own: string): string[] {
  return [...new Set(nodes)].filter((node) => {
    const fits = zWebAddress.safeParse(node).success;
    if (!fits && node !== own) tally.add('a match that is no web address');
    return fits;
  });
}
