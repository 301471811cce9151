import { enumeration } from '../../ontology/enumeration.ts';
import type { ClosureStep } from '../../reasoning/walks/closure.ts';
import { boundedInt } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { entityField, relationField } from '../fields/entity-field.ts';
import { ModelRef } from '../refs.ts';
import { stepsFrom } from './walking.ts';

const maxDepth = 20;

const LineageDirectionRef = enumRef(
  enumeration('LineageDirection', 'The direction of a lineage.', {
    ANCESTORS: 'To the models it was made from.',
    DESCENDANTS: 'To the models made from it.',
  }),
);

/** One derivation of a lineage. Its method is in `relation.method`. */
export const LineageStepRef = builder
  .objectRef<Omit<ClosureStep, 'slug'>>('LineageStep')
  .implement({
    description: 'One derivation in a lineage. Its relation holds the method.',
    fields: (t) => ({
      model: entityField(t, ModelRef, 'The model that the step leads to.', ({ id }) => id),
      parent: entityField(
        t,
        ModelRef,
        'The model that the step comes from, one step nearer to the start.',
        ({ parentId }) => parentId,
      ),
      relation: relationField(t, 'The derivation.', ({ relationId }) => relationId),
      depth: t.exposeInt('depth', {
        description: 'The number of derivations between the start and the model.',
      }),
      cyclic: t.exposeBoolean('cyclic', {
        description:
          'Whether the derivation is part of a cycle. A cycle is reported and never followed twice.',
      }),
    }),
  });

builder.objectField(ModelRef, 'lineage', (t) =>
  t.field({
    type: [LineageStepRef],
    nullable: true,
    description:
      'The models that it was made from, or that were made from it, nearest first. Equally near ones come in the order of the models that they were reached from, then by slug. Error WORK_LIMIT if there are more than 1,000 derivations.',
    args: {
      direction: t.arg({
        type: LineageDirectionRef,
        required: true,
        defaultValue: 'ANCESTORS',
        description: 'The direction of the lineage.',
      }),
      depth: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `Maximum number of derivations to follow: 1 to ${maxDepth}.`,
      }),
    },
    resolve: (model, { direction, depth }, context) =>
      stepsFrom(
        model.id,
        boundedInt('depth', depth, 1, maxDepth),
        { types: ['DERIVED_FROM'], direction: direction === 'ANCESTORS' ? 'OUT' : 'IN' },
        'derivations',
        context,
      ),
  }),
);
