import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { Connection } from '../../src/store/neo4j/bolt-connection.ts';
import { fillingMark } from '../../src/store/neo4j/filling.ts';
import type { Neo4jInfo } from '../neo4j/bolt.ts';
import { describeOnNeo4j } from '../neo4j/describe.ts';
import { storedGraph } from '../neo4j/stored-graph.ts';
import { wipe } from '../neo4j/wipe.ts';

const script = fileURLToPath(new URL('./fill-neo4j.ts', import.meta.url));
const models = 150;
const batchSize = 250;

/** Runs a load to its end, or kills it after a number of transactions. Returns their number. */
async function load(
  { uri, user, password }: Neo4jInfo,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<number> {
  const args = ['--import', 'tsx', script, uri, user, password, String(models), String(batchSize)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let transactions = 0;
  child.stdout.on('data', (data: Buffer) => {
    transactions += data.toString().split('\n').length - 1;
    if (transactions >= killAfter) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'close');
  const isKilled = killAfter < Number.POSITIVE_INFINITY;
  expect([code, signal]).toEqual(isKilled ? [null, 'SIGKILL'] : [0, null]);
  return transactions;
}

describeOnNeo4j(
  'a process that fills an empty graph',
  (server) => {
    beforeEach(() => wipe(server), 60_000);

    it('leaves the same graph if it is killed and run again', async () => {
      const all = await load(server);
      const undisturbed = await storedGraph(server);
      await wipe(server);
      // In the middle of the relations and claims, which follow five transactions of entities.
      await load(server, 8);
      const connection = new Connection({ ...server, timeoutMs: 20_000 });
      expect(await fillingMark(connection)).not.toBeNull();
      const left = await storedGraph(server);
      expect(left.length).toBeGreaterThan(undisturbed.length / 4);
      expect(left.length).toBeLessThan(undisturbed.length);
      expect(await load(server)).toBeLessThan(all);
      expect(await fillingMark(connection)).toBeNull();
      expect(await storedGraph(server)).toEqual(undisturbed);
      await connection.close();
    }, 300_000);
  },
  { lines: 'one' },
);
