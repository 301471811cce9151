import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
  type Source,
  visit,
} from 'graphql';
import { fragmentsOf } from './fragments.ts';
import { type Limits, limitError } from './limit-error.ts';

/** Parses a document within the limits that do not depend on variables. Throws a coded error. */
export function parseWithin(source: string | Source, limits: Limits): DocumentNode {
  const { length } = typeof source === 'string' ? source : source.body;
  if (length > limits.documentLength) {
    throw limitError('documentLength', limits.documentLength, length);
  }
  const document = parseTokens(source, limits.tokens);
  checkCounts(document, limits);
  checkShape(document, limits);
  return document;
}

function parseTokens(source: string | Source, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    const tooMany =
      error instanceof GraphQLError &&
      /Document contains more tha[nt] \d+ tokens/.test(error.message);
    throw tooMany ? limitError('tokens', maxTokens, null) : error;
  }
}

function checkCounts(document: DocumentNode, limits: Limits): void {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  if (aliases > limits.aliases) throw limitError('aliases', limits.aliases, aliases);
  if (directives > limits.directives) throw limitError('directives', limits.directives, directives);
}

function checkShape(document: DocumentNode, limits: Limits): void {
  const measure = new Measure(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, fields } = measure.selections(definition.selectionSet);
    if (fields > limits.rootFields) throw limitError('rootFields', limits.rootFields, fields);
    if (depth > limits.depth) throw limitError('depth', limits.depth, depth);
  }
}

interface Extent {
  readonly depth: number;
  /** The fields of the set, with those of its fragments. */
  readonly fields: number;
}

const nothing: Extent = { depth: 0, fields: 0 };

/** Measures the depth and breadth of selection sets. Each fragment is measured once. */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Extent>();

  constructor(document: DocumentNode) {
    this.#fragments = fragmentsOf(document);
  }

  selections(set: SelectionSetNode | undefined): Extent {
    let depth = 0;
    let fields = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        fields += 1;
        // Introspection queries are deep. A rule of graphql-js limits them.
        const introspection = /^__(schema|type)$/.test(selection.name.value);
        depth = Math.max(
          depth,
          introspection ? 1 : 1 + this.selections(selection.selectionSet).depth,
        );
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? this.selections(selection.selectionSet)
            : this.#fragment(selection.name.value);
        fields += inner.fields;
        depth = Math.max(depth, inner.depth);
      }
    }
    return { depth, fields };
  }

  #fragment(name: string): Extent {
    const known = this.#measured.get(name);
    if (known !== undefined) return known;
    // Validation refuses unknown fragments and cycles.
    this.#measured.set(name, nothing);
    const extent = this.selections(this.#fragments.get(name)?.selectionSet);
    this.#measured.set(name, extent);
    return extent;
  }
}
