/**
 * How many verdicts one core gives, over the licenses and models of the seeds.
 *
 *   node --import tsx bench/licensing.ts
 *
 * "clause sets" is the bare answer of one license to one use; "with reasons" adds clauses, duties,
 * explanations and evidence; "models" is the whole of `useVerdict` on a model, its lineage and the
 * license in force found anew each time, or once and kept.
 */
import type { UseInput } from '../src/ontology/use.ts';
import { bindingAnswer } from '../src/reasoning/binding-answer.ts';
import { licenseAnswer } from '../src/reasoning/license-answer.ts';
import { boundVerdict, modelBinding, modelVerdict } from '../src/reasoning/model-binding.ts';
import { noModel } from '../src/reasoning/subject.ts';
import { licenseBinding, useVerdict } from '../src/reasoning/use-verdict.ts';
import { profileOf, seedGraph, today } from '../test/reasoning/seed-graph.ts';

const inputs: readonly UseInput[] = [
  { activities: ['RUN'] },
  { activities: ['FINE_TUNE', 'OFFER_PRODUCT'], principalPlaceOfBusiness: 'DE', markets: ['DE'] },
  {
    activities: ['HOST_AS_SERVICE'],
    monthlyActiveUsers: 2_000_000,
    peakMonthlyActiveUsers: 2_000_000,
    annualRevenue: { amount: 30_000_000, currency: 'USD' },
    internalUse: false,
  },
  { activities: ['REDISTRIBUTE', 'TRAIN_ON_OUTPUTS'], trains: ['LARGE_LANGUAGE_MODEL'] },
  { activities: ['RUN'], commercial: false, fieldsOfUse: ['RESEARCH'] },
];
const profiles = inputs.map((input) => profileOf(input));
const licenses = [...seedGraph.licenses.values()].filter(({ clauses }) => clauses.length > 0);
const leaves = licenses.map((license) => licenseBinding(license, today));
const ids = [...seedGraph.models.keys()];
const bindings = ids.map((id) => modelBinding(seedGraph, id, 'WEIGHTS', today));

let kept = 0;

/**
 * Runs a round of `size` verdicts over and over for two seconds of processor time, after one to
 * warm up. Processor time, garbage collection included, does not hang on what else runs.
 */
function measure(name: string, size: number, round: () => void): void {
  const rate = (limit: number) => {
    const start = process.cpuUsage();
    let rounds = 0;
    let spent = 0;
    while (spent < limit) {
      round();
      rounds += 1;
      const { user, system } = process.cpuUsage(start);
      spent = (user + system) / 1e6;
    }
    return (rounds * size) / spent;
  };
  rate(1);
  const perSecond = Math.round(rate(2));
  console.log(`${name.padEnd(34)}${perSecond.toLocaleString('en').padStart(12)} verdicts/s`);
}

const clauses = licenses.reduce((sum, license) => sum + license.clauses.length, 0);
console.log(
  `${licenses.length} licenses with ${clauses} clauses, ${ids.length} models, ${inputs.length} uses`,
);
measure('clause sets, the answer', profiles.length * licenses.length, () => {
  for (const profile of profiles) {
    for (const license of licenses) kept += licenseAnswer(license, profile, noModel, 0);
  }
});
measure('clause sets, with reasons', profiles.length * leaves.length, () => {
  for (const profile of profiles) {
    for (const leaf of leaves) kept += useVerdict(leaf, profile).reasons.length;
  }
});
measure('models, the answer, lineage kept', profiles.length * bindings.length, () => {
  for (const profile of profiles) {
    for (const { binding } of bindings) kept += bindingAnswer(binding, profile);
  }
});
measure('models, lineage kept', profiles.length * bindings.length, () => {
  for (const profile of profiles) {
    for (const binding of bindings) kept += boundVerdict(binding, profile).reasons.length;
  }
});
measure('models, lineage found anew', profiles.length * ids.length, () => {
  for (const profile of profiles) {
    for (const id of ids) kept += modelVerdict(seedGraph, id, profile).reasons.length;
  }
});
if (kept === 0) throw new Error('nothing was measured');
