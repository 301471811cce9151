import type { AskGraph } from '../../explorer/ask.ts';
import type { EntityKind } from '../../explorer/documents/types.ts';
import { Answer } from '../answer.ts';
import { argumentsOf, several, text } from '../arguments.ts';
import { compareLicenses } from '../compare-licenses.ts';
import { compareModels } from '../compare-models.ts';
import { compareTerms } from '../compare-terms.ts';
import { type Entity, named, namedOne } from '../find.ts';
import { ToolProblem } from '../problem.ts';
import { defineTool } from '../tool.ts';

const kinds: readonly EntityKind[] = ['MODEL', 'LICENSE', 'TERM'];

/** Compares entities of one kind. */
export const compare = defineTool({
  name: 'compare',
  title: 'Compare models, licenses or terms',
  description:
    'Two to five models (facts, license, openness), licenses (what each allows and asks for) or terms (how they differ), side by side.',
  arguments: argumentsOf({ names: several(text('Name, slug or URI'), 'All of one kind', 2, 5) }),
  async answer({ names }, ask) {
    const entities = await ofOneKind(ask, names);
    const [first] = entities;
    const answer = new Answer(`Compared: ${entities.map(({ name }) => name).join(', ')}.`);
    for (const { name, uri } of entities) answer.line(`${name}: ${uri}`);
    switch (first?.kind) {
      case 'MODEL':
        await compareModels(ask, entities, answer);
        break;
      case 'LICENSE':
        await compareLicenses(ask, entities, answer);
        break;
      default:
        await compareTerms(ask, entities, answer);
    }
    return answer;
  },
});

/** The entities that the names mean. All are of the first kind that fits every name. */
async function ofOneKind(ask: AskGraph, names: readonly string[]): Promise<readonly Entity[]> {
  const found: (readonly Entity[])[] = [];
  for (const name of names) found.push((await named(ask, name, 'names', kinds)).entities);
  for (const kind of kinds) {
    if (!found.flat().some((entity) => entity.kind === kind)) continue;
    const chosen = await allOf(ask, names, found, kind);
    if (chosen === null) continue;
    const distinct = new Set(chosen.map(({ slug }) => slug));
    if (distinct.size < chosen.length) throw new ToolProblem('“names”: two of them are the same.');
    return chosen;
  }
  const each = found.map(([first]) => `${first?.name}: ${first?.kind.toLowerCase()}`);
  throw new ToolProblem(
    `“names”: expected models, licenses or terms, all of one kind, got ${each.join('; ')}.`,
  );
}

/** The same for one kind; null if a name has no entity of it. */
async function allOf(
  ask: AskGraph,
  names: readonly string[],
  found: readonly (readonly Entity[])[],
  kind: EntityKind,
): Promise<readonly Entity[] | null> {
  const chosen: Entity[] = [];
  for (const [index, name] of names.entries()) {
    const fits = (found[index] ?? []).filter((entity) => entity.kind === kind);
    const [only, ...others] = fits;
    if (only !== undefined && others.length === 0) chosen.push(only);
    else if (only !== undefined) chosen.push(await namedOne(ask, name, 'names', [kind]));
    else {
      const other = await ifNamed(named(ask, name, 'names', [kind]));
      if (other?.entities.length !== 1) return null;
      chosen.push(other.entities[0]);
    }
  }
  return chosen;
}

/** The result, or null if the name is not known. */
async function ifNamed<Found>(looking: Promise<Found>): Promise<Found | null> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof ToolProblem) return null;
    throw error;
  }
}
