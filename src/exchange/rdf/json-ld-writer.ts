import type { Quad, Term } from 'n3';
import { madeOnce } from '../../base/made-once.ts';
import { iriOf, type Names, rdfType } from '../../vocab/rdf/names.ts';
import type { QuadWriter } from './quad-writer.ts';

type Values = Record<string, unknown>;

const xsdString = iriOf('xsd:string');
const xsdInteger = iriOf('xsd:integer');
const xsdBoolean = iriOf('xsd:boolean');

/** Writes one JSON-LD document with its own context, so that readers need not fetch one. */
export class JsonLdWriter implements QuadWriter {
  readonly #names: Names;
  /** The namespaces with their prefixes, to shorten names. */
  readonly #prefixes: readonly (readonly [namespace: string, prefix: string])[];
  readonly #short = new Map<string, string>();
  #first = true;

  constructor(names: Names) {
    this.#names = names;
    const prefixes = Object.entries(names.prefixes());
    this.#prefixes = prefixes.map(([prefix, namespace]) => [namespace, prefix]);
  }

  begin(): string {
    return `{\n"@context": ${JSON.stringify(this.#names.prefixes(), null, 1)},\n"@graph": [`;
  }

  /** Writes one object for each subject, in the order of first appearance. */
  add(quads: Iterable<Quad>): string {
    const nodes = new Map<string, Values>();
    for (const { subject, predicate, object } of quads) {
      const id = subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value;
      const node = madeOnce(nodes, id, (): Values => ({ '@id': id }));
      const isType = predicate.value === rdfType;
      const key = isType ? '@type' : this.#shortened(predicate.value);
      const value = isType ? this.#shortened(object.value) : this.#valueOf(object);
      const values = node[key];
      if (Array.isArray(values)) values.push(value);
      else node[key] = [value];
    }
    let text = '';
    for (const node of nodes.values()) {
      text += `${this.#first ? '\n' : ',\n'}${JSON.stringify(unwrapped(node))}`;
      this.#first = false;
    }
    return text;
  }

  end(): string {
    return '\n]\n}\n';
  }

  #valueOf(object: Term): unknown {
    if (object.termType === 'BlankNode') return { '@id': `_:${object.value}` };
    if (object.termType !== 'Literal') return { '@id': object.value };
    const { value, language, datatype } = object;
    if (language !== '') return { '@value': value, '@language': language };
    switch (datatype.value) {
      case xsdString:
        return value;
      case xsdBoolean:
        return value === 'true';
      case xsdInteger:
        return Number(value);
      default:
        return { '@value': value, '@type': this.#shortened(datatype.value) };
    }
  }

  #shortened(iri: string): string {
    return madeOnce(this.#short, iri, () => {
      const [namespace, prefix] = this.#prefixes.find(([start]) => iri.startsWith(start)) ?? [];
      return namespace === undefined ? iri : `${prefix}:${iri.slice(namespace.length)}`;
    });
  }
}

/** Replaces lists of one value by the value. */
function unwrapped(node: Values): Values {
  const entries = Object.entries(node).map(([key, value]) => {
    return [key, Array.isArray(value) && value.length === 1 ? value[0] : value];
  });
  return Object.fromEntries(entries);
}
