import { type ReadingStep, readingOrder } from '../../reasoning/walks/reading-order.ts';
import { boundedInt } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { entityField, relationField } from '../fields/entity-field.ts';
import { TermRef } from '../refs.ts';
import { stepsFrom } from './walking.ts';

const maxDepth = 10;

const LearningStepRef = builder.objectRef<ReadingStep>('LearningStep').implement({
  description: 'A term to read before another.',
  fields: (t) => ({
    term: entityField(t, TermRef, 'The term to read.', ({ id }) => id),
    because: relationField(
      t,
      'The requirement that puts the term in the list. If several do, it is one of those nearest to the goal.',
      ({ because }) => because,
    ),
    depth: t.exposeInt('depth', {
      description: 'The number of requirements between it and the goal.',
    }),
    cyclic: t.exposeBoolean('cyclic', {
      description:
        'Whether its requirements lead back to itself, so that no reading order is right.',
    }),
  }),
});

builder.objectField(TermRef, 'prerequisites', (t) =>
  t.field({
    type: [LearningStepRef],
    nullable: true,
    description:
      'The terms to read first, in reading order: each comes after the terms that it requires. Cycles are reported, never followed. Error WORK_LIMIT if there are more than 1,000 requirements.',
    args: {
      depth: t.arg.int({
        required: true,
        defaultValue: 5,
        description: `How many requirements to go back: 1 to ${maxDepth}.`,
      }),
    },
    resolve: async (term, { depth }, context) => {
      const levels = boundedInt('depth', depth, 1, maxDepth);
      const along = { types: ['REQUIRES'], direction: 'OUT' } as const;
      const steps = await stepsFrom(term.id, levels, along, 'requirements', context);
      return readingOrder(term.id, steps);
    },
  }),
);
