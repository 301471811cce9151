import { valuesOf } from '../ontology/enumeration.ts';
import { ArtifactEnum } from '../ontology/vocabulary.ts';
import {
  type OpennessFacts,
  type OpennessVerdict,
  openness,
  opennessDefinitions,
} from '../reasoning/openness.ts';
import { opennessLicenses } from '../reasoning/openness-licenses.ts';
import type { EntityPart } from '../store/reads.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { entityById } from './entity-field.ts';
import { planned } from './field-plan.ts';
import { lineageOf } from './lineage-loader.ts';
import { allThen, andThen } from './promises.ts';
import { ModelRef, TermRef } from './refs.ts';
import { stored } from './stored.ts';
import { OpennessDefinitionRef, VerdictRef } from './use-enums.ts';

const OpennessVerdictRef = builder.objectRef<OpennessVerdict>('OpennessVerdict').implement({
  description: 'Whether a model meets a definition of openness.',
  fields: (t) => ({
    definition: t.expose('definition', {
      type: OpennessDefinitionRef,
      description: 'The definition.',
    }),
    term: t.field({
      type: TermRef,
      nullable: true,
      description: 'The term that explains the definition.',
      resolve: ({ term }, _args, context, info) => entityById(`Term:${term}`, context, info),
    }),
    verdict: t.expose('verdict', { type: VerdictRef, description: 'Whether it is met.' }),
    missing: t.stringList({
      description: 'What is not there, or not known to be there.',
      resolve: ({ missing }) => missing,
    }),
    reasons: t.stringList({
      description:
        'What was found, failures first. Who says so, and of when, is with the claims that it rests on: `claims` of the model by property (AVAILABILITY, LICENSED_UNDER).',
      resolve: ({ reasons }) => reasons,
    }),
  }),
});

const artifacts = valuesOf(ArtifactEnum);

function knownOf(model: EntityPart, context: GraphContext) {
  const validation = stored(model, 'osaidValidation', context);
  return andThen(stored(model, 'availability', context), (availability) =>
    andThen(validation, (osaidValidation) => ({ availability, osaidValidation })),
  );
}

function bindingsToday(modelId: string, context: GraphContext) {
  const lineage = lineageOf(context);
  return allThen(
    artifacts.map((artifact) =>
      andThen(lineage.bindingOf(modelId, artifact, context.today), (binding) => {
        return [artifact, binding] as const;
      }),
    ),
  );
}

builder.objectField(ModelRef, 'openness', (t) =>
  t.field({
    type: [OpennessVerdictRef],
    nullable: true,
    description: 'How open it is, definition by definition, as of today (UTC).',
    args: {
      definition: t.arg({
        type: OpennessDefinitionRef,
        description: 'Only this definition; not given: all.',
      }),
    },
    extensions: planned({ reads: ['availability', 'osaidValidation'] }),
    resolve: (model, { definition }, context) =>
      andThen(knownOf(model, context), ({ availability, osaidValidation }) =>
        andThen(bindingsToday(model.id, context), (bindings) => {
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
      ),
  }),
);
