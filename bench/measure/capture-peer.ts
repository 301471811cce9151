import { graphql } from 'graphql';
import type { Driver } from 'neo4j-driver';
import { recordingContext, type SentStatement } from '../peer/execution-context.ts';
import { peerSchema } from '../peer/schema.ts';
import type { Variables } from '../workload/cell.ts';

export type PeerCapture = (
  query: string,
  variables: Variables,
) => Promise<readonly SentStatement[]>;

/** Sends queries through the peer's schema and returns the statements of each one. */
export async function openPeerCapture(driver: Driver): Promise<PeerCapture> {
  const schema = await peerSchema();
  return async (source, variableValues) => {
    const sent: SentStatement[] = [];
    const contextValue = {
      executionContext: recordingContext(driver, sent),
      sessionConfig: { database: 'neo4j' },
    };
    const { errors } = await graphql({ schema, source, variableValues, contextValue });
    if (errors?.[0] !== undefined) throw errors[0];
    // The peer asks once per process for the version of the database.
    return sent.filter(({ text }) => !text.includes('dbms.components'));
  };
}
