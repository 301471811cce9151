import { addTo } from '../../../base/group-by.ts';
import { shown } from '../../../vocab/skos/integrity.ts';
import { findCycles } from '../../cycles.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import type { Identity } from './identities.ts';
import type { Arrow, Concept, Tally } from './skos-concepts.ts';

/** A relation from a concept to another term. */
interface ConceptLink {
  readonly type: 'BROADER' | 'RELATED_TO';
  /** The id of the other term. */
  readonly to: string;
}

interface Context {
  readonly identities: ReadonlyMap<string, Identity>;
  readonly tally: Tally;
  readonly problems: RdfProblem[];
}

interface Draft {
  readonly from: string;
  readonly to: string;
  readonly arrow: Arrow;
}

/**
 * The relations of all concepts, each once. "A broader B" and "B narrower A" are the same relation. A
 * relation that would close a cycle of broader concepts is left out, with a warning.
 */
export function conceptLinks(
  concepts: readonly Concept[],
  { identities, tally, problems }: Context,
): ReadonlyMap<string, readonly ConceptLink[]> {
  const broader = new Map<string, Draft>();
  const related = new Map<string, Draft>();
  for (const { node, arrows } of concepts) {
    for (const arrow of arrows) {
      if (arrow.to === node) continue;
      if (!identities.has(arrow.to) || !identities.has(node)) {
        tally.add(`${arrow.predicate} to what is not here`);
        continue;
      }
      const turned = arrow.way === 'down' || (arrow.way === 'side' && arrow.to < node);
      const [from, to] = turned ? [arrow.to, node] : [node, arrow.to];
      const drafts = arrow.way === 'side' ? related : broader;
      const key = `${from} ${to}`;
      if (!drafts.has(key)) drafts.set(key, { from, to, arrow });
    }
  }
  const found = new Map<string, ConceptLink[]>();
  const add = (type: ConceptLink['type'], { from, to }: Draft) => {
    const target = identities.get(to)?.id ?? '';
    // Two concepts of the files may be the same term.
    if (identities.get(from)?.id !== target) addTo(found, from, { type, to: target });
  };
  const closing = closingOf(broader, problems);
  for (const [key, draft] of broader) if (!closing.has(key)) add('BROADER', draft);
  for (const draft of related.values()) add('RELATED_TO', draft);
  return found;
}

/** The keys of the relations that close a cycle. */
function closingOf(
  broader: ReadonlyMap<string, Draft>,
  problems: RdfProblem[],
): ReadonlySet<string> {
  const adjacency = new Map<string, string[]>();
  for (const { from, to } of broader.values()) addTo(adjacency, from, to);
  const closing = new Set<string>();
  for (const cycle of findCycles(adjacency)) {
    const key = `${cycle.at(-1)} ${cycle[0]}`;
    const draft = broader.get(key);
    if (draft === undefined) continue;
    closing.add(key);
    const way = [...cycle, cycle[0] ?? ''].slice(0, 6).map(shown).join(' → ');
    const message = `broader concepts go in a circle: ${way}; the last step is left out`;
    problems.push({ ...draft.arrow.place, severity: 'warning', code: 'cycle', message });
  }
  return closing;
}
