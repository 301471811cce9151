import { iriOf } from '../../../vocab/rdf/names.ts';
import { skosXl } from '../read/read-files.ts';

const skos = (name: string) => iriOf(`skos:${name}`);

/** Names of SKOS that an import looks at, as IRIs. */
export const skosIri = {
  concept: skos('Concept'),
  scheme: skos('ConceptScheme'),
  collections: [skos('Collection'), skos('OrderedCollection')],
  inScheme: skos('inScheme'),
  topConceptOf: skos('topConceptOf'),
  hasTopConcept: skos('hasTopConcept'),
  definition: skos('definition'),
  scopeNote: skos('scopeNote'),
  notes: [skos('note'), skos('example')],
  notation: skos('notation'),
  exactMatch: skos('exactMatch'),
  closeMatch: skos('closeMatch'),
} as const;

/** Labels of SKOS, and those of its extension, which are nodes of their own. */
export const labelIris = new Map([
  [skos('prefLabel'), 'PREFERRED'],
  [skos('altLabel'), 'ALTERNATIVE'],
  [skos('hiddenLabel'), 'HIDDEN'],
  [`${skosXl}prefLabel`, 'PREFERRED'],
  [`${skosXl}altLabel`, 'ALTERNATIVE'],
  [`${skosXl}hiddenLabel`, 'HIDDEN'],
] as const);
export const literalForm = `${skosXl}literalForm`;

/** Which way a relation of concepts leads. */
export const relationIris = new Map([
  [skos('broader'), 'up'],
  [skos('narrower'), 'down'],
  [skos('related'), 'side'],
  [skos('broadMatch'), 'up'],
  [skos('narrowMatch'), 'down'],
  [skos('relatedMatch'), 'side'],
] as const);

/** What follows from other statements, or says nothing of a concept. */
export const impliedIris: ReadonlySet<string> = new Set([
  ...['broaderTransitive', 'narrowerTransitive', 'semanticRelation', 'mappingRelation'].map(skos),
  ...['inScheme', 'topConceptOf', 'hasTopConcept'].map(skos),
  iriOf('rdf:type'),
]);

/** Every name that SKOS has. */
export const allSkosNames: ReadonlySet<string> = new Set(
  [
    ...['Concept', 'ConceptScheme', 'Collection', 'OrderedCollection', 'inScheme', 'hasTopConcept'],
    ...['topConceptOf', 'prefLabel', 'altLabel', 'hiddenLabel', 'notation', 'note', 'changeNote'],
    ...['definition', 'editorialNote', 'example', 'historyNote', 'scopeNote', 'semanticRelation'],
    ...['broader', 'narrower', 'related', 'broaderTransitive', 'narrowerTransitive', 'member'],
    ...['memberList', 'mappingRelation', 'broadMatch', 'narrowMatch', 'relatedMatch'],
    ...['exactMatch', 'closeMatch'],
  ].map(skos),
);
