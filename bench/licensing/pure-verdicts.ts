import { bindingAnswer } from '../../src/reasoning/licensing/binding-answer.ts';
import { licenseAnswer } from '../../src/reasoning/licensing/license-answer.ts';
import { boundVerdict, modelBinding } from '../../src/reasoning/licensing/model-binding.ts';
import { noModel } from '../../src/reasoning/licensing/subject.ts';
import { licenseBinding, useVerdict } from '../../src/reasoning/licensing/use-verdict.ts';
import { modelVerdict } from '../../test/reasoning/licensing/model-verdict.ts';
import { profileOf, seedGraph, today } from '../../test/reasoning/licensing/seed-graph.ts';
import { uses } from './uses.ts';

/** A kind of verdict, and how many of them one core gives in a second. */
export interface PureRate {
  readonly what: string;
  readonly perSecond: number;
}

export interface PureVerdicts {
  readonly licenses: number;
  readonly clauses: number;
  readonly models: number;
  readonly rates: readonly PureRate[];
}

const profiles = uses.map((input) => profileOf(input));
const licenses = [...seedGraph.licenses.values()].filter(({ clauses }) => clauses.length > 0);
const leaves = licenses.map((license) => licenseBinding(license, today));
const ids = [...seedGraph.models.keys()];
const bindings = ids.map((id) => modelBinding(seedGraph, id, 'WEIGHTS', today));

let kept = 0;

/** The verdicts in a round of each kind, and the function that gives them. */
const kinds: readonly (readonly [what: string, size: number, round: () => void])[] = [
  [
    'a clause set, the answer alone',
    profiles.length * licenses.length,
    () => {
      for (const profile of profiles) {
        for (const license of licenses) kept += licenseAnswer(license, profile, noModel, 0);
      }
    },
  ],
  [
    'a clause set, with clauses, duties, explanations and evidence',
    profiles.length * leaves.length,
    () => {
      for (const profile of profiles) {
        for (const leaf of leaves) kept += useVerdict(leaf, profile).reasons.length;
      }
    },
  ],
  [
    'a model, the answer alone, what binds kept',
    profiles.length * bindings.length,
    () => {
      for (const profile of profiles) {
        for (const { binding } of bindings) kept += bindingAnswer(binding, profile);
      }
    },
  ],
  [
    'a model, all of it, what binds kept',
    profiles.length * bindings.length,
    () => {
      for (const profile of profiles) {
        for (const binding of bindings) kept += boundVerdict(binding, profile).reasons.length;
      }
    },
  ],
  [
    'a model, all of it, what binds found anew',
    profiles.length * ids.length,
    () => {
      for (const profile of profiles) {
        for (const id of ids) kept += modelVerdict(seedGraph, id, profile).reasons.length;
      }
    },
  ],
];

/** Verdicts per second of processor time, which does not depend on other processes. */
function rateOf(size: number, round: () => void, seconds: number): number {
  const start = process.cpuUsage();
  let rounds = 0;
  let spent = 0;
  while (spent < seconds) {
    round();
    rounds += 1;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1e6;
  }
  return (rounds * size) / spent;
}

/** Measures how many verdicts one core gives, for the licenses and models of the seeds. */
export function measurePureVerdicts(seconds: number): PureVerdicts {
  const rates = kinds.map(([what, size, round]) => {
    rateOf(size, round, seconds / 2);
    return { what, perSecond: rateOf(size, round, seconds) };
  });
  if (kept === 0) throw new Error('nothing was measured');
  const clauses = licenses.reduce((sum, license) => sum + license.clauses.length, 0);
  return { licenses: licenses.length, clauses, models: ids.length, rates };
}
