import { groupBy } from '../../base/group-by.ts';
import type { RelationRecord } from '../../ontology/records.ts';
import { relationOf } from '../../ontology/relations.ts';
import { ranksBestFirst } from '../../ontology/vocabulary.ts';
import { answerOf } from './answer.ts';
import { type Period, periodsOverlap } from './period.ts';

/** An edge with the rank of its best claim. */
export type RankedEdge = Pick<
  RelationRecord,
  'id' | 'type' | 'fromId' | 'toId' | 'artifact' | 'expression' | 'since' | 'until' | 'rank'
> & {
  /** Whether one of its claims may be a best claim. */
  readonly eligible: boolean;
};

/** Edges that give one answer for one period: the licenses of one expression, or a single edge. */
interface Answer extends Period {
  readonly edges: readonly RankedEdge[];
  readonly text: string;
  readonly rank: number;
}

function answersOf(edges: readonly RankedEdge[]): readonly Answer[] {
  const textOf = (edge: RankedEdge) =>
    answerOf({ objectId: edge.toId, expression: edge.expression });
  const groups = groupBy(edges, (edge) => JSON.stringify([textOf(edge), edge.since, edge.until]));
  const answers: Answer[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const rank = Math.min(...group.map((edge) => ranksBestFirst.indexOf(edge.rank)));
    const { since, until } = first;
    answers.push({ edges: group, text: textOf(first), rank, since, until });
  }
  return answers;
}

/** Whether another answer with a better rank holds for a part of the same period. */
function isOutranked(answer: Answer, answers: readonly Answer[]): boolean {
  return answers.some(
    (other) =>
      other.rank < answer.rank && other.text !== answer.text && periodsOverlap(other, answer),
  );
}

/**
 * The ids of the best edges, which walks follow. Where a type has many values, every eligible edge
 * is best. Where it has one, the best rank is chosen for each subject, artifact and period, so that
 * the license of today does not hide the one before it.
 */
export function bestEdgeIds(edges: Iterable<RankedEdge>): ReadonlySet<string> {
  const best = new Set<string>();
  const choices: RankedEdge[] = [];
  for (const edge of edges) {
    if (!edge.eligible) continue;
    if (relationOf(edge.type).singleValued) choices.push(edge);
    else best.add(edge.id);
  }
  const groups = groupBy(choices, (edge) => `${edge.fromId}\n${edge.type}\n${edge.artifact}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (first !== undefined && group.length === 1) {
      best.add(first.id);
      continue;
    }
    const answers = answersOf(group);
    for (const answer of answers) {
      if (isOutranked(answer, answers)) continue;
      for (const edge of answer.edges) best.add(edge.id);
    }
  }
  return best;
}
