import neo4j, { type Driver, type QueryResult } from 'neo4j-driver';

/** How the peer sends its statements: by its own managed transactions, or as we send ours. */
export type Contract = 'managed' | 'auto-commit';

type Run = (query: string, parameters: Record<string, unknown>) => Promise<QueryResult>;

/** A statement as the peer's resolvers sent it. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the peer takes for a driver or for an open transaction. */
export type ExecutionContext = Driver | { readonly run: Run };

/**
 * The peer's `executionContext`. Given a driver it runs a managed transaction for each request;
 * given what looks like an open transaction it only calls `run`, which here is one auto-commit
 * statement in a READ session: our own contract.
 */
export function executionContext(driver: Driver, contract: Contract): ExecutionContext {
  return contract === 'managed' ? driver : { run: autoCommit(driver) };
}

/** As auto-commit, and notes every statement. */
export function recordingContext(driver: Driver, sent: SentStatement[]): ExecutionContext {
  const run = autoCommit(driver);
  return {
    run(text, parameters) {
      sent.push({ text, parameters });
      return run(text, parameters);
    },
  };
}

/** Runs each statement by itself, in a READ session. */
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
