import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnNeo4j } from '../neo4j/describe.ts';
import { wipe } from '../neo4j/wipe.ts';
import { ask, type Serving, scratchFolder, serve, smallSeeds } from './cli.ts';
import { boundMs, expectAllToFollow, saidBy, seedAs } from './several-servers.ts';

describeOnNeo4j(
  'three servers over one Neo4j',
  (server) => {
    let scratch: Awaited<ReturnType<typeof scratchFolder>>;
    let seeds: string;
    let serving: Serving[] = [];
    const env = {
      NEO4J_URI: server.uri,
      NEO4J_USER: server.user,
      NEO4J_PASSWORD: server.password,
    };
    const start = () => serve({ ...env, REVISION_CHECK_MS: String(boundMs) });

    beforeAll(async () => {
      await wipe(server);
      scratch = await scratchFolder();
      seeds = join(scratch.path, 'seeds');
      await smallSeeds(seeds);
      serving = [await start(), await start(), await start()];
    });
    afterAll(async () => {
      for (const each of serving) each.signal('SIGKILL');
      await Promise.all(serving.map(({ ended }) => ended));
      await scratch.remove();
      await wipe(server);
    });

    it('each show what another process loads, within the bound, and never go back', async () => {
      await expectAllToFollow(serving, (version) => seedAs(seeds, version, env));
    });

    it('notice that the database was emptied and loaded again', async () => {
      await wipe(server);
      await seedAs(seeds, 'again', env);
      await new Promise((over) => setTimeout(over, boundMs));
      for (const each of serving) {
        expect((await saidBy(each)).organization.name).toBe('Ai2 again');
      }
    });

    it('go on serving while one after the other is restarted', async () => {
      const answers: Promise<number>[] = [];
      const askAll = () => {
        for (const { origin } of serving) {
          answers.push(
            ask(origin, '{ organizations { totalCount } }').then(({ status }) => status),
          );
        }
      };
      for (let index = 0; index < serving.length; index += 1) {
        askAll();
        const [old] = serving.splice(index, 1, await start());
        askAll();
        old?.signal('SIGTERM');
        expect((await old?.ended)?.code).toBe(0);
        askAll();
      }
      expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
      for (const each of serving) {
        expect((await saidBy(each)).organization.name).toBe('Ai2 again');
      }
    });
  },
  { lines: 'one' },
);
