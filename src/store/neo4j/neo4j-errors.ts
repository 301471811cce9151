import neo4j, { type Neo4jError } from 'neo4j-driver';
import { StoreError } from '../graph-store.ts';

/** The address of the server, for messages to an operator. */
export interface Address {
  readonly uri: string;
  readonly database: string | undefined;
}

const prefix = 'Neo.';
/** The driver's code if no connection became free in time. */
const noConnection = 'N/A';
const timeoutCodes: readonly string[] = [
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
];
const staleBookmarkCodes: readonly string[] = [
  'Neo.TransientError.Transaction.BookmarkTimeout',
  'Neo.ClientError.Transaction.InvalidBookmark',
  'Neo.ClientError.Transaction.InvalidBookmarkMixture',
];

function isDriverError(error: unknown): error is Neo4jError {
  return error instanceof neo4j.Neo4jError;
}

/**
 * Whether the statement may be sent again: for connection and cluster faults, but not for lack of
 * memory.
 */
export function isWorthRetrying(error: unknown): boolean {
  if (!isDriverError(error)) return false;
  // The driver calls these transient, but a retry would increase the shortage.
  if (/OutOfMemory|MemoryPool|MemoryLimit|StackOverFlow|Terminated/i.test(error.code)) return false;
  // The pool has no free connection. Waiting again would only double the time until the error.
  if (error.code === noConnection || isStaleBookmark(error)) return false;
  return neo4j.isRetryableError(error);
}

/** Whether the server does not know the bookmarks of this process, since it was set up again. */
export function isStaleBookmark(error: unknown): boolean {
  return isDriverError(error) && staleBookmarkCodes.includes(error.code);
}

/** Whether an index could not be created because there is an equal one. */
export function isThereAlready(error: unknown): boolean {
  const cause = error instanceof StoreError ? error.cause : error;
  return (
    isDriverError(cause) &&
    cause.code === 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists'
  );
}

/** The StoreError for an error, with advice in its message. */
export function toStoreError(error: unknown, { uri, database }: Address): StoreError {
  if (error instanceof StoreError) return error;
  const options = { cause: error };
  if (!isDriverError(error)) {
    const reason = error instanceof Error ? error.message : String(error);
    return new StoreError('STORE_FAILURE', `Neo4j at ${uri} failed: ${reason}`, options);
  }
  const { code } = error;
  const detail = code.startsWith(prefix) ? `${code}: ${error.message}` : error.message;
  if (timeoutCodes.includes(code)) {
    return new StoreError('STORE_TIMEOUT', 'The statement exceeded its time limit.', options);
  }
  if (code === 'Neo.ClientError.Security.CredentialsExpired') {
    const message = `The password of this user at ${uri} is still the initial one; set another with ALTER CURRENT USER SET PASSWORD.`;
    return new StoreError('STORE_AUTHENTICATION', message, options);
  }
  if (code === 'Neo.ClientError.Security.Forbidden') {
    const message = `This user lacks a permission on Neo4j at ${uri}: serving needs to read and to manage indexes, seeding also needs to write. (${detail})`;
    return new StoreError('STORE_AUTHENTICATION', message, options);
  }
  if (code.startsWith('Neo.ClientError.Security.')) {
    const message = `Neo4j at ${uri} refused the user or password; check NEO4J_USER and NEO4J_PASSWORD. (${detail})`;
    return new StoreError('STORE_AUTHENTICATION', message, options);
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    const name = database === undefined ? 'home database' : `database named ${database}`;
    const message = `Neo4j at ${uri} has no ${name}; check NEO4J_DATABASE.`;
    return new StoreError('STORE_UNAVAILABLE', message, options);
  }
  if (code === noConnection) {
    const message = `No connection to Neo4j at ${uri} is available: the server does not answer, or all connections are in use. (${detail})`;
    return new StoreError('STORE_UNAVAILABLE', message, options);
  }
  if (isUnavailable(code)) {
    // The driver's text before the cause gives advice on settings that are not at fault.
    const reason = /Caused by: (.+)$/.exec(detail)?.[1] ?? detail;
    const message = `Cannot reach Neo4j at ${uri}; check NEO4J_URI and whether the server runs. (${reason})`;
    return new StoreError('STORE_UNAVAILABLE', message, options);
  }
  return new StoreError('STORE_FAILURE', `Neo4j at ${uri} failed. (${detail})`, options);
}

function isUnavailable(code: string): boolean {
  return (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    code === 'Neo.TransientError.General.DatabaseUnavailable' ||
    code === 'Neo.ClientError.Cluster.NotALeader' ||
    code === 'Neo.DatabaseError.Database.DatabaseLimitReached' ||
    code.startsWith('Neo.TransientError.Cluster.') ||
    staleBookmarkCodes.includes(code)
  );
}
