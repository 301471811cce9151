import type { NamedNode } from 'n3';
import { DataFactory } from 'n3';
import { madeOnce } from '../../base/made-once.ts';
import type { Enumeration } from '../../ontology/enumeration.ts';
import { entityId, sourceId } from '../../ontology/ids.ts';
import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';

/** Other vocabularies, by their prefix in files. */
export const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  spdx: 'http://spdx.org/rdf/terms#',
  void: 'http://rdfs.org/ns/void#',
  dcat: 'http://www.w3.org/ns/dcat#',
} as const;

/** The prefix of our own vocabulary. */
export const ownPrefix = 'gg';

/** A name with its prefix, such as "skos:broader". */
export type Curie = `${keyof typeof namespaces | typeof ownPrefix}:${string}`;

/** The IRI of a name in another vocabulary. */
export function iriOf(curie: Curie): string {
  const colon = curie.indexOf(':');
  const prefix = curie.slice(0, colon) as keyof typeof namespaces;
  return namespaces[prefix] + curie.slice(colon + 1);
}

export const rdfType = iriOf('rdf:type');

/** The folder of sources, in addition to those of the kinds. */
const sourceFolder = 'sources';

/** The permanent address of an entity. It uses the first slug, so a change of slug keeps it. */
function entityUri(base: string, { id, kind }: { id: string; kind: EntityKind }): string {
  return `${base}/${kindOf(kind).folder}/${firstSlug(id)}`;
}

function firstSlug(id: string): string {
  return encodeURIComponent(id.slice(id.indexOf(':') + 1));
}

/** The RDF names of one server's graph. All of its own names are below its address. */
export class Names {
  /** The public URL of the server, without a trailing slash. */
  readonly base: string;
  /** The namespace of our own vocabulary. */
  readonly own: string;
  readonly #nodes = new Map<string, NamedNode>();

  constructor(base: string) {
    this.base = base;
    this.own = `${base}/vocab#`;
  }

  /** The prefixes that files declare, with their namespaces. */
  prefixes(): Readonly<Record<string, string>> {
    return { ...namespaces, [ownPrefix]: this.own };
  }

  node(curie: Curie): NamedNode {
    return madeOnce(this.#nodes, curie, () => {
      const [prefix = '', ...rest] = curie.split(':');
      const iri = prefix === ownPrefix ? this.own + rest.join(':') : iriOf(curie);
      return DataFactory.namedNode(iri);
    });
  }

  /** A value of an enumeration: "gg:Artifact-WEIGHTS". */
  value({ name }: Pick<Enumeration<string>, 'name'>, value: string): NamedNode {
    return this.node(`gg:${name}-${value}`);
  }

  entity(entity: { readonly id: string; readonly kind: EntityKind }): NamedNode {
    return DataFactory.namedNode(entityUri(this.base, entity));
  }

  source(id: string): NamedNode {
    return DataFactory.namedNode(`${this.base}/${sourceFolder}/${firstSlug(id)}`);
  }

  /** The SKOS scheme of all terms. */
  scheme(): NamedNode {
    return DataFactory.namedNode(`${this.base}/${kindOf('TERM').folder}`);
  }
}

/** The entity or source that one of our addresses names. */
interface OwnName {
  readonly base: string;
  /** Null for a source. */
  readonly kind: EntityKind | null;
  readonly id: string;
}

/** Reads one of our addresses; null for any other form. */
export function ownNameOf(iri: string): OwnName | null {
  const [, base, folder, written] = /^(.+)\/([a-z]+)\/([^/#?]+)$/s.exec(iri) ?? [];
  if (base === undefined || written === undefined) return null;
  let slug: string;
  try {
    slug = decodeURIComponent(written);
  } catch {
    return null;
  }
  if (folder === sourceFolder) return { base, kind: null, id: sourceId(slug) };
  const kind = entityKinds.find((each) => kindOf(each).folder === folder);
  return kind === undefined ? null : { base, kind, id: entityId(kind, slug) };
}
