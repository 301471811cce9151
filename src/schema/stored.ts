import { planSelection } from '../loaders/plan.ts';
import type {
  LicenseRecord,
  ModelRecord,
  OrganizationRecord,
  TermRecord,
  ToolRecord,
} from '../ontology/records.ts';
import type { MaybePromise } from '../store/graph-store.ts';
import type { EntityPart } from '../store/reads.ts';
import type { GraphContext } from './context.ts';
import { planned } from './field-plan.ts';
import { andThen } from './promises.ts';

/** Every property that some entity has, with its type. */
type AllProperties = TermRecord & ModelRecord & LicenseRecord & OrganizationRecord & ToolRecord;
type Stored = Omit<AllProperties, 'kind'>;
export type StoredProperty = keyof (TermRecord | object) | keyof Stored;
export type StoredValue<Property extends keyof Stored> = Stored[Property];

/** A property of an entity: at once where it came along, else loaded with others of the tick. */
export function stored<Property extends keyof Stored & string>(
  entity: EntityPart,
  property: Property,
  context: GraphContext,
): MaybePromise<StoredValue<Property>> {
  const value = entity[property];
  if (value !== undefined) return value as StoredValue<Property>;
  return andThen(
    context.loaders.entity(entity.id, planSelection([property])),
    (loaded) => (loaded?.[property] ?? null) as StoredValue<Property>,
  );
}

/** Extensions and resolver of a field that gives a property as it is stored. */
export function exposes<Property extends keyof Stored & string>(property: Property) {
  return {
    extensions: planned({ reads: [property] }),
    resolve: (entity: EntityPart, _args: object, context: GraphContext) =>
      stored(entity, property, context),
  };
}
