import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { ask, run, type Serving } from './cli.ts';

/** How old an answer of the servers may be. */
export const boundMs = 400;

const query =
  '{ organization: entity(ref: { organization: "ai2" }) { name summary } organizations { nodes { name summary } } }';

interface Said {
  readonly organization: { readonly name: string; readonly summary: string };
  readonly organizations: {
    readonly nodes: readonly { readonly name: string; readonly summary: string }[];
  };
}

interface Answer {
  readonly data?: Said;
  readonly errors?: unknown;
}

/** What a server says of the organization, once looked up and once listed. */
export async function saidBy({ origin }: Serving): Promise<Said> {
  const { data, errors } = (await (await ask(origin, query)).json()) as Answer;
  if (data === undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Loads the seeds with this name and summary in them, in a process of its own. */
export async function seedAs(
  folder: string,
  version: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const file = join(folder, 'organizations/ai2.yaml');
  const text = await readFile(file, 'utf8');
  const lines = text
    .replace(/^name: .*$/m, `name: Ai2 ${version}`)
    .replace(/^summary: .*(\n {2}.*)*$/m, `summary: Says ${version}.`);
  await writeFile(file, lines);
  const { code, stderr } = await run(['seed'], { ...env, SEEDS_DIR: folder });
  expect([code, stderr.match(/^glossgraph: .*/m)]).toEqual([0, null]);
}

/** Asks a server one question after the other until the signal; the versions that it showed, in order. */
export async function watch(serving: Serving, until: AbortSignal): Promise<readonly string[]> {
  const seen: string[] = [];
  while (!until.aborted) {
    const { organization, organizations } = await saidBy(serving);
    // A page is of one moment: its name and its summary are of one version.
    for (const { name, summary } of [organization, ...organizations.nodes]) {
      expect(summary).toBe(`Says ${name.replace('Ai2 ', '')}.`);
    }
    seen.push(organization.name);
    await sleep(5);
  }
  return seen;
}

/** Every server shows what was loaded elsewhere, once its bound is over, and never goes back. */
export async function expectAllToFollow(
  servers: readonly Serving[],
  load: (version: string) => Promise<void>,
): Promise<void> {
  await load('0');
  await sleep(boundMs);
  const end = new AbortController();
  const watching = servers.map((each) => watch(each, end.signal));
  try {
    for (const version of ['1', '2', '3']) {
      await load(version);
      // No answer is older than the bound.
      await sleep(boundMs);
      for (const each of servers) {
        const { organization, organizations } = await saidBy(each);
        expect([organization.name, ...organizations.nodes.map(({ name }) => name)]).toEqual([
          `Ai2 ${version}`,
          `Ai2 ${version}`,
        ]);
      }
    }
  } finally {
    end.abort();
  }
  for (const seen of await Promise.all(watching)) {
    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen)).toEqual(new Set(['Ai2 0', 'Ai2 1', 'Ai2 2', 'Ai2 3']));
  }
}
