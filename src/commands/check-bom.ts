import type { Config } from '../config.ts';
import { readBom } from '../exchange/cyclone-dx/read-bom.ts';
import { formatProblems } from '../exchange/seed-problems.ts';
import { type UseAnswer, UseAnswerEnum } from '../ontology/use-vocabulary.ts';
import { type JudgedBom, judgeBom, strictness } from './check-bom/judge-bom.ts';
import { readUse } from './check-bom/read-use.ts';
import { jsonReport, textReport } from './check-bom/reports.ts';
import { sarifReport } from './check-bom/sarif.ts';
import { CommandError, type ExitCode, exitCode } from './command-error.ts';
import { withStore } from './open-store.ts';
import { serveSeeds } from './serve-seeds.ts';
import { shownPath } from './shown-path.ts';

interface CheckBomOptions {
  /** A `UseInput` in JSON, a file with one, or the address of a question at /may-i-use. */
  readonly use?: string;
  readonly format?: string;
  /** The most permissive answer that fails. */
  readonly failOn?: string;
}

const formats: Readonly<Record<string, (judged: JudgedBom) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
};

/** Judges a use of the models in a bill of materials. */
export async function checkBom(
  config: Config,
  file: string,
  { use: given, format = 'text', failOn = 'UNKNOWN' }: CheckBomOptions,
): Promise<ExitCode> {
  const report = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (report === undefined) {
    const message = `--format: expected one of ${Object.keys(formats).join(', ')}, not "${format}"`;
    throw new CommandError(exitCode.usage, message);
  }
  const limit = answerNamed(failOn);
  const use = await readUse(given);
  const bom = await readBom(shownPath(file));
  if (!bom.ok) {
    const message = `this is no bill of materials that can be checked\n\n${formatProblems(bom.problems)}`;
    throw new CommandError(exitCode.badInput, message);
  }
  return withStore(config, async (store) => {
    // An empty embedded store first gets the seeds, as in `serve`.
    if (config.neo4j === null && (await store.revision()) === 0) await serveSeeds(store, config);
    const judged = await judgeBom(store, config, bom.value, use);
    process.stdout.write(report(judged));
    const fails = judged.answer !== null && strictness(judged.answer) >= strictness(limit);
    return fails ? exitCode.problems : exitCode.ok;
  });
}

function answerNamed(text: string): UseAnswer {
  const name = text.trim().toUpperCase().replaceAll('-', '_');
  if (Object.hasOwn(UseAnswerEnum.values, name)) return name as UseAnswer;
  const names = Object.keys(UseAnswerEnum.values).join(', ');
  throw new CommandError(exitCode.usage, `--fail-on: expected one of ${names}, not "${text}"`);
}
