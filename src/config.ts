import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { masked, zAddress } from './config-address.ts';

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

function whole(min: number, max: number): z.ZodType<number, string> {
  const error = `expected a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, { error })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });
}

function wholeOrOff(min: number, max: number): z.ZodType<number | null, string> {
  const error = `expected "off" or a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^(off|\d{1,15})$/, { error })
    .transform((text) => (text === 'off' ? null : Number(text)))
    .refine((value) => value === null || (value >= min && value <= max), { error });
}

/** Origins separated by commas; null for "*", which allows all. */
const zOrigins = z.string().transform((text, context) => {
  if (text === '*') return null;
  if (text === 'none') return [];
  const origins = text.split(',').map((origin) => origin.trim());
  if (origins.every(isOrigin)) return origins;
  context.addIssue({
    code: 'custom',
    message:
      'expected "*", "none", or origins separated by commas, such as https://app.example.org,http://localhost:3000',
  });
  return z.NEVER;
});

/** Directories, separated by commas; null for "none". */
const zSeedsDirs = z.string().transform((text, context) => {
  if (text === 'none') return null;
  const directories = text.split(',').map((directory) => directory.trim());
  if (!directories.includes('') && !directories.includes('none')) {
    return directories.map(seedsDirectory);
  }
  context.addIssue({
    code: 'custom',
    message: 'expected "none", or directories separated by commas, such as builtin,my-words',
  });
  return z.NEVER;
});

/** Host names, separated by commas; null for "*", which allows every host. */
const zHosts = z.string().transform((text, context) => {
  if (text === '*') return null;
  if (text === 'none') return [];
  const hosts = text.split(',').map((host) => host.trim().toLowerCase());
  if (hosts.every((host) => /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host))) return hosts;
  context.addIssue({
    code: 'custom',
    message:
      'expected "*", "none", or names of hosts separated by commas, such as graph.example.org',
  });
  return z.NEVER;
});

/** A directory. "builtin" means the one in the package. */
export function seedsDirectory(text: string): string {
  return text === 'builtin' ? fileURLToPath(new URL('../seeds', import.meta.url)) : text;
}

/** Whether the text is an origin in the form that browsers send. */
function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/**
 * The name of a header, in lower case as in Node. "Forwarded" is refused, since its addresses have
 * another syntax.
 */
const zAddressHeader = z
  .string()
  .regex(/^(?!forwarded$)[a-z0-9-]{1,64}$/i, {
    error: 'expected the name of a header that holds only addresses, such as X-Forwarded-For',
  })
  .transform((name) => name.toLowerCase());

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const boltSchemes = ['bolt', 'neo4j'].flatMap((name) => [name, `${name}+s`, `${name}+ssc`]);
const day = 86_400_000;

const variables = {
  PORT: variable('Port to listen on; 0 takes any free one.', '4000', whole(0, 65_535)),
  HOST: optional('Address to listen on.', 'all addresses', z.string()),
  PUBLIC_URL: optional(
    'Where clients reach the server: the base of the URIs of entities.',
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
    'Origins of the pages that browsers let read answers, separated by commas; "*" for every one, "none" for none.',
    '*',
    zOrigins,
  ),
  ALLOWED_HOSTS: variable(
    'Host names under which /mcp answers, besides localhost, IP addresses and that of PUBLIC_URL, separated by commas; "*" for every one.',
    'none',
    zHosts,
  ),
  CLIENT_ADDRESS_HEADER: optional(
    'Header in which a proxy of yours writes the address of its client, such as X-Forwarded-For: clients then share the server by that address. Set it only where every request comes through the proxy.',
    'none: the address of the connection',
    zAddressHeader,
  ),
  DATA_DIR: variable(
    'Directory of the embedded store: its file is glossgraph.db.',
    'data',
    z.string(),
  ),
  SEEDS_DIR: variable(
    'Directories of the seed files, separated by commas; "builtin" stands for the seeds of the package, "none" serves what the store holds, without any.',
    'builtin',
    zSeedsDirs,
  ),
  NEO4J_URI: optional(
    'Neo4j to use in place of the embedded store: bolt://, neo4j:// (a cluster or Aura), or either with +s or +ssc.',
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
    'Milliseconds that the known graph revision may be old, hence how stale an answer may be. 0 asks with every request; "off" keeps no pages between requests.',
    '1000',
    wholeOrOff(0, day),
  ),
  CACHE_ROWS: variable(
    'Rows that the page cache of the process may hold.',
    '200000',
    whole(1, 100_000_000),
  ),
  EMBEDDED_CACHE_BYTES: variable(
    'Bytes that the embedded store may keep in memory of what it read from its file.',
    '67108864',
    whole(1_000_000, 100_000_000_000),
  ),
  ANSWER_CACHE_BYTES: variable(
    'Bytes of whole answers that the process may keep, as long as their pages are; 0 keeps none.',
    '67108864',
    whole(0, 100_000_000_000),
  ),
  TRUSTED_DOCUMENTS: optional(
    'Documents that clients may ask by their id: a folder of .graphql files, or a JSON file of texts by id or of Apollo Client.',
    'none',
    z.string(),
  ),
  TRUSTED_DOCUMENTS_ONLY: variable(
    'Whether no other document is executed: "true" or "false".',
    'false',
    z.enum(['true', 'false'], { error: 'expected "true" or "false"' }),
  ),
  MAX_AGE_SECONDS: variable(
    'Seconds that caches before the server may keep an answer to GET without asking again; 0: none.',
    '0',
    whole(0, 31_536_000),
  ),
  MAX_BODY_BYTES: variable(
    'Bytes of a request body; the default holds the longest text that annotate takes, in any script, even with every character escaped.',
    '1048576',
    whole(1, 1_000_000_000),
  ),
  MAX_DOCUMENT_LENGTH: variable('Characters of a GraphQL document.', '32768', whole(1, 10_000_000)),
  MAX_TOKENS: variable('Tokens of a document.', '2000', whole(1, 1_000_000)),
  MAX_DEPTH: variable(
    'Levels of nested fields; introspection is not counted.',
    '15',
    whole(1, 1000),
  ),
  MAX_ALIASES: variable('Aliases in a document.', '50', whole(0, 100_000)),
  MAX_ROOT_FIELDS: variable('Fields at the root of an operation.', '20', whole(1, 100_000)),
  MAX_DIRECTIVES: variable('Directives in a document.', '50', whole(0, 100_000)),
  MAX_COST: variable(
    'Values that an answer may hold at most, estimated from the page sizes asked for.',
    '100000',
    whole(1, 1_000_000_000),
  ),
  MAX_VARIABLE_DEPTH: variable(
    'Levels of nested lists and objects in the variables, and in the extensions.',
    '32',
    whole(1, 1000),
  ),
  EXECUTION_TIMEOUT_MS: variable(
    'Milliseconds that an operation may execute.',
    '20000',
    whole(1, day),
  ),
  MAX_EXECUTIONS: variable(
    'Operations that may execute at once. Others are refused and told when to retry.',
    '128',
    whole(1, 100_000),
  ),
  REQUEST_TIMEOUT_MS: variable(
    'Milliseconds within which a client must have sent its request.',
    '30000',
    whole(1000, day),
  ),
  READY_TIMEOUT_MS: variable(
    'Milliseconds that the readiness probe waits for the store.',
    '2000',
    whole(1, 60_000),
  ),
  SHUTDOWN_TIMEOUT_MS: variable(
    'Milliseconds given to requests in flight after SIGTERM or SIGINT.',
    '10000',
    whole(0, day),
  ),
  LOG_LEVEL: variable(
    `Least severe log lines written: ${logLevels.join(', ')}.`,
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
