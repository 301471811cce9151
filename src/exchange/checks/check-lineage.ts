import { bestClaim } from '../../reasoning/claims/claim-rank.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { DraftEdge, EntityDraft } from '../seeds/seed-draft.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';

/**
 * The greatest relative difference between two counts that mean one size: 70B and 70.6B, 671B and
 * 685B.
 */
const tolerance = 0.1;

function parametersOf(model: EntityDraft): number | null {
  const claims = model.facts.flatMap((fact, index) => {
    const { property, value, source } = fact;
    if (property !== 'TOTAL_PARAMETERS' || typeof value !== 'number') return [];
    return [{ ...fact, value, id: String(index), sourceId: source ?? '' }];
  });
  return bestClaim(claims)?.value ?? null;
}

function sizes(child: EntityDraft, parent: EntityDraft): { own: number; parents: number } | null {
  const own = parametersOf(child);
  const parents = parametersOf(parent);
  return own === null || parents === null ? null : { own, parents };
}

function derivationProblem(child: EntityDraft, parent: EntityDraft, edge: DraftEdge) {
  const found = sizes(child, parent);
  if (found === null || edge.rank === 'DEPRECATED' || edge.method === null) return [];
  const smaller = found.own < found.parents * (1 - tolerance);
  const larger = found.own > found.parents * (1 + tolerance);
  const both = `${child.slug} has ${found.own} parameters, ${parent.slug} ${found.parents}`;
  if (edge.method === 'FINETUNE' && (smaller || larger) && edge.note === null) {
    const message = `${both}; expected the same size, or a note that says how it changed`;
    return [problemIn(child.file, edge.to.path, 'other-size-than-parent', message)];
  }
  if (edge.method === 'FINETUNE' || edge.method === 'DISTILLED' || !smaller) return [];
  const message = `${both}; a model made by ${edge.method} contains its whole parent`;
  return [problemIn(child.file, edge.to.path, 'smaller-than-parent', message)];
}

/**
 * A model must not be smaller than the model it contains. Sizes of a family must not share one
 * parent.
 */
export function checkLineage(index: SeedIndex): readonly SeedProblem[] {
  return index.entities.flatMap((child) =>
    child.edges.flatMap((edge) => {
      if (edge.type !== 'DERIVED_FROM') return [];
      const parent = index.targetOf(child, edge);
      return parent === null || parent === child ? [] : derivationProblem(child, parent, edge);
    }),
  );
}
