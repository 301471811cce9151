import type { MaybePromise } from '../../base/maybe-promise.ts';
import { andThen } from '../../base/promises.ts';
import { planSelection } from '../../loaders/plan.ts';
import type {
  LicenseRecord,
  ModelRecord,
  OrganizationRecord,
  TermRecord,
  ToolRecord,
} from '../../ontology/records.ts';
import type { EntityPart } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';
import { needing } from './field-needs.ts';

/** Every property that some kind of entity has, with its type. */
type Stored = Own<TermRecord> &
  Own<ModelRecord> &
  Own<LicenseRecord> &
  Own<OrganizationRecord> &
  Own<ToolRecord>;
type Own<Kind> = Omit<Kind, 'kind'>;

/**
 * A property of an entity. If it was not fetched with the entity, it is loaded with others of the
 * tick.
 */
export function stored<Property extends keyof Stored & string>(
  entity: EntityPart,
  property: Property,
  context: GraphContext,
): MaybePromise<Stored[Property]> {
  const value = entity[property];
  if (value !== undefined) return value as Stored[Property];
  return andThen(
    context.loaders.entity(entity.id, planSelection([property])),
    (loaded) => (loaded?.[property] ?? null) as Stored[Property],
  );
}

/** The extensions and resolver of a field that returns a property as stored. */
export function exposes<Property extends keyof Stored & string>(property: Property) {
  return {
    extensions: needing({ reads: [property] }),
    resolve: (entity: EntityPart, _args: object, context: GraphContext) =>
      stored(entity, property, context),
  };
}
