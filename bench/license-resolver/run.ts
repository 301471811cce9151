// Precision and recall of the license resolver on the strings of strings.ts.
//   npx tsx bench/license-resolver/run.ts [tuned|held|wild|all] [--misses]
import { buildLicenseIndex } from '../../src/text/license-strings/license-index.ts';
import { resolveLicense } from '../../src/text/license-strings/resolve.ts';
import type { LicenseResolution } from '../../src/text/license-strings/types.ts';
import { finish } from '../../src/text/steps.ts';
import { type Score, score } from './score.ts';
import { seedLicenses } from './seed-licenses.ts';
import { type LicenseString, licenseStrings } from './strings.ts';

interface Result {
  readonly string: LicenseString;
  readonly got: LicenseResolution;
  readonly score: Score;
}

const part = process.argv.find((argument) => /^(?:tuned|held|wild|all)$/.test(argument)) ?? 'all';
const showsMisses = process.argv.includes('--misses');

const started = performance.now();
const index = finish(buildLicenseIndex(seedLicenses()));
const built = performance.now();
const results = licenseStrings
  .filter((string) => part === 'all' || string.part === part)
  .map((string): Result => {
    const got = resolveLicense(index, string.text);
    return { string, got, score: score(string, got) };
  });
const resolved = performance.now();

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function count(rows: readonly Result[], holds: (score: Score) => boolean): number {
  return rows.filter((row) => holds(row.score)).length;
}

function line(name: string, rows: readonly Result[]): string {
  const answers = count(rows, (one) => one.answered);
  const wrong = count(rows, (one) => one.answered && !(one.answerExpected && one.right));
  const due = count(rows, (one) => one.answerExpected);
  const found = count(rows, (one) => one.answerExpected && one.right);
  const lists = count(rows, (one) => one.candidatesExpected);
  const listed = count(rows, (one) => one.candidatesExpected && one.right);
  const rest = rows.length - due - lists;
  const quiet = count(rows, (one) => !one.answerExpected && !one.candidatesExpected && one.right);
  const cells = [
    name.padEnd(20),
    `${rows.length}`.padStart(5),
    share(answers - wrong, answers).padStart(9),
    `${wrong}`.padStart(6),
    `${found}/${due}`.padStart(8),
    share(found, due).padStart(8),
    `${listed}/${lists}`.padStart(8),
    share(listed, lists).padStart(8),
    `${quiet}/${rest}`.padStart(7),
  ];
  return cells.join(' ');
}

function shown(got: LicenseResolution): string {
  const target = got.target?.license?.slug ?? got.target?.spdx?.id ?? got.expression?.text ?? '';
  const list = got.candidates
    .slice(0, 4)
    .map((one) => `${one.target.license?.slug ?? one.target.spdx?.id} ${one.confidence}`);
  return `${got.kind} ${target} [${list.join(', ')}] ${got.reasons.join(' ')}`.slice(0, 300);
}

const titles: Readonly<Record<string, string>> = {
  all: 'every string',
  tuned: 'the half tuned on',
  held: 'the half held apart',
  wild: 'collected afterwards',
};
console.log(`license resolver: ${titles[part]}`);
console.log(
  [
    'class'.padEnd(20),
    'texts',
    'precision',
    ' wrong',
    ' answers',
    '  recall',
    '   lists',
    '  recall',
    '  quiet',
  ].join(' '),
);
for (const group of new Set(results.map(({ string }) => string.group))) {
  console.log(
    line(
      group,
      results.filter(({ string }) => string.group === group),
    ),
  );
}
console.log(line('all', results));
console.log(
  `index of ${index.names.length} names in ${(built - started).toFixed(0)} ms; ${(((resolved - built) * 1000) / results.length).toFixed(0)} µs a text`,
);
if (showsMisses) {
  for (const { string, got, score: one } of results) {
    if (one.right) continue;
    console.log(
      `\n${string.group}: ${JSON.stringify(string.text.slice(0, 120))} expected ${string.expected}\n  got ${shown(got)}`,
    );
  }
}
const wrong = results.filter(({ score: one }) => one.answered && !one.right).length;
process.exitCode = wrong === 0 ? 0 : 1;
