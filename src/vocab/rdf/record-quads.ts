import type { NamedNode, Quad } from 'n3';
import { DataFactory } from 'n3';
import type { z } from 'zod';
import { enumerationOf } from '../../ontology/enumeration.ts';
import type { Curie, Names } from './names.ts';
import { addressTerm, countTerm, dateTerm, flagTerm, plainTerm, textTerm } from './terms.ts';

const { quad } = DataFactory;

/** How a record property is written, if its name and type do not decide. */
interface KeyTerm {
  readonly predicate: Curie;
  readonly as: 'value' | 'prose' | 'date' | 'address' | 'source' | 'document';
}

const special: Readonly<Record<string, Partial<KeyTerm>>> = {
  asOf: { as: 'date' },
  publishedOn: { predicate: 'dcterms:issued', as: 'date' },
  url: { predicate: 'schema:url', as: 'address' },
  title: { predicate: 'dcterms:title' },
  sourceId: { predicate: 'prov:wasDerivedFrom', as: 'source' },
  documentIndex: { predicate: 'gg:document', as: 'document' },
  question: { predicate: 'schema:name', as: 'prose' },
  answer: { as: 'prose' },
  text: { as: 'prose' },
};

export function keyTermOf(key: string): KeyTerm {
  return { predicate: `gg:${key}`, as: 'value', ...special[key] };
}

/** The shape of a record property's values. */
interface FieldShape {
  readonly list: boolean;
  /** The shape of the values if they are records, otherwise null. */
  readonly record: z.ZodObject | null;
  readonly element: z.ZodType;
}

/** The shape of a field, without "nullable" and "list of". */
export function fieldShape(field: z.ZodType): FieldShape {
  const { def } = field as unknown as { def: { type: string; innerType?: z.ZodType } };
  if (def.type === 'nullable' && def.innerType !== undefined) return fieldShape(def.innerType);
  const list = def.type === 'array';
  const element = list ? (field as z.ZodArray<z.ZodType>).element : field;
  const { type } = (element as unknown as { def: { type: string } }).def;
  return { list, element, record: type === 'object' ? (element as z.ZodObject) : null };
}

/** The address of a license's document, by its position. */
export function documentNode(license: string, index: number): NamedNode {
  return DataFactory.namedNode(`${license}#document-${index + 1}`);
}

/**
 * The statements of a record about a node, by its schema. Null values and empty lists give no
 * statements. A nested record becomes a node, whose name contains its place.
 */
function* recordQuads(
  node: NamedNode,
  schema: z.ZodObject,
  record: Readonly<Record<string, unknown>>,
  names: Names,
  language: string,
): Generator<Quad> {
  const within: Generator<Quad>[] = [];
  for (const [key, field] of Object.entries(schema.shape)) {
    const value = record[key] ?? null;
    if (value === null) continue;
    const shape = fieldShape(field as z.ZodType);
    const predicate = names.node(keyTermOf(key).predicate);
    const values = shape.list ? (value as readonly unknown[]) : [value];
    for (const [index, each] of values.entries()) {
      if (shape.record === null) {
        yield quad(node, predicate, scalarTerm(key, shape.element, each, node, names, language));
        continue;
      }
      const child = DataFactory.namedNode(
        `${node.value}-${key}${shape.list ? `-${index + 1}` : ''}`,
      );
      yield quad(node, predicate, child);
      const inner = each as Readonly<Record<string, unknown>>;
      const position = shape.list ? index + 1 : null;
      within.push(partQuads(child, shape.record, inner, { position, names, language }));
    }
  }
  for (const quads of within) yield* quads;
}

interface PartOptions {
  /** The position in a list, from 1; null outside a list. */
  readonly position: number | null;
  readonly names: Names;
  readonly language: string;
  readonly type?: Curie;
}

/** The statements of a record with its own node, and its position if there are several. */
export function* partQuads(
  node: NamedNode,
  schema: z.ZodObject,
  record: Readonly<Record<string, unknown>>,
  { position, names, language, type }: PartOptions,
): Generator<Quad> {
  if (type !== undefined) yield quad(node, names.node('rdf:type'), names.node(type));
  if (position !== null) yield quad(node, names.node('schema:position'), countTerm(position));
  yield* recordQuads(node, schema, record, names, language);
}

function scalarTerm(
  key: string,
  element: z.ZodType,
  value: unknown,
  node: NamedNode,
  names: Names,
  language: string,
) {
  const declared = enumerationOf(element);
  if (declared !== null) return names.value(declared, String(value));
  switch (keyTermOf(key).as) {
    case 'prose':
      return textTerm(String(value), language);
    case 'date':
      return dateTerm(String(value));
    case 'address':
      return addressTerm(String(value));
    case 'source':
      return names.source(String(value));
    case 'document':
      return documentNode(node.value.slice(0, node.value.indexOf('#')), Number(value));
    default:
      if (typeof value === 'number') return countTerm(value);
      return typeof value === 'boolean' ? flagTerm(value) : plainTerm(String(value));
  }
}
