import { kindPlurals, matchWords } from '../../explorer/words.ts';
import { Answer } from '../answer.ts';
import { argumentsOf, between, choice, keysOf, several, text } from '../arguments.ts';
import { foundOne } from '../documents.ts';
import { quoted } from '../problem.ts';
import { defineTool } from '../tool.ts';

/** Searches the graph. */
export const search = defineTool({
  name: 'search',
  title: 'Search AI terms, models and licenses',
  description:
    'Find terms, models, licenses, organizations and tools by name or words, also misspelled. For models by size, license or context use models_for_use.',
  arguments: argumentsOf({
    query: text('Words'),
    kinds: several(choice(keysOf(kindPlurals)), 'Default: all kinds').optional(),
    limit: between(1, 50, 'Default 10').optional(),
  }),
  async answer({ query, kinds = [], limit = 10 }, ask) {
    const variables = { query, kinds: kinds.length === 0 ? null : kinds, first: limit };
    const found = await foundOne(ask, 'search', variables, ({ search }) => search);
    const total = found.totalCount ?? found.edges.length;
    const answer = new Answer(
      total === 0
        ? `Nothing was found for ${quoted(query)}.`
        : `${Math.min(limit, total)} of ${total} found for ${quoted(query)}, the best first. The tool “describe” says more of each.`,
    );
    answer.section('Found');
    for (const { node, matchedOn, matchedText, snippet } of found.edges) {
      const by =
        matchedOn === 'EXACT' || matchedOn === 'BEGINNING'
          ? ''
          : ` [by ${matchWords[matchedOn]}${matchedOn === 'TEXT' ? '' : `: ${matchedText}`}]`;
      const says = node.summary ?? snippet?.text ?? '';
      answer.item(`${node.name} (${node.kind.toLowerCase()}): ${says}${by} ${node.uri}`);
    }
    return answer;
  },
});
