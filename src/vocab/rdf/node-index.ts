import type { Quad, Term } from 'n3';
import { addTo } from '../../base/group-by.ts';
import { iriOf } from './names.ts';

/** Where a statement stands; the line is null where the reader of the format does not tell it. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
}

/** What is said of a node. */
export interface Statement {
  readonly predicate: string;
  readonly object: Term;
  readonly place: Place;
}

const rdfType = iriOf('rdf:type');
const nothing: readonly Statement[] = [];

/** How nodes are told apart: an IRI, or "_:" and the label of a blank node. */
export function nodeKey(term: Term): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value;
}

/** Statements by the node that they are about, in the order in which they were read. */
export class NodeIndex {
  readonly #nodes = new Map<string, Statement[]>();
  /** Predicates come again and again: each is held once. */
  readonly #predicates = new Map<string, string>();

  add(
    { subject, predicate, object }: Pick<Quad, 'subject' | 'predicate' | 'object'>,
    place: Place,
  ) {
    const name = this.#predicates.get(predicate.value) ?? predicate.value;
    this.#predicates.set(name, name);
    addTo(this.#nodes, nodeKey(subject), { predicate: name, object, place });
  }

  /** Every node of which something is said. */
  nodes(): IterableIterator<[string, readonly Statement[]]> {
    return this.#nodes.entries();
  }

  of(node: string): readonly Statement[] {
    return this.#nodes.get(node) ?? nothing;
  }

  /** What is said of a node by a predicate. */
  values(node: string, predicate: string): readonly Statement[] {
    return this.of(node).filter((statement) => statement.predicate === predicate);
  }

  hasType(node: string, type: string): boolean {
    return this.of(node).some(
      ({ predicate, object }) => predicate === rdfType && object.value === type,
    );
  }
}
