import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Values for arguments that name something in the graph, by the argument's name. */
export type Pool = Readonly<Record<string, readonly string[]>>;

/** Valid queries of all shapes: nested, with aliases, and with fragments between the fields. */
export function queryOf(schema: GraphQLSchema, pool: Pool, depth: number): fc.Arbitrary<string> {
  const writer = new Writer(schema, pool);
  const root = schema.getQueryType() ?? noQueries();
  // Each "?:" becomes a different alias, so that fields with different arguments do not conflict.
  return writer.selections(root, depth, 3).map((set) => {
    let count = -1;
    return set.replaceAll('?:', () => {
      count += 1;
      return `${aliases[count] ?? `a${count}`}:`;
    });
  });
}

/** Aliases that an executor may confuse: names of JavaScript, paths, placeholders. */
const aliases = [
  ...['then', '__proto__', 'constructor', 'toString', 'nodes_terms', 'terms_nodes', '_', '__'],
  ...['hasOwnProperty', 'valueOf', 'length', 'name', 'prototype', 'catch', 'nodes__name'],
];

/** A query with variables for page sizes, and values for every second one. */
export function withVariables(query: string): {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
} {
  const names: string[] = [];
  const values = new Map<string, number>();
  const body = query.replaceAll(/first: (\d)/g, (_, size: string) => {
    const hostile = aliases.filter((name) => name !== '__proto__')[names.length];
    const name = hostile ?? `v${names.length}`;
    if (names.length % 2 === 0) values.set(name, Number(size));
    names.push(name);
    return `first: $${name}`;
  });
  const declared = names.map((name) => `$${name}: Int`).join(', ');
  return {
    query: names.length === 0 ? body : `query(${declared}) ${body}`,
    variables: Object.fromEntries(values),
  };
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #pool: Pool;
  /** One arbitrary for each type and depth, which many paths lead to. */
  readonly #known = new Map<string, fc.Arbitrary<string>>();

  constructor(schema: GraphQLSchema, pool: Pool) {
    this.#schema = schema;
    this.#pool = pool;
  }

  selections(type: GraphQLNamedType, depth: number, most: number): fc.Arbitrary<string> {
    const key = `${type.name} ${depth} ${most}`;
    const known = this.#known.get(key) ?? this.#selections(type, depth, most);
    this.#known.set(key, known);
    return known;
  }

  #selections(type: GraphQLNamedType, depth: number, most: number): fc.Arbitrary<string> {
    const fields = this.#fields(type, depth);
    const named = fc.constant('__typename');
    const field =
      fields.length === 0
        ? named
        : fc.oneof({ weight: 6, arbitrary: fc.oneof(...fields) }, { weight: 1, arbitrary: named });
    const inner = fc.array(field, { minLength: 1, maxLength: 2 }).map((all) => all.join(' '));
    const narrowed = isAbstractType(type)
      ? this.#schema
          .getPossibleTypes(type)
          .map((possible) =>
            this.selections(possible, depth - 1, 2).map((set) => `... on ${possible.name} ${set}`),
          )
      : [];
    const fragment = fc.oneof(
      inner.map((set) => `... { ${set} }`),
      ...(depth > 1 ? narrowed : []),
    );
    return fc
      .array(fc.oneof({ weight: 4, arbitrary: field }, { weight: 1, arbitrary: fragment }), {
        minLength: 1,
        maxLength: most,
      })
      .map((all) => `{ ${all.join(' ')} }`);
  }

  #fields(type: GraphQLNamedType, depth: number): fc.Arbitrary<string>[] {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      const args = this.#arguments(field.args);
      if (!isCompositeType(inner))
        return [
          fc
            .tuple(args, fc.boolean())
            .map(([text, renamed]) => `${text || renamed ? '?:' : ''}${field.name}${text}`),
        ];
      if (depth <= 1) return [];
      const set = this.selections(inner, depth - 1, 3);
      return [fc.tuple(args, set).map(([text, body]) => `?:${field.name}${text} ${body}`)];
    });
  }

  #arguments(args: readonly GraphQLArgument[]): fc.Arbitrary<string> {
    const given = args
      .filter(({ name }) => name !== 'after' && name !== 'before')
      .map((arg) => {
        const value = this.#value(arg.name, arg.type).map((text) => `${arg.name}: ${text}`);
        const needed = isNonNullType(arg.type) && arg.defaultValue === undefined;
        return needed ? value : fc.option(value, { freq: 3, nil: null });
      });
    return fc.tuple(...given).map((texts) => {
      const said = texts.filter((text) => text !== null);
      return said.length === 0 ? '' : `(${said.join(', ')})`;
    });
  }

  #value(name: string, type: GraphQLInputType): fc.Arbitrary<string> {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const items = fc.array(this.#value(name, nullable.ofType), { minLength: 1, maxLength: 3 });
      return items.map((all) => `[${all.join(', ')}]`);
    }
    if (isEnumType(nullable))
      return fc.constantFrom(...nullable.getValues().map((value) => value.name));
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      const one = fc.oneof(
        ...fields.map((field) =>
          this.#value(field.name, field.type).map((text) => `{ ${field.name}: ${text} }`),
        ),
      );
      const needed = fields.filter((field) => isNonNullType(field.type));
      if (needed.length === 0) return one;
      return fc
        .tuple(...needed.map((field) => this.#value(field.name, field.type)))
        .map(
          (texts) => `{ ${needed.map(({ name: key }, at) => `${key}: ${texts[at]}`).join(', ')} }`,
        );
    }
    const texts = this.#pool[name] ?? this.#pool[getNamedType(type).name] ?? ['x'];
    switch (getNamedType(type).name) {
      case 'Int':
      case 'SafeInt':
        return fc.integer({ min: 0, max: 4 }).map(String);
      case 'Boolean':
        return fc.boolean().map(String);
      case 'Float':
        return fc.constantFrom('0.5', '2');
      default:
        return fc.constantFrom(...texts).map((text) => JSON.stringify(text));
    }
  }
}

function noQueries(): never {
  throw new Error('The schema has no queries.');
}
