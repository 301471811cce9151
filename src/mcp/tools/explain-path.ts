import { dataIn } from '../../explorer/ask.ts';
import { entityReference } from '../../explorer/entity-names.ts';
import { Answer } from '../answer.ts';
import { argumentsOf, text } from '../arguments.ts';
import { asked } from '../documents.ts';
import { named } from '../find.ts';
import { ToolProblem } from '../problem.ts';
import { defineTool } from '../tool.ts';

/** Explains how two entities are linked. */
export const explainPath = defineTool({
  name: 'explain_path',
  title: 'Explain how two things are connected',
  description:
    'The shortest path between two terms, models, licenses, organizations or tools, in words, with the source of each step.',
  arguments: argumentsOf({ from: text('Name, slug or URI'), to: text('Name, slug or URI') }),
  async answer({ from, to }, ask) {
    const start = await named(ask, from, 'from', null);
    const end = await named(ask, to, 'to', null);
    const ends = { from: entityReference(start.entities[0]), to: entityReference(end.entities[0]) };
    const found = await asked(ask, 'path', ends);
    const path = dataIn(found)?.path ?? null;
    if (path === null) {
      const [error] = found.errors;
      if (error !== undefined) throw new ToolProblem(error.message);
      const [one, other] = [start.entities[0].name, end.entities[0].name];
      return new Answer(`There is no path of at most six steps from ${one} to ${other}.`);
    }
    const answer = new Answer(path.explanation);
    answer.section(`Steps (${path.length})`);
    for (const { explanation, relation } of path.steps) {
      answer.item(explanation, ...(relation === null ? [] : [relation]));
    }
    answer.section('What they are');
    for (const entity of path.entities ?? []) {
      if (entity !== null) answer.item(`${entity.name}: ${entity.summary ?? ''} ${entity.uri}`);
    }
    return answer;
  },
});
