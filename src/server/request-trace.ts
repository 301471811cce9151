import type { OperationTypeNode } from 'graphql';

/** The details of one request for its log line and the metrics. */
export interface RequestTrace {
  readonly id: string;
  operationType: OperationTypeNode | null;
  operationName: string | null;
  statements: number;
  /** The estimated number of values in the answer; null before it is known. */
  cost: number | null;
  /** Whether the answer came from the answer cache. */
  kept: boolean;
  readonly errorCodes: Set<string>;
}

/** The trace of a new request. */
export function startTrace(id: string): RequestTrace {
  return {
    id,
    operationType: null,
    operationName: null,
    statements: 0,
    cost: null,
    kept: false,
    errorCodes: new Set(),
  };
}

const idPattern = /^[\w.:-]{8,128}$/;

/** The id that the client or a proxy gave, if it is fit for a log, otherwise a new one. */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && idPattern.test(header) ? header : crypto.randomUUID();
}
