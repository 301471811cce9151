import { propertyOf } from '../../ontology/properties.ts';
import type { SeedProblem } from '../seed-problems.ts';
import { texts } from '../seeds/loose.ts';
import type { DraftFact, EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';

const suffixed = /[KMBT]\s*$/;

function unstatedProblems({ file }: EntityDraft, fact: DraftFact, states: readonly string[]) {
  const { key } = propertyOf(fact.property);
  if (states.length === 0 || fact.property === 'STATEMENT' || states.includes(key)) return [];
  const message = `"${fact.source}" does not state ${key}; it states ${states.join(', ')}`;
  return [problemIn(file, fact.path, 'not-in-source', message)];
}

function roundedProblems({ file }: EntityDraft, fact: DraftFact): SeedProblem[] {
  const { property, written, path, source } = fact;
  if (property !== 'CONTEXT_TOKENS' || typeof written !== 'string' || !suffixed.test(written)) {
    return [];
  }
  const message = `"${source}" writes numbers out; expected digits, not ${written}`;
  return [problemIn(file, path, 'not-as-written', message)];
}

/** A fact must be stated by its source, in the source's notation. */
export function checkSources(index: SeedIndex): readonly SeedProblem[] {
  const sources = new Map(index.sources.map(({ id, data }) => [id, data]));
  return index.entities.flatMap((entity) => {
    if (entity.kind !== 'MODEL') return [];
    return entity.facts.flatMap((fact) => {
      const data = fact.source === null ? undefined : sources.get(fact.source);
      if (data === undefined) return [];
      return [
        ...unstatedProblems(entity, fact, texts(data.states)),
        ...(data.exactNumbers === true ? roundedProblems(entity, fact) : []),
      ];
    });
  });
}
