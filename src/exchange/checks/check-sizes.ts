import { propertyOf } from '../../ontology/properties.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { DraftFact, EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';

type Count = DraftFact & { readonly value: number };

function countsOf(model: EntityDraft, property: DraftFact['property']): Count[] {
  return model.facts.flatMap((fact) => {
    const { value, rank } = fact;
    if (fact.property !== property || typeof value !== 'number' || rank === 'DEPRECATED') return [];
    return [{ ...fact, value }];
  });
}

function modelProblems(model: EntityDraft): SeedProblem[] {
  const totals = countsOf(model, 'TOTAL_PARAMETERS');
  const { agrees } = propertyOf('TOTAL_PARAMETERS');
  return countsOf(model, 'ACTIVE_PARAMETERS').flatMap((active) => {
    // If a source gives both counts, they are compared with each other.
    const own = totals.filter(({ source }) => source === active.source);
    const compared = own.length > 0 ? own : totals;
    const fits = compared.some(({ value }) => active.value <= value || agrees(active.value, value));
    if (compared.length === 0 || fits) return [];
    const most = Math.max(...compared.map(({ value }) => value));
    const message = `expected activeParameters (${active.value}) of at most totalParameters (${most})`;
    return [problemIn(model.file, active.path, 'more-active-than-total', message)];
  });
}

/** A model must not have more active parameters than total parameters. */
export function checkSizes(index: SeedIndex): readonly SeedProblem[] {
  return index.entities.filter(({ kind }) => kind === 'MODEL').flatMap(modelProblems);
}
