import { setTimeout as sleep } from 'node:timers/promises';
import { main, run } from '../../../test/e2e/cli.ts';
import { startNeo4j } from '../../../test/neo4j/server.ts';
import { startServer } from '../../servers/process.ts';
import { neo4jEnv } from '../neo4j-contents.ts';
import type { FaultRow } from '../row.ts';

const awayMs = 20_000;
const settleMs = 5000;
const clients = 8;
const slugs = ['open-weights', 'transformer', 'graph-rag', 'large-language-model', 'attention'];
const query =
  'query ($slug: String!) { term(slug: $slug) { name summary related(first: 10) { nodes { name } } } }';

/** The answers that clients got in one phase. */
class Met {
  right = 0;
  readonly refused = new Map<string, number>();
  readonly wrong: string[] = [];
  longestMs = 0;
}

/** Neo4j stops for some seconds while clients ask, then comes back. */
export const neo4jAway: FaultRow = {
  name: 'neo4j-away',
  async run({ log }) {
    let neo4j = await startNeo4j('5.26');
    try {
      const env = neo4jEnv(neo4j);
      const { code, stderr } = await run(['seed'], env);
      if (code !== 0) throw new Error(`seed ended with ${code}: ${stderr}`);
      const serving = { ...env, PORT: '0', LOG_LEVEL: 'silent' };
      const server = await startServer({ arguments: [main, 'serve'], env: serving }, false);
      try {
        const { url } = server;
        const expected = new Map<string, string>();
        for (const slug of slugs) expected.set(slug, await (await ask(url, slug)).text());
        let met = new Met();
        let going = true;
        const asking = Promise.all(
          Array.from({ length: clients }, async (_, number) => {
            for (let index = number; going; index++) {
              const slug = slugs[index % slugs.length] as string;
              await meet(met, url, slug, expected.get(slug) as string);
              await sleep(10);
            }
          }),
        );
        const phase = async () => {
          const ended = met;
          met = new Met();
          return ended;
        };
        await sleep(settleMs);
        const before = await phase();
        await neo4j.crash();
        await sleep(awayMs);
        const away = await phase();
        const back = performance.now();
        neo4j = await neo4j.again();
        const startMs = performance.now() - back;
        let recoveryMs = 0;
        for (const from = performance.now(); met.right === 0 && recoveryMs < 30_000; ) {
          await sleep(20);
          recoveryMs = performance.now() - from;
        }
        await sleep(2000);
        await phase();
        await sleep(settleMs);
        const after = await phase();
        going = false;
        await asking;
        log(`before ${words(before)}; away ${words(away)}; after ${words(after)}`);
        const wrong = [before, away, after].flatMap((some) => some.wrong);
        const coded = [...away.refused.keys()].every((answer) => /^\d{3} STORE_/.test(answer));
        return [
          {
            fault: `Neo4j killed, away for ${awayMs / 1000} s under load from ${clients} connections, then back`,
            held:
              wrong.length === 0 &&
              coded &&
              before.refused.size === 0 &&
              after.refused.size === 0 &&
              after.right > 0,
            found: `before: ${words(before)}; away: ${words(away)}; Neo4j took ${(startMs / 1000).toFixed(1)} s to start, and ${Math.round(recoveryMs)} ms later the first right answer came; after: ${words(after)}; wrong answers: ${wrong.length === 0 ? 'none' : wrong.slice(0, 3).join(', ')}`,
          },
        ];
      } finally {
        await server.stop();
      }
    } finally {
      await neo4j.stop();
    }
  },
};

function ask(url: URL, slug: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query, variables: { slug } }),
  });
}

async function meet(met: Met, url: URL, slug: string, expected: string): Promise<void> {
  const started = performance.now();
  const response = await ask(url, slug);
  const body = await response.text();
  met.longestMs = Math.max(met.longestMs, performance.now() - started);
  if (response.status === 200 && body === expected) {
    met.right += 1;
    return;
  }
  const code = /"code":"([A-Z_]+)"/.exec(body)?.[1];
  if (code === undefined) met.wrong.push(`${response.status} ${body.slice(0, 200)}`);
  else {
    const answer = `${response.status} ${code}`;
    met.refused.set(answer, (met.refused.get(answer) ?? 0) + 1);
  }
}

function words({ right, refused, longestMs }: Met): string {
  const others = [...refused].map(([answer, times]) => `${answer} ${times}`);
  return `${[`right ${right}`, ...others].join(', ')} (the longest took ${Math.round(longestMs)} ms)`;
}
