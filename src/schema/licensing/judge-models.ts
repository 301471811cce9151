import { allThen } from '../../base/promises.ts';
import { lineageOf } from '../../loaders/lineage-loader.ts';
import { planSelection } from '../../loaders/plan.ts';
import { sortProperty } from '../../ontology/filters.ts';
import type { Binding } from '../../reasoning/licensing/binding.ts';
import type { UseProfile } from '../../reasoning/licensing/use-profile.ts';
import type { Condition } from '../../store/list-condition.ts';
import type { EntityPart, Keyset, PageWindow, SortOrder } from '../../store/reads.ts';
import { overBound } from '../bad-input.ts';
import type { GraphContext } from '../context.ts';

/** So few that other requests soon have a turn. */
const largestChunk = 200;
const verdictsAtATime = 100;
/** Bounds memory: the lineages of all judged models stay until the request ends. */
const maxJudged = 5000;
/** The sort value with the day from which a model counts as released. */
export const releaseDay = sortProperty('releasedOn');
const withDay = planSelection([releaseDay]);

/** The models to judge, and the use. */
export interface Question {
  readonly profile: UseProfile;
  readonly where: Condition | null;
  readonly order: SortOrder;
}

/** A model that was judged. */
export interface Judged {
  readonly place: Keyset;
  readonly entity: EntityPart;
  readonly profile: UseProfile;
}

/** The rest of a window after a chunk. */
function windowAfter(window: PageWindow, place: Keyset): PageWindow {
  return window.backward ? { ...window, before: place } : { ...window, after: place };
}

/**
 * Finds the binding of each model of a window, in order, a chunk at a time, until `met` returns true
 * or no models are left. That of a model whose answer `isSure` is not needed: `met` gets null.
 */
export async function judge(
  { profile, where, order }: Question,
  start: PageWindow,
  firstChunk: number,
  context: GraphContext,
  met: (judged: Judged, binding: Binding | null) => boolean,
  isSure: (model: EntityPart) => boolean = () => false,
): Promise<void> {
  const lineage = lineageOf(context);
  const { artifact } = profile.use;
  let window: PageWindow = { ...start, limit: firstChunk };
  for (let judged = 0; ; window = { ...window, limit: Math.min(window.limit * 2, largestChunk) }) {
    const spec = { kind: 'MODEL', where, order, window } as const;
    const { rows, hasMore } = await context.loaders.passingList(spec, withDay);
    judged += rows.length;
    if (judged > maxJudged) {
      throw overBound(
        'maxJudged',
        `To tell, more than ${maxJudged} models would have to be judged.`,
      );
    }
    const walked = window.backward ? rows.toReversed() : rows;
    const bindings = await allThen(
      walked.map(({ node: { entity } }) =>
        isSure(entity) ? null : lineage.bindingOf(entity.id, artifact, profile.day),
      ),
    );
    let place: Keyset | null = null;
    for (const [index, { sortValue, node }] of walked.entries()) {
      if (index % verdictsAtATime === 0) await context.turn.pause();
      const { entity } = node;
      place = { value: sortValue, id: entity.id };
      if (met({ place, entity, profile }, bindings[index]?.binding ?? null)) return;
    }
    if (!hasMore || place === null) return;
    window = windowAfter(window, place);
  }
}
