import type { SeedProblem } from '../seed-problems.ts';
import type { DraftFact, EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';

/** Equal statements of one source must have the same rank everywhere. */
export function checkStatements(index: SeedIndex): readonly SeedProblem[] {
  const first = new Map<string, { readonly entity: EntityDraft; readonly fact: DraftFact }>();
  return index.entities.flatMap((entity) =>
    entity.facts.flatMap((fact) => {
      if (fact.property !== 'STATEMENT' || fact.value === null) return [];
      const key = JSON.stringify([fact.source, fact.value]);
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, { entity, fact });
        return [];
      }
      if (other.fact.rank === fact.rank) return [];
      const { file } = other.entity.file;
      const message = `${fact.rank} here and ${other.fact.rank} in ${file}; expected one rank`;
      return [problemIn(entity.file, fact.path, 'rank-differs', message)];
    }),
  );
}
