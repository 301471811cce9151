import { Connection } from './connection.ts';

/** A request and the one answer that counts. */
export interface Exchange {
  readonly request: Buffer;
  readonly expected: Buffer;
}

/** What one round measured. */
export interface Round {
  readonly requests: number;
  readonly perSecond: number;
  /** Percentiles of the time from sending a request to the end of its answer, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Asks for every answer once, in order, over one connection; the status must be 200. */
export async function answersTo(url: URL, requests: readonly Buffer[]): Promise<readonly Buffer[]> {
  const connection = await Connection.open(url);
  try {
    const bodies: Buffer[] = [];
    for (const request of requests) {
      const { status, body } = await connection.send(request);
      if (status !== 200) throw new Error(`${url} answers ${status}: ${body.subarray(0, 500)}`);
      // The body is a view of what the socket gave.
      bodies.push(Buffer.from(body));
    }
    return bodies;
  } finally {
    connection.close();
  }
}

/**
 * Sends the requests round and round for so long, each connection waiting for its answer. Every
 * body is compared, byte by byte, with the one that was found right beforehand.
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
  // What one connection meets ends the round, but not before the others have their answers: a
  // statement left running would spoil the next round.
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
