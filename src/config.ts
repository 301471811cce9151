import { resolve } from 'node:path';
import { z } from 'zod';
import { masked, zAddress } from './config-address.ts';
import {
  whole,
  wholeOrOff,
  zAddressHeader,
  zExisting,
  zHosts,
  zOrigins,
  zSeedsDirs,
} from './config-values.ts';

/** An environment variable: its meaning, its default, and how its text is read. */
interface Variable<Value> {
  readonly about: string;
  /** The default as text; null means "none". */
  readonly fallback: string | null;
  /** The default for the table, where it depends on something else. */
  readonly fallbackText?: string;
  readonly type: z.ZodType<Value, string>;
}

function variable<Value>(
  about: string,
  fallback: string,
  type: z.ZodType<Value, string>,
): Variable<Value> & { readonly fallback: string } {
  return { about, fallback, type };
}

function optional<Value>(
  about: string,
  fallbackText: string,
  type: z.ZodType<Value, string>,
): Variable<Value> & { readonly fallback: null } {
  return { about, fallback: null, fallbackText, type };
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const boltSchemes = ['bolt', 'neo4j'].flatMap((name) => [name, `${name}+s`, `${name}+ssc`]);
const day = 86_400_000;

const variables = {
  PORT: variable('Port to listen on; 0 takes any free one.', '4000', whole(0, 65_535)),
  HOST: optional('Address to listen on.', 'all addresses', z.string()),
  PUBLIC_URL: optional(
    'Address at which clients reach the server. It is the base of the URIs of entities.',
    'http://localhost:PORT',
    zAddress({
      schemes: ['http', 'https'],
      expected: 'an address such as https://graph.example.org',
      credentials: 'every client sees it',
      path: null,
      parameters: [],
    }),
  ),
  ALLOWED_ORIGINS: variable(
    'Origins of pages that may read answers in a browser, separated by commas; "*" for all, "none" for none.',
    '*',
    zOrigins,
  ),
  ALLOWED_HOSTS: variable(
    'Host names under which /mcp answers, separated by commas, in addition to localhost, IP addresses and the host of PUBLIC_URL; "*" for all.',
    'none',
    zHosts,
  ),
  CLIENT_ADDRESS_HEADER: optional(
    'Header in which your proxy writes the address of its client, such as X-Forwarded-For. Clients then get fair shares by this address. Set it only if every request comes through the proxy.',
    'none: the address of the connection',
    zAddressHeader,
  ),
  DATA_DIR: variable(
    'Folder of the file of the embedded store, glossgraph.db.',
    'data',
    z.string(),
  ),
  SEEDS_DIR: variable(
    'Folders of seed files, separated by commas; "builtin" means the seeds of the package, "none" means that no seeds are loaded.',
    'builtin',
    zSeedsDirs,
  ),
  NEO4J_URI: optional(
    'Address of a Neo4j to use instead of the embedded store: bolt://, neo4j:// (a cluster or Aura), or either with +s or +ssc.',
    'the embedded store',
    zAddress({
      schemes: boltSchemes,
      expected: 'an address such as neo4j://localhost:7687 (bolt or neo4j, also +s and +ssc)',
      credentials: 'they go into NEO4J_USER and NEO4J_PASSWORD',
      path: 'the name of a database goes into NEO4J_DATABASE',
      parameters: boltSchemes.filter((scheme) => scheme.startsWith('neo4j')),
    }),
  ),
  NEO4J_USER: variable('User of Neo4j.', 'neo4j', z.string()),
  NEO4J_PASSWORD: optional(
    'Password of Neo4j; unset for a server without authentication.',
    'none',
    z.string(),
  ),
  NEO4J_DATABASE: optional('Database of Neo4j.', "the user's default", z.string()),
  NEO4J_TIMEOUT_MS: variable(
    'Milliseconds after which a statement is ended.',
    '10000',
    whole(1, day),
  ),
  REVISION_CHECK_MS: variable(
    'Greatest age of the known graph revision in milliseconds, and so of answers. 0 asks for it with every request; "off" caches nothing between requests.',
    '1000',
    wholeOrOff(0, day),
  ),
  CACHE_ROWS: variable(
    'Most rows in the page cache of the process.',
    '200000',
    whole(1, 100_000_000),
  ),
  EMBEDDED_CACHE_BYTES: variable(
    'Most bytes of cached reads of the embedded store.',
    '67108864',
    whole(1_000_000, 100_000_000_000),
  ),
  ANSWER_CACHE_BYTES: variable(
    'Most bytes of cached answers of the process; 0 caches none.',
    '67108864',
    whole(0, 100_000_000_000),
  ),
  TRUSTED_DOCUMENTS: optional(
    'Documents that clients may request by id: a folder of .graphql files, or a JSON file with texts by id or a manifest of Apollo Client.',
    'none',
    zExisting,
  ),
  TRUSTED_DOCUMENTS_ONLY: variable(
    'Whether all other documents are refused: "true" or "false".',
    'false',
    z.enum(['true', 'false'], { error: 'expected "true" or "false"' }),
  ),
  MAX_AGE_SECONDS: variable(
    'Seconds for which caches may keep an answer to GET without asking again; 0 for none.',
    '0',
    whole(0, 31_536_000),
  ),
  MAX_BODY_BYTES: variable(
    'Most bytes of a request body. The default is enough for the longest text of annotate in any script, even if every character is escaped.',
    '1048576',
    whole(1, 1_000_000_000),
  ),
  MAX_DOCUMENT_LENGTH: variable(
    'Most characters of a GraphQL document.',
    '32768',
    whole(1, 10_000_000),
  ),
  MAX_TOKENS: variable('Most tokens of a document.', '2000', whole(1, 1_000_000)),
  MAX_DEPTH: variable(
    'Most levels of nested fields. Introspection is not counted.',
    '15',
    whole(1, 1000),
  ),
  MAX_ALIASES: variable('Most aliases in a document.', '50', whole(0, 100_000)),
  MAX_ROOT_FIELDS: variable('Most fields at the root of an operation.', '20', whole(1, 100_000)),
  MAX_DIRECTIVES: variable('Most directives in a document.', '50', whole(0, 100_000)),
  MAX_COST: variable(
    'Most values in an answer, estimated from the requested page sizes.',
    '100000',
    whole(1, 1_000_000_000),
  ),
  MAX_VARIABLE_DEPTH: variable(
    'Most levels of nested lists and objects in variables and extensions.',
    '32',
    whole(1, 1000),
  ),
  EXECUTION_TIMEOUT_MS: variable(
    'Milliseconds after which an operation is ended.',
    '20000',
    whole(1, day),
  ),
  MAX_EXECUTIONS: variable(
    'Most operations that execute at the same time. Others are refused and told when to retry.',
    '128',
    whole(1, 100_000),
  ),
  REQUEST_TIMEOUT_MS: variable(
    'Milliseconds within which a client must send its request.',
    '30000',
    whole(1000, day),
  ),
  READY_TIMEOUT_MS: variable(
    'Milliseconds that the readiness probe waits for the store.',
    '2000',
    whole(1, 60_000),
  ),
  SHUTDOWN_TIMEOUT_MS: variable(
    'Milliseconds for requests in progress after SIGTERM or SIGINT.',
    '10000',
    whole(0, day),
  ),
  LOG_LEVEL: variable(
    `Least severe level of log lines: ${logLevels.join(', ')}.`,
    'info',
    z.enum(logLevels, { error: `expected one of ${logLevels.join(', ')}` }),
  ),
} satisfies Record<string, Variable<unknown>>;

type Name = keyof typeof variables;
type ValueOf<V> =
  V extends Variable<infer Value> ? (V extends { fallback: null } ? Value | null : Value) : never;
type Values = { readonly [N in Name]: ValueOf<(typeof variables)[N]> };

/** The typed configuration. */
export type Config = ReturnType<typeof toConfig>;

type ConfigReading =
  | { readonly config: Config; readonly warnings: readonly string[] }
  | { readonly config: null; readonly problems: readonly string[] };

/** Reads the environment. Every mistake is reported, not only the first. Empty means unset. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): ConfigReading {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { fallback, type }] of Object.entries<Variable<unknown>>(variables)) {
    const text = textOf(name, env[name] ?? '') ?? fallback;
    const parsed = text === null ? { success: true as const, data: null } : type.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(`${name}: ${parsed.error.issues[0]?.message}, got ${quoted(name, text ?? '')}`);
  }
  if (values.TRUSTED_DOCUMENTS_ONLY === 'true' && values.TRUSTED_DOCUMENTS === null) {
    problems.push('TRUSTED_DOCUMENTS_ONLY: expected TRUSTED_DOCUMENTS with it, got none');
  }
  if (problems.length > 0) return { config: null, problems };
  return { config: toConfig(values as Values), warnings: warningsOf(env) };
}

/** The table of environment variables, in Markdown. */
export function configMarkdown(): string {
  const rows = Object.entries<Variable<unknown>>(variables).map(
    ([name, { about, fallback, fallbackText }]) =>
      `| \`${name}\` | ${fallback === null ? fallbackText : `\`${fallback}\``} | ${about} |`,
  );
  return ['| Variable | Default | Meaning |', '|---|---|---|', ...rows, ''].join('\n');
}

function toConfig(values: Values) {
  const uri = values.NEO4J_URI;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    allowedOrigins: values.ALLOWED_ORIGINS,
    allowedHosts: values.ALLOWED_HOSTS,
    clientAddressHeader: values.CLIENT_ADDRESS_HEADER,
    dataDir: resolve(values.DATA_DIR),
    seedsDirs: values.SEEDS_DIR,
    neo4j:
      uri === null
        ? null
        : {
            uri,
            user: values.NEO4J_USER,
            password: values.NEO4J_PASSWORD,
            database: values.NEO4J_DATABASE,
            timeoutMs: values.NEO4J_TIMEOUT_MS,
          },
    reader: { revisionCheckMs: values.REVISION_CHECK_MS, cacheRows: values.CACHE_ROWS },
    embeddedCacheBytes: values.EMBEDDED_CACHE_BYTES,
    answerCacheBytes: values.ANSWER_CACHE_BYTES,
    trustedDocuments: values.TRUSTED_DOCUMENTS === null ? null : resolve(values.TRUSTED_DOCUMENTS),
    trustedOnly: values.TRUSTED_DOCUMENTS_ONLY === 'true',
    maxAgeSeconds: values.MAX_AGE_SECONDS,
    maxBodyBytes: values.MAX_BODY_BYTES,
    limits: {
      documentLength: values.MAX_DOCUMENT_LENGTH,
      tokens: values.MAX_TOKENS,
      depth: values.MAX_DEPTH,
      aliases: values.MAX_ALIASES,
      rootFields: values.MAX_ROOT_FIELDS,
      directives: values.MAX_DIRECTIVES,
      cost: values.MAX_COST,
      variableDepth: values.MAX_VARIABLE_DEPTH,
      executionTime: values.EXECUTION_TIMEOUT_MS,
      executions: values.MAX_EXECUTIONS,
    },
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    readyTimeoutMs: values.READY_TIMEOUT_MS,
    shutdownTimeoutMs: values.SHUTDOWN_TIMEOUT_MS,
    logLevel: values.LOG_LEVEL,
  };
}

/** Warnings about unknown names similar to ours, and about settings that are not used. */
function warningsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const set = Object.keys(env).filter((name) => (env[name]?.trim() ?? '') !== '');
  const unknown = set.filter((name) => /^NEO4J_/.test(name) && !(name in variables));
  const known = Object.keys(variables).filter((name) => name.startsWith('NEO4J_'));
  const warnings = unknown.map((name) => `${name} is not read; known are ${known.join(', ')}`);
  if (!set.includes('NEO4J_URI') && set.some((name) => known.includes(name))) {
    warnings.push('NEO4J_URI is not set, so the embedded store is used and NEO4J_* are not read');
  }
  return warnings;
}

/** Blank means unset. Spaces around a value are removed, except in a password. */
function textOf(name: string, given: string): string | null {
  if (given.trim() === '') return null;
  return name === 'NEO4J_PASSWORD' ? given : given.trim();
}

/** A given value in a form that may be printed. */
function quoted(name: string, text: string): string {
  return /PASSWORD/.test(name) ? 'something else' : JSON.stringify(masked(text));
}
