import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CheckedSeeds, checkSeeds } from '../../src/exchange/checks/seed-check.ts';
import type { SeedProblem } from '../../src/exchange/seed-problems.ts';
import { readSeeds } from '../../src/exchange/seeds/seed-reader.ts';

/** Seed files by path, "terms/a.yaml". */
export type SeedTexts = Readonly<Record<string, string | Uint8Array>>;

/** Runs with a new seeds directory, which is removed afterwards. */
export async function inSeedFolder<Result>(
  texts: SeedTexts,
  run: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(path.join(tmpdir(), 'glossgraph-seeds-'));
  try {
    for (const [name, text] of Object.entries(texts)) {
      const file = path.join(directory, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return await run(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const citedByAll = 'cite: { source: readings, evidence: PUBLISHER, asOf: 2026-01-02 }';

/** The source that files of these tests cite. */
export const readings: SeedTexts = { 'sources/readings.yaml': 'id: readings\ntitle: Readings\n' };

/** The text of a valid file. Added lines begin in line 6, or in line 8 for terms. */
export function entity(id: string, ...added: readonly string[]): string {
  const head = [`id: ${id}`, `slug: ${id}`, `name: Name of ${id}`, 'summary: One sentence.'];
  return `${[...head, citedByAll, ...added].join('\n')}\n`;
}

export function term(id: string, ...added: readonly string[]): string {
  return entity(id, 'termKind: CONCEPT', 'definition: What it means.', ...added);
}

/** Reads and checks the files. File names in problems are relative to the directory. */
export async function check(texts: SeedTexts): Promise<CheckedSeeds> {
  return inSeedFolder(texts, async (directory) => {
    const checked = checkSeeds(await readSeeds(directory));
    const problems = checked.problems.map((problem) => ({
      ...problem,
      file: path.posix.relative(directory, problem.file),
      message: problem.message.replaceAll(`${directory}/`, ''),
    }));
    return { ...checked, problems };
  });
}

/** The place and code of each problem: "terms/a.yaml:8:3 error cycle". */
export function placesOf(problems: readonly SeedProblem[]): readonly string[] {
  return problems.map(({ file, line, column, severity, code }) => {
    return `${file}:${line}:${column} ${severity} ${code}`;
  });
}

/** The problems of files, next to a valid term and its source. */
export async function problemsOf(texts: SeedTexts): Promise<readonly SeedProblem[]> {
  const { problems } = await check({ ...readings, 'terms/sound.yaml': term('sound'), ...texts });
  return problems;
}
