import { EventEmitter, once } from 'node:events';
import {
  buildSchema,
  GraphQLError,
  type GraphQLFieldResolver,
  isObjectType,
  isScalarType,
} from 'graphql';
import { countsItems } from '../../src/schema/fields/field-needs.ts';
import type { CountedGraph } from '../../src/server/server.ts';
import { type ReadOptions, StoreError } from '../../src/store/graph-store.ts';

const sdl = `
  type Query {
    hello(name: String! = "world"): String
    "As many items as asked for."
    items(first: Int, last: Int): ItemConnection
    itemsById(ids: [ID!]!): [Item]
    suggest(prefix: String, limit: Int! = 10): [Item!]
    thing(kind: ThingKind! = ITEM): Thing
    things: [Thing]
    on(day: Day): String
    told(by: Told!): String
    nested(by: Nested): String
    "Answers when the test says so."
    wait: String
    "Asks the store twice, one after the other."
    chain: Link
    crash: String
    crashLater: String
    strict: Box
    badInput: String
    storeDown: String
    storeSlow: String
    storeBeyond: String
    mixed: [Item]
  }
  scalar Day
  input Told {
    word: String!
    kind: ThingKind! = OTHER
    loud: Boolean! = true
    times: Int = 2
    days: [Day!]! = []
    within: Heard
    others: [Heard!]
  }
  input Heard { word: String!, kind: ThingKind! = ITEM }
  input Nested { word: String! = "w", within: [Nested!] }
  enum ThingKind { ITEM OTHER }
  interface Thing { id: ID! }
  type Item implements Thing { id: ID! shout(times: Int = 1): String later: String broken: String items(first: Int): ItemConnection }
  type Other implements Thing { id: ID! }
  type ItemConnection { nodes: [Item] edges: [ItemEdge] totalCount: Int }
  type ItemEdge { cursor: String node: Item }
  type Link { next: Link name: String }
  type Box { must: String! }
`;

/** The arguments that set the number of items. */
const counting: readonly string[] = ['first', 'last', 'limit', 'ids'];

type Source = Record<string, unknown>;
type Resolver = GraphQLFieldResolver<unknown, ReadOptions, Record<string, unknown>>;

/** A source object with methods and promises, which compiled code treats differently. */
function item(id: string): Source {
  return {
    id,
    shout: ({ times }: { times: number }) => `${id}!`.repeat(times),
    later: Promise.resolve(`later ${id}`),
    broken: () => {
      throw new Error(`secret of ${id}`);
    },
    __typename: 'Item',
  };
}

/** Sorts keys, since executors coerce fields in different orders. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function page(size: unknown): Source {
  const nodes = Array.from({ length: Number(size ?? 10) }, (_, index) => item(`i${index}`));
  return { nodes, edges: nodes.map((node) => ({ cursor: node.id, node })), totalCount: 100 };
}

/**
 * A graph with properties that a real one does not show: faults, delays, unusual source objects.
 */
export interface ProbeGraph extends CountedGraph {
  /** Emits "waiting" when a wait field runs. Emit "release" to let all of them answer. */
  readonly events: EventEmitter;
  readonly statements: string[];
  /** Whether the store answers. */
  down: boolean;
  /** The generation for the answer cache; null disables the cache. */
  generation: string | null;
  /** Whether kept answers stand. */
  standing: 'same' | 'lifted' | 'changed';
}

export function createProbeGraph(): ProbeGraph {
  const events = new EventEmitter().setMaxListeners(0);
  const statements: string[] = [];
  const statement = (name: string, { signal, onStatement }: ReadOptions) => {
    if (signal?.aborted) throw new StoreError('STORE_ABORTED', 'gone');
    statements.push(name);
    onStatement?.({ name, milliseconds: 1 });
  };
  const link: Resolver = async (_source, _args, context) => {
    statement('link', context);
    events.emit('waiting', context.signal);
    await once(events, 'release');
    return { name: 'link' };
  };
  const resolvers: Record<string, Record<string, Resolver>> = {
    Query: {
      hello: (_source, { name }) => `Hello, ${String(name)}!`,
      items: (_source, { first, last }, context) => {
        statement('items', context);
        return page(first ?? last);
      },
      itemsById: (_source, { ids }) => (ids as string[]).map(async (id) => item(id)),
      suggest: (_source, { limit }) => page(limit).nodes,
      thing: (_source, { kind }) => ({ id: 'x', __typename: kind === 'ITEM' ? 'Item' : 'Other' }),
      things: () => [item('a'), null, { id: 'b', __typename: 'Other' }],
      on: (_source, { day }) => (day instanceof Date ? day.toISOString() : String(day)),
      nested: (_source, { by }) => JSON.stringify(by, sorted),
      told: (_source, { by }) => JSON.stringify(by, sorted),
      wait: async (_source, _args, { signal }) => {
        events.emit('waiting', signal);
        await once(events, 'release');
        return 'done';
      },
      chain: link,
      crash: () => {
        throw new Error('the secret is in /etc/passwd');
      },
      crashLater: async () => {
        throw new TypeError('another secret');
      },
      strict: () => ({ must: null }),
      badInput: () => {
        throw new GraphQLError('Argument "first": expected 1 to 100.', {
          extensions: { code: 'BAD_USER_INPUT', argument: 'first', expected: '1 to 100' },
        });
      },
      storeDown: () => {
        throw new StoreError('STORE_UNAVAILABLE', 'no route to 10.0.0.7:7687');
      },
      storeSlow: async () => {
        throw new StoreError('STORE_TIMEOUT', 'statement "edges" took 10 s');
      },
      storeBeyond: async () => {
        throw new StoreError('STORE_BOUND', 'There are too many.');
      },
      mixed: () => [
        new Promise((_resolve, reject) => setImmediate(reject, new Error('late secret'))),
        Promise.resolve(item('second')),
      ],
    },
    Item: { items: (_source, { first }) => page(first) },
    Link: { next: link },
  };
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const argument of Object.values(type.getFields()).flatMap(({ args }) => args)) {
      if (counting.includes(argument.name)) argument.extensions = countsItems;
    }
  }
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (field !== undefined) field.resolve = resolve;
    }
  }
  const day = schema.getType('Day');
  if (isScalarType(day)) {
    day.parseValue = (value: unknown) => {
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) {
        throw new GraphQLError('expected a day, YYYY-MM-DD');
      }
      return new Date(value);
    };
    day.parseLiteral = (node) => day.parseValue('value' in node ? node.value : null);
  }
  const probe: ProbeGraph = {
    schema,
    events,
    statements,
    down: false,
    contextFor: (scope) => scope,
    generation: null,
    generationOf: () => probe.generation,
    groundOf: () => ({ check: () => probe.standing, bytes: 0 }),
    standing: 'same',
    cacheCounts: () => ({ hits: 3, misses: 2, lifted: 1, dropped: 2, rows: 7 }),
  };
  return probe;
}
