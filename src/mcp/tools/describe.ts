import { kindWords } from '../../explorer/words.ts';
import { Answer } from '../answer.ts';
import { argumentsOf, choice, keysOf, text } from '../arguments.ts';
import { describeEntity } from '../describe-entity.ts';
import { named, shownName } from '../find.ts';
import { quoted } from '../problem.ts';
import { defineTool } from '../tool.ts';

/** Describes one entity. */
export const describe = defineTool({
  name: 'describe',
  title: 'Describe a term, model or license',
  description:
    'What one term, model, license, organization or tool is: definition or facts, openness, clauses of a license, who states it, and where sources disagree.',
  arguments: argumentsOf({
    name: text('Name, slug or URI'),
    kind: choice(keysOf(kindWords), 'Where several kinds share a name').optional(),
  }),
  async answer({ name, kind }, ask) {
    const { entities } = await named(ask, name, 'name', kind === undefined ? null : [kind]);
    const [entity, ...others] = entities;
    const sameKind = others.every((other) => other.kind === entity.kind);
    if (others.length > 0 && sameKind) {
      const answer = new Answer(`${quoted(name)} names ${entities.length} things here.`);
      answer.section('Which');
      for (const each of entities) {
        answer.item(`${shownName(each)}: ${each.summary ?? ''} ${each.uri}`);
      }
      return answer;
    }
    const answer = await describeEntity(ask, entity);
    if (others.length > 0) {
      answer.section('Also of this name').line(others.map(shownName).join(', '));
    }
    return answer;
  },
});
