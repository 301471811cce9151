import type { Term } from 'n3';
import type { z } from 'zod';
import { enumerationOf } from '../../../ontology/enumeration.ts';
import { isPartialDate } from '../../../ontology/partial-date.ts';
import { enumValueIn } from '../../../vocab/rdf/fact-terms.ts';
import { type Curie, type Names, ownNameOf } from '../../../vocab/rdf/names.ts';
import {
  type NodeIndex,
  nodeKey,
  type Place,
  type Statement,
} from '../../../vocab/rdf/node-index.ts';
import { fieldShape, keyTermOf } from '../../../vocab/rdf/record-quads.ts';
import { quoted, shown } from '../../../vocab/skos/integrity.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';

type Values = Record<string, unknown>;

/** Reads nodes in the form of an export. Reports a problem where the form differs. */
export class NodeReader {
  readonly graph: NodeIndex;
  readonly names: Names;
  readonly problems: RdfProblem[];

  constructor(graph: NodeIndex, names: Names, problems: RdfProblem[]) {
    this.graph = graph;
    this.names = names;
    this.problems = problems;
  }

  all(node: string, curie: Curie): readonly Statement[] {
    return this.graph.values(node, this.names.node(curie).value);
  }

  /**
   * The statement of a predicate. If there are several, reports a problem and returns the first.
   */
  one(node: string, curie: Curie): Statement | null {
    const [first = null, second] = this.all(node, curie);
    if (second !== undefined) {
      this.problem(second.place, 'several-values', `${shown(node)}: expected one ${curie}`);
    }
    return first;
  }

  text(node: string, curie: Curie): string | null {
    const found = this.one(node, curie);
    if (found === null) return null;
    if (found.object.termType === 'Literal') return found.object.value;
    this.problem(found.place, 'value', `${shown(node)}: expected ${curie} to be a text`);
    return null;
  }

  date(node: string, curie: Curie): string | null {
    const text = this.text(node, curie);
    if (text === null || isPartialDate(text)) return text;
    const expected = 'expected a date as YYYY, YYYY-MM or YYYY-MM-DD';
    this.problem(this.placeOf(node), 'value', `${shown(node)}: ${expected}, not ${quoted(text)}`);
    return null;
  }

  /** An address, given as an IRI or as text. */
  address(node: string, curie: Curie): string | null {
    return this.one(node, curie)?.object.value ?? null;
  }

  flag(node: string, curie: Curie): boolean {
    return flagIn(this.one(node, curie)?.object) === true;
  }

  /** A value of an enumeration. */
  value<Value extends string>(
    node: string,
    curie: Curie,
    declared: {
      readonly name: string;
      readonly description: string;
      readonly values: Readonly<Record<Value, string>>;
    },
  ): Value | null {
    const found = this.one(node, curie);
    if (found === null) return null;
    const value = enumValueIn(declared, this.names.own, found.object);
    if (value !== null) return value as Value;
    const message = `${shown(node)}: expected ${curie} to be a ${declared.name}, found ${quoted(found.object.value)}`;
    this.problem(found.place, 'value', message);
    return null;
  }

  /** The nodes of a predicate, in the order of their positions. */
  parts(node: string, curie: Curie): readonly string[] {
    const nodes = this.all(node, curie).map(({ object }) => nodeKey(object));
    const position = (part: string) => {
      const [{ object } = { object: null }] = this.all(part, 'schema:position');
      return Number(object?.value ?? 0);
    };
    return nodes
      .map((part) => ({ part, position: position(part) }))
      .sort((one, other) => one.position - other.position)
      .map(({ part }) => part);
  }

  /** A record in the form of `recordQuads`. Its values are not checked. */
  record(node: string, schema: z.ZodObject, documents: readonly string[] = []): Values {
    const record: Values = {};
    for (const [key, field] of Object.entries(schema.shape)) {
      const shape = fieldShape(field as z.ZodType);
      const { predicate } = keyTermOf(key);
      const { record: inner } = shape;
      const values: readonly unknown[] =
        inner !== null
          ? this.parts(node, predicate).map((part) => this.record(part, inner, documents))
          : this.all(node, predicate).map(({ object }) => {
              return this.#scalar(key, shape.element, object, documents);
            });
      const isNullable = (field as { def: { type: string } }).def.type === 'nullable';
      if (!shape.list) record[key] = values[0] ?? null;
      else record[key] = values.length === 0 && isNullable ? null : values;
    }
    return record;
  }

  #scalar(key: string, element: z.ZodType, object: Term, documents: readonly string[]): unknown {
    const declared = enumerationOf(element);
    if (declared !== null) return enumValueIn(declared, this.names.own, object);
    switch (keyTermOf(key).as) {
      case 'source':
        return sourceIdIn(object);
      case 'document':
        return documents.indexOf(nodeKey(object));
      default: {
        const { type } = (element as unknown as { def: { type: string } }).def;
        if (type === 'number') return Number(object.value);
        return type === 'boolean' ? flagIn(object) : object.value;
      }
    }
  }

  /** The place of the first statement about a node. */
  placeOf(node: string): Place {
    return this.graph.of(node)[0]?.place ?? { file: '', line: null };
  }

  problem(place: Place, code: string, message: string): void {
    this.problems.push({ ...place, severity: 'error', code, message });
  }

  /** The value if it matches the schema. Otherwise reports a problem and returns null. */
  checked<Value>(
    node: string,
    what: string,
    schema: z.ZodType<Value>,
    value: unknown,
  ): Value | null {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const path = issue?.path.length ? ` (${issue.path.join('.')})` : '';
    const message = `${shown(node)}: ${what}${path}: ${issue?.message ?? 'expected another value'}`;
    this.problem(this.placeOf(node), 'value', message);
    return null;
  }
}

export function flagIn(term: Term | undefined): boolean | null {
  if (term?.termType !== 'Literal') return null;
  if (['true', '1'].includes(term.value)) return true;
  return ['false', '0'].includes(term.value) ? false : null;
}

/** The id of the source with this IRI; null for any other term. */
export function sourceIdIn(term: Term): string | null {
  const name = term.termType === 'NamedNode' ? ownNameOf(term.value) : null;
  return name?.kind === null ? name.id : null;
}
