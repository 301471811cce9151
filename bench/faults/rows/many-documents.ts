import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { main } from '../../../test/e2e/cli.ts';
import { residentBytes } from '../../measure/memory.ts';
import { figure, megabytes } from '../../report/markdown.ts';
import { startServer } from '../../servers/process.ts';
import { inFolder } from '../folder.ts';
import { post } from '../post.ts';
import type { FaultRow } from '../row.ts';

const documents = 400_000;
/** Enough to fill the cache of answers. */
const warmUp = 200_000;
const connections = 8;
/** Garbage is collected when there is time. */
const restMs = 30_000;

/** Documents that all differ. The memory that the server keeps for them must stay bounded. */
export const manyDocuments: FaultRow = {
  name: 'many-documents',
  run: ({ log }) =>
    inFolder(async (folder) => {
      const env = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' };
      const server = await startServer({ arguments: [main, 'serve'], env }, false);
      try {
        const { url, pid } = server;
        const first = await send(url, 0, warmUp);
        await sleep(restMs);
        const before = await residentBytes(pid);
        log(`after ${warmUp} documents: ${megabytes(before)}`);
        const started = performance.now();
        const rest = await send(url, warmUp, documents);
        const seconds = (performance.now() - started) / 1000;
        await sleep(restMs);
        const after = await residentBytes(pid);
        const failed = first + rest;
        return [
          {
            fault: `${documents} different documents from ${connections} connections`,
            held: failed === 0 && after <= before * 1.1,
            found: `resident ${megabytes(before)} after ${warmUp} of them and ${restMs / 1000} s of rest, ${megabytes(after)} after all and as much rest; ${failed} failed; ${figure((documents - warmUp) / seconds)} a second`,
          },
        ];
      } finally {
        await server.stop();
      }
    }),
};

/** Sends the documents with these numbers. Returns the number of failures. */
async function send(url: URL, from: number, to: number): Promise<number> {
  let next = from;
  let failed = 0;
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (next < to) {
      const index = next++;
      const query = `query D${index} { x${index}: resolveLicense(text: "x${index}") { input } }`;
      const answer = await post(url, agent, { query }).catch(() => null);
      if (!answer?.body.includes(`"x${index}":{"input":"x${index}"}`)) failed += 1;
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: connections }, client));
  return failed;
}
