import { sourceId } from '../../../ontology/ids.ts';
import { isPartialDate } from '../../../ontology/partial-date.ts';
import type { SourceRecord } from '../../../ontology/records.ts';
import { zWebAddress } from '../../../ontology/web-address.ts';
import { iriOf } from '../../../vocab/rdf/names.ts';
import type { NodeIndex } from '../../../vocab/rdf/node-index.ts';
import { localName, matches, shortHash, slugOf } from './names-of-concepts.ts';
import { labelIris } from './skos-terms.ts';

/** The source for the concepts of a scheme. */
export interface SchemeSource {
  readonly record: SourceRecord;
  /** The date of its edition; null if it has none. */
  readonly asOf: string | null;
}

const titles = [
  iriOf('dcterms:title'),
  iriOf('dc:title'),
  ...labelIris.keys(),
  iriOf('rdfs:label'),
];
const publishers = [iriOf('dc:publisher'), iriOf('dcterms:publisher'), iriOf('dc:creator')];
const dates = [iriOf('dcterms:modified'), iriOf('dcterms:issued'), iriOf('dc:date')];

/** The source for a scheme. Null stands for concepts without a scheme. */
export function schemeSource(
  graph: NodeIndex,
  scheme: string | null,
  fileName: string,
): SchemeSource {
  if (scheme === null) {
    const id = sourceId(`skos-${slugOf(fileName) || shortHash(fileName)}`);
    const none = { url: null, publisher: null, publishedOn: null, retrievedOn: null };
    return { record: { id, title: fileName, ...none }, asOf: null };
  }
  const title = literal(graph, scheme, titles) ?? localName(scheme) ?? scheme;
  const asOf = dateOf(graph, scheme);
  const name = slugOf(title).slice(0, 40).replace(/-$/, '');
  const id = sourceId(`skos-${name === '' ? '' : `${name}-`}${shortHash(scheme)}`);
  const url = zWebAddress.safeParse(scheme).success ? scheme : null;
  const publisher = literal(graph, scheme, publishers);
  const record = { id, title, url, publisher, publishedOn: asOf, retrievedOn: null };
  return { record, asOf };
}

/** The first literal with one of the predicates, preferably in English. */
function literal(graph: NodeIndex, node: string, predicates: readonly string[]): string | null {
  for (const predicate of predicates) {
    const found = graph.values(node, predicate).flatMap(({ object }) => {
      return object.termType === 'Literal' ? [object] : [];
    });
    const best = found.find(({ language }) => matches(language, 'en')) ?? found[0];
    const text = best?.value.replace(/\s+/g, ' ').trim() ?? '';
    if (text !== '') return text.slice(0, 300);
  }
  return null;
}

function dateOf(graph: NodeIndex, node: string): string | null {
  for (const predicate of dates) {
    for (const { object } of graph.values(node, predicate)) {
      const [day = ''] = object.value.split('T');
      if (isPartialDate(day)) return day;
    }
  }
  return null;
}
