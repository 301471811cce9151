import { allThen, andThen } from '../../base/promises.ts';
import { lineageOf } from '../../loaders/lineage-loader.ts';
import { OpennessDefinitionEnum, VerdictEnum } from '../../ontology/openness-vocabulary.ts';
import {
  type OpennessFacts,
  type OpennessVerdict,
  openness,
  opennessDefinitions,
} from '../../reasoning/licensing/openness.ts';
import { opennessLicenses } from '../../reasoning/licensing/openness-licenses.ts';
import type { EntityPart } from '../../store/reads.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { enumRef } from '../enums.ts';
import { entityField } from '../fields/entity-field.ts';
import { needing } from '../fields/field-needs.ts';
import { stored } from '../fields/stored.ts';
import { ModelRef, TermRef } from '../refs.ts';

const OpennessVerdictRef = builder.objectRef<OpennessVerdict>('OpennessVerdict').implement({
  description: 'Whether a model meets a definition of openness.',
  fields: (t) => ({
    definition: t.expose('definition', {
      type: enumRef(OpennessDefinitionEnum),
      description: 'The definition.',
    }),
    term: entityField(
      t,
      TermRef,
      'The term that explains the definition.',
      ({ term }) => `Term:${term}`,
    ),
    verdict: t.expose('verdict', { type: enumRef(VerdictEnum), description: 'Whether it is met.' }),
    missing: t.exposeStringList('missing', {
      description: 'What is missing, or not known to be there.',
    }),
    reasons: t.exposeStringList('reasons', {
      description:
        'What was found, failures first. The sources and dates are in `claims` of the model, on the properties AVAILABILITY and LICENSED_UNDER.',
    }),
  }),
});

/** The availability, the finding of the Open Source Initiative, and today's bindings. */
function factsOf(model: EntityPart, context: GraphContext) {
  return allThen([
    stored(model, 'availability', context),
    stored(model, 'osaidValidation', context),
    lineageOf(context).bindingsOf(model.id, context.today),
  ] as const);
}

builder.objectField(ModelRef, 'openness', (t) =>
  t.field({
    type: [OpennessVerdictRef],
    nullable: true,
    description: 'How open it is, definition by definition, as of today (UTC).',
    args: {
      definition: t.arg({
        type: enumRef(OpennessDefinitionEnum),
        description: 'Only this definition. Default: all.',
      }),
    },
    extensions: needing({ reads: ['availability', 'osaidValidation'] }),
    resolve: (model, { definition }, context) =>
      andThen(factsOf(model, context), ([availability, osaidValidation, bindings]) => {
        const facts: OpennessFacts = {
          osaidValidation,
          availability: new Map(availability.map((item) => [item.artifact, item.availability])),
          licenses: new Map(
            bindings.map(([artifact, binding]) => [artifact, opennessLicenses(binding)]),
          ),
        };
        const asked = definition == null ? opennessDefinitions : [definition];
        return asked.map((one) => openness(one, facts));
      }),
  }),
);
