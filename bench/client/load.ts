import { Connection } from './connection.ts';

/** A request, and the expected answer. */
export interface Exchange {
  readonly request: Buffer;
  readonly expected: Buffer;
}

/** The measurements of one round. */
export interface Round {
  readonly requests: number;
  readonly perSecond: number;
  /**
   * Percentiles of the time between sending a request and the end of its answer, in milliseconds.
   */
  readonly p50: number;
  readonly p99: number;
}

/** Requests every answer once, in order, over one connection. The status must be 200. */
export async function answersTo(url: URL, requests: readonly Buffer[]): Promise<readonly Buffer[]> {
  const connection = await Connection.open(url);
  try {
    const bodies: Buffer[] = [];
    for (const request of requests) {
      const { status, body } = await connection.send(request);
      if (status !== 200) throw new Error(`${url} answers ${status}: ${body.subarray(0, 500)}`);
      // The body is a view of the socket's data, so it is copied.
      bodies.push(Buffer.from(body));
    }
    return bodies;
  } finally {
    connection.close();
  }
}

/**
 * Sends the requests in a cycle for some seconds. Each connection waits for its answer. Every body
 * is compared, byte by byte, with the expected one.
 */
export async function runRound(
  url: URL,
  exchanges: readonly Exchange[],
  seconds: number,
  connections: number,
): Promise<Round> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(url)));
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let next = 0;
  let failure: unknown = null;
  const work = async (connection: Connection) => {
    for (let now = performance.now(); now < end && failure === null; ) {
      const { request, expected } = exchanges[next++ % exchanges.length] as Exchange;
      const sent = now;
      const { status, body } = await connection.send(request);
      now = performance.now();
      if (status !== 200 || !body.equals(expected)) {
        throw new Error(`${url} gave another answer under load, ${status}: ${body}`.slice(0, 1000));
      }
      latencies.push(now - sent);
    }
  };
  // A failed connection ends the round, but the others first finish their requests. A running
  // statement would spoil the next round.
  await Promise.all(
    open.map((connection) =>
      work(connection).catch((error: unknown) => {
        failure ??= error;
      }),
    ),
  );
  for (const connection of open) connection.close();
  if (failure !== null) throw failure;
  const elapsed = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    perSecond: latencies.length / elapsed,
    p50: latencies[Math.floor(latencies.length * 0.5)] ?? Number.NaN,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
  };
}
