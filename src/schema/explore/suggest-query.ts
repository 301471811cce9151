import { ofTexts } from '../../loaders/rests-on.ts';
import { enumeration } from '../../ontology/enumeration.ts';
import { type Suggestion, type SuggestionMatch, suggest } from '../../text/search/suggest.ts';
import { boundedInt, boundedText } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { entityField } from '../fields/entity-field.ts';
import { kindsArgument, kindsOf } from '../fields/kinds-argument.ts';
import { limitArgument } from '../fields/paging.ts';
import { EntityRef } from '../refs.ts';

const maxPrefix = 10_000;
const maxSuggestions = 10;

const SuggestionMatchRef = enumRef(
  enumeration<SuggestionMatch>('SuggestionMatch', 'How a suggestion matches what was typed.', {
    EXACT: 'A name or alias equals it.',
    FIRST_WORDS: 'The first whole words of a name or alias.',
    BEGINNING: 'A name or alias begins with it, within a word.',
    LATER_WORDS: 'Later whole words of a name or alias.',
    LATER_BEGINNING: 'A later word of a name or alias begins with it.',
    SPELLING: 'A name or alias begins with it, except for one spelling mistake.',
  }),
);

const SuggestionRef = builder.objectRef<Suggestion>('Suggestion').implement({
  description: 'A suggestion for what is being typed.',
  fields: (t) => ({
    text: t.string({
      description: 'The name to show.',
      resolve: ({ entity }) => entity.name,
    }),
    matchedOn: t.expose('match', {
      type: SuggestionMatchRef,
      description: 'How it matches what was typed.',
    }),
    entity: entityField(t, EntityRef, 'The entity of that name.', ({ entity }) => entity.id),
  }),
});

builder.queryField('suggest', (t) =>
  t.field({
    type: [SuggestionRef],
    nullable: true,
    description:
      'Names that complete what is being typed: the best match first, then those with the most relations.',
    args: {
      prefix: t.arg.string({
        required: true,
        description: `What was typed so far: any text of at most ${maxPrefix} UTF-16 code units.`,
      }),
      ...kindsArgument,
      ...limitArgument(maxSuggestions, 'suggestions', maxSuggestions),
    },
    resolve: async (_root, args, context) => {
      const prefix = boundedText('prefix', args.prefix, maxPrefix);
      const limit = boundedInt('limit', args.limit, 1, maxSuggestions);
      const kinds = kindsOf(args.kinds);
      const { loaders } = context;
      const key = `suggest/${JSON.stringify([prefix, kinds, limit])}`;
      return loaders.cached(
        key,
        () => suggest(loaders.texts, prefix, { kinds, limit }),
        (all) => all.length,
        () => ofTexts,
      );
    },
  }),
);
