import type { Quad, Term } from 'n3';
import { addTo } from '../../base/group-by.ts';
import { rdfType } from './names.ts';

/** The place of a statement. The line is null where the parser of the format does not report it. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
}

/** A statement about a node. */
export interface Statement {
  readonly predicate: string;
  readonly object: Term;
  readonly place: Place;
}

const nothing: readonly Statement[] = [];

/** The key of a node: its IRI, or "_:" and the label of a blank node. */
export function nodeKey(term: Term): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value;
}

/** Statements by their subject, in the order of reading. */
export class NodeIndex {
  readonly #nodes = new Map<string, Statement[]>();
  /** Each name and each line is stored once, since both are repeated often. */
  readonly #predicates = new Map<string, string>();
  readonly #names = new Map<string, Term>();
  #place: Place | null = null;

  add(
    { subject, predicate, object }: Pick<Quad, 'subject' | 'predicate' | 'object'>,
    place: Place,
  ) {
    const name = this.#predicates.get(predicate.value) ?? predicate.value;
    this.#predicates.set(name, name);
    const statement = { predicate: name, object: this.#once(object), place: this.#same(place) };
    addTo(this.#nodes, nodeKey(subject), statement);
  }

  /** Forgets all statements, so that their memory is free for what was made of them. */
  clear(): void {
    this.#nodes.clear();
    this.#predicates.clear();
    this.#names.clear();
    this.#place = null;
  }

  #once(object: Term): Term {
    if (object.termType !== 'NamedNode') return object;
    const known = this.#names.get(object.value);
    if (known !== undefined) return known;
    this.#names.set(object.value, object);
    return object;
  }

  #same(place: Place): Place {
    if (this.#place?.line !== place.line || this.#place.file !== place.file) this.#place = place;
    return this.#place;
  }

  /** Every node with statements. */
  nodes(): IterableIterator<[string, readonly Statement[]]> {
    return this.#nodes.entries();
  }

  of(node: string): readonly Statement[] {
    return this.#nodes.get(node) ?? nothing;
  }

  /** The statements about a node with a predicate. */
  values(node: string, predicate: string): readonly Statement[] {
    return this.of(node).filter((statement) => statement.predicate === predicate);
  }

  hasType(node: string, type: string): boolean {
    return this.of(node).some(
      ({ predicate, object }) => predicate === rdfType && object.value === type,
    );
  }
}
