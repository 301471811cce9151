import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../../test/e2e/cli.ts';
import { startNeo4j } from '../../../test/neo4j/server.ts';
import { Random } from '../../../test/support/random.ts';
import { neo4jCounts, neo4jEnv } from '../neo4j-contents.ts';
import type { FaultRow } from '../row.ts';

const kills = 3;

/** Neo4j killed while `seed` loads it, then `seed` once more. */
export const neo4jKilled: FaultRow = {
  name: 'neo4j-killed',
  async run(options) {
    const { expected, span } = await undisturbed();
    const random = new Random(options.seed);
    let neo4j = await startNeo4j('5.26');
    try {
      const env = neo4jEnv(neo4j);
      const ends: string[] = [];
      let plain = true;
      for (let index = 0; index < kills; index++) {
        // The first part of a run reads the seeds and does not need Neo4j.
        const moment = Math.round(span * (0.3 + 0.6 * random.next()));
        const seeding = run(['seed'], env);
        await sleep(moment);
        await neo4j.crash();
        const { code, stderr } = await seeding;
        const sentence = lastLine(stderr);
        plain &&= code === 0 || (code === 69 && /^glossgraph: [^\n]{20,400}$/.test(sentence));
        ends.push(`${moment} ms: exit ${code}${code === 0 ? '' : `, "${sentence}"`}`);
        options.log(`killed at ${ends.at(-1)}`);
        neo4j = await neo4j.again();
      }
      const last = await run(['seed'], env);
      const counts = await neo4jCounts(neo4j);
      const same = counts === expected;
      return [
        {
          fault: `Neo4j killed ${kills} times while \`seed\` loads it (${(span / 1000).toFixed(1)} s)`,
          held: plain && last.code === 0 && same,
          found: `${ends.join('; ')}; then \`seed\` exits with ${last.code} and ${same ? 'nodes and relationships are as many as undisturbed' : `there are ${counts}, not ${expected}`}`,
        },
      ];
    } finally {
      await neo4j.stop();
    }
  },
};

async function undisturbed() {
  const neo4j = await startNeo4j('5.26');
  try {
    const started = performance.now();
    const { code, stderr } = await run(['seed'], neo4jEnv(neo4j));
    if (code !== 0) throw new Error(`seed ended with ${code}: ${stderr}`);
    const span = performance.now() - started;
    return { expected: await neo4jCounts(neo4j), span };
  } finally {
    await neo4j.stop();
  }
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split(/[\r\n]/)
      .at(-1) ?? ''
  );
}
