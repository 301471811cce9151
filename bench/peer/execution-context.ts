import neo4j, { type Driver, type QueryResult } from 'neo4j-driver';

/** How the peer sends its statements: in its own managed transactions, or as we do. */
export type Contract = 'managed' | 'auto-commit';

type Run = (query: string, parameters: Record<string, unknown>) => Promise<QueryResult>;

/** A statement that the peer's resolvers sent. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The type that the peer accepts as a driver or an open transaction. */
export type ExecutionContext = Driver | { readonly run: Run };

/**
 * The peer's `executionContext`. With a driver it runs a managed transaction for each request. With
 * an apparent open transaction it only calls `run`, which sends one auto-commit statement in a READ
 * session, as we do.
 */
export function executionContext(driver: Driver, contract: Contract): ExecutionContext {
  return contract === 'managed' ? driver : { run: autoCommit(driver) };
}

/** As auto-commit, with a record of every statement. */
export function recordingContext(driver: Driver, sent: SentStatement[]): ExecutionContext {
  const run = autoCommit(driver);
  return {
    run(text, parameters) {
      sent.push({ text, parameters });
      return run(text, parameters);
    },
  };
}

/** Runs each statement alone, in a READ session. */
export function autoCommit(driver: Driver): Run {
  return async (query, parameters) => {
    const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
    try {
      return await session.run(query, parameters);
    } finally {
      await session.close();
    }
  };
}
