import type { MaybePromise } from '../../base/maybe-promise.ts';
import type { PlannedSelection } from '../../loaders/plan.ts';
import { fromGlobalId, kindOfId } from '../../ontology/ids.ts';
import { slugMaxLength } from '../../ontology/slug.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EntityPart } from '../../store/reads.ts';
import { badInput, boundedText, type Unknown } from '../bad-input.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';

export const EntityRefInput = builder.inputType('EntityRefInput', {
  description: 'Identifies an entity by its id, or by its kind and slug.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'An id from an answer of this server.' }),
    term: t.string({ description: 'Slug of a term.' }),
    model: t.string({ description: 'Slug of a model.' }),
    license: t.string({ description: 'Slug or SPDX id of a license.' }),
    organization: t.string({ description: 'Slug of an organization.' }),
    tool: t.string({ description: 'Slug of a tool.' }),
  }),
});

/** The input after GraphQL coercion: exactly one field is set. */
type EntityReference = typeof EntityRefInput.$inferInput;

const kindsByField = {
  term: 'TERM',
  model: 'MODEL',
  license: 'LICENSE',
  organization: 'ORGANIZATION',
  tool: 'TOOL',
} as const satisfies Record<string, EntityKind>;

/** The entity of a kind with the slug, or null. */
export function locate(
  kind: EntityKind,
  argument: string,
  slug: string,
  context: GraphContext,
  select: PlannedSelection,
): MaybePromise<EntityPart | null> {
  const key = boundedText(argument, slug, slugMaxLength);
  return context.loaders.locate({ kind, key }, select);
}

/** The entity of a reference, or null. Throws a coded error on a bad id. */
export function locateReference(
  argument: string,
  reference: EntityReference,
  context: GraphContext,
  select: PlannedSelection,
): MaybePromise<EntityPart | null> {
  if (reference.id != null) {
    const id = fromGlobalId(reference.id);
    if (id === null || kindOfId(id) === null) {
      throw badInput(`${argument}.id`, 'the id of an entity, from an answer of this server');
    }
    return context.loaders.entity(id, select);
  }
  for (const [field, kind] of Object.entries(kindsByField)) {
    const slug = reference[field as keyof typeof kindsByField];
    if (slug != null) return locate(kind, `${argument}.${field}`, slug, context, select);
  }
  throw badInput(argument, 'exactly one of id, term, model, license, organization, tool');
}

/** A reference that was not found, with its argument, such as "from.term", and its value. */
export function unknownReference(argument: string, reference: EntityReference): Unknown {
  const given = Object.entries(reference).find(([, value]) => value != null);
  const [field, value] = given ?? ['id', ''];
  return { argument: `${argument}.${field}`, value: String(value) };
}
