import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from '../../test/support/random.ts';
import { type Contents, contentsOf } from './contents.ts';
import { inFolder } from './folder.ts';
import { grown, killAfter } from './killed.ts';
import type { FaultOptions, Outcome } from './row.ts';

/** The file that SQLite writes changes to first. */
const writeAhead = 'glossgraph.db-wal';

type Env = Readonly<Record<string, string>>;

/** A command to kill, and a function that runs it to its end. */
interface Killed {
  readonly what: string;
  readonly command: string;
  /** Whether it ended well. */
  readonly finish: (env: Env) => Promise<boolean>;
}

/** Kills a command on new folders at random moments, runs it again to its end, and compares. */
export function killAtMoments(killed: Killed, options: FaultOptions): Promise<Outcome> {
  return inFolder(async (folder) => {
    const random = new Random(options.seed);
    const place = async (name: string) => {
      const directory = join(folder, name);
      await mkdir(directory);
      return { directory, env: { DATA_DIR: directory } };
    };
    const whole = await place('undisturbed');
    const started = performance.now();
    let writing = 0;
    const [finished] = await Promise.all([
      killed.finish(whole.env),
      grown(join(whole.directory, writeAhead)).then(() => {
        writing = performance.now();
      }),
    ]);
    if (!finished) throw new Error(`${killed.command} did not end well.`);
    const span = performance.now() - started;
    const writeMs = performance.now() - writing;
    const expected = await contentsOf(whole.directory);
    if (expected === null) throw new Error(`${killed.command} left no graph.`);

    const left = { nothing: 0, part: 0, whole: 0, ended: 0 };
    const wrong: string[] = [];
    for (let index = 0; index < options.kills; index++) {
      const { directory, env } = await place(`kill-${index}`);
      // Every other kill comes while the file is written. That is a short time, which random
      // moments seldom hit.
      const moment = Math.round(random.next() * (index % 2 === 0 ? span : writeMs));
      const file = index % 2 === 0 ? null : join(directory, writeAhead);
      const hit = await killAfter([killed.command], env, moment, file);
      const before = await contentsOf(directory);
      if (!hit) left.ended += 1;
      left[stateOf(before, expected)] += 1;
      const finished = await killed.finish(env);
      const after = await contentsOf(directory);
      const well =
        finished &&
        (before === null || before.integrity === 'ok') &&
        after?.integrity === 'ok' &&
        after.counts === expected.counts;
      if (!well) wrong.push(`at ${moment} ms: ${after?.integrity}, ${after?.counts}`);
      options.log(
        `${killed.command}: kill ${index + 1} at ${moment} ms, ${well ? 'well' : 'WRONG'}`,
      );
    }
    return outcome(killed.what, options.kills, { span, writeMs }, expected, left, wrong);
  });
}

function stateOf(before: Contents | null, expected: Contents): 'nothing' | 'part' | 'whole' {
  if (before === null || before.rows === 0) return 'nothing';
  return before.counts === expected.counts ? 'whole' : 'part';
}

function outcome(
  what: string,
  kills: number,
  { span, writeMs }: { readonly span: number; readonly writeMs: number },
  expected: Contents,
  left: Readonly<Record<'nothing' | 'part' | 'whole' | 'ended', number>>,
  wrong: readonly string[],
): Outcome {
  const states = `left behind: no rows ${left.nothing} times, some ${left.part}, all ${left.whole} (${left.ended} had ended before)`;
  const result =
    wrong.length === 0
      ? `run again, ${kills} of ${kills} ended with the same counts (${expected.counts}), and integrity_check says ok before and after`
      : `${wrong.length} of ${kills} went wrong: ${wrong.slice(0, 3).join('; ')}`;
  return {
    fault: `SIGKILL at ${kills} random moments of ${(span / 1000).toFixed(1)} s ${what}, every other in the last ${(writeMs / 1000).toFixed(1)} s, in which the file is written`,
    held: wrong.length === 0,
    found: `${result}; ${states}`,
  };
}
