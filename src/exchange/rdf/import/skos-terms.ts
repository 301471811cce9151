import { iriOf } from '../../../vocab/rdf/names.ts';
import { skosXl } from '../read/read-files.ts';

const skos = (name: string) => iriOf(`skos:${name}`);

/** The IRIs of SKOS that an import reads. */
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

/** The label properties of SKOS and of SKOS-XL, whose labels are nodes. */
export const labelIris = new Map([
  [skos('prefLabel'), 'PREFERRED'],
  [skos('altLabel'), 'ALTERNATIVE'],
  [skos('hiddenLabel'), 'HIDDEN'],
  [`${skosXl}prefLabel`, 'PREFERRED'],
  [`${skosXl}altLabel`, 'ALTERNATIVE'],
  [`${skosXl}hiddenLabel`, 'HIDDEN'],
] as const);
export const literalForm = `${skosXl}literalForm`;

/** The direction of each relation between concepts. */
export const relationIris = new Map([
  [skos('broader'), 'up'],
  [skos('narrower'), 'down'],
  [skos('related'), 'side'],
  [skos('broadMatch'), 'up'],
  [skos('narrowMatch'), 'down'],
  [skos('relatedMatch'), 'side'],
] as const);

/**
 * Predicates that are ignored: they follow from other statements, or say nothing about a concept.
 */
export const impliedIris: ReadonlySet<string> = new Set([
  ...['broaderTransitive', 'narrowerTransitive', 'semanticRelation', 'mappingRelation'].map(skos),
  ...['inScheme', 'topConceptOf', 'hasTopConcept'].map(skos),
  iriOf('rdf:type'),
]);

/** Every name of SKOS. */
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
