import { createHash } from 'node:crypto';
import { ofTexts } from '../../loaders/rests-on.ts';
import type { Mention } from '../../text/mentions/label.ts';
import { mostMeanings } from '../../text/mentions/meanings.ts';
import { mentionsIn } from '../../text/mentions-in.ts';
import { boundedInt, boundedText } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { entityById, entityField } from '../fields/entity-field.ts';
import { kindsArgument, kindsOf } from '../fields/kinds-argument.ts';
import { limitArgument } from '../fields/paging.ts';
import { EntityRef } from '../refs.ts';

const maxText = 100_000;
const maxMentions = 5000;

const MentionRef = builder.objectRef<Mention>('Mention').implement({
  description: 'A place in a text that names an entity.',
  fields: (t) => ({
    start: t.exposeInt('start', {
      description: 'Where it starts, in UTF-16 code units from the start of the text.',
    }),
    end: t.exposeInt('end', {
      description: 'Where it ends, in UTF-16 code units, exclusive.',
    }),
    text: t.exposeString('text', { description: 'The text between them, as written.' }),
    entity: entityField(
      t,
      EntityRef,
      'The entity that it names. If several have that name: the best guess.',
      ({ entityIds: [id] }) => id,
    ),
    alternatives: t.field({
      type: [EntityRef],
      nullable: { list: true, items: true },
      description: `Other entities that it may name, best guess first: at most ${mostMeanings - 1}.`,
      resolve: ({ entityIds: [, ...others] }, _args, context, info) =>
        others.map((id) => entityById(id, context, info)),
    }),
  }),
});

builder.queryField('annotate', (t) =>
  t.field({
    type: [MentionRef],
    nullable: true,
    description:
      'The entities that a text names, in the order of the text. Only whole words match. Where names overlap, the longest one counts. Capital letters count where they make a difference ("RAG" is not "rag"). A part of a longer name does not match: "Phi-4-mini" is not Phi-4, and "DeepSeek V4" is not DeepSeek.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Any text of at most ${maxText} UTF-16 code units.`,
      }),
      ...kindsArgument,
      ...limitArgument(500, 'mentions, from the start of the text', maxMentions),
    },
    resolve: async (_root, args, context) => {
      const text = boundedText('text', args.text, maxText);
      const limit = boundedInt('limit', args.limit, 1, maxMentions);
      const kinds = kindsOf(args.kinds);
      const { loaders, turn } = context;
      const digest = createHash('sha256').update(JSON.stringify([text, kinds]));
      const mentions = await loaders.cached(
        `mentions/${digest.digest('base64url')}`,
        () => mentionsIn(loaders.texts, text, kinds, turn),
        (all) => all.length,
        () => ofTexts,
      );
      return mentions.slice(0, limit);
    },
  }),
);
