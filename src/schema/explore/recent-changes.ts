import { andThen } from '../../base/promises.ts';
import { boundedInt } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { entityById } from '../fields/entity-field.ts';
import { limitArgument } from '../fields/paging.ts';
import { EntityRef } from '../refs.ts';

const maxChanged = 200;

builder.queryField('recentChanges', (t) =>
  t.field({
    type: [EntityRef],
    nullable: { list: true, items: true },
    description:
      'The entities that changed last: they, one of their relations or one of their claims. The latest revision comes first.',
    args: limitArgument(20, 'entities', maxChanged),
    resolve: (_root, args, context, info) => {
      const limit = boundedInt('limit', args.limit, 1, maxChanged);
      return andThen(context.loaders.latest(limit), (ids) =>
        ids.map((id) => entityById(id, context, info)),
      );
    },
  }),
);
