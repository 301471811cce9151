import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range for outgoing connections of every system (Linux from 32768), so that no
// connection takes the port before the server listens. Neo4j does not report its port for 0.
const LOWEST = 20_000;
const HIGHEST = 30_000;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A free port of 127.0.0.1, outside the range of outgoing connections. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port found on 127.0.0.1 between ${LOWEST} and ${HIGHEST}`);
}
