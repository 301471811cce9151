import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { PlannedSelection } from '../../loaders/plan.ts';
import type { EntityPart } from '../../store/reads.ts';
import type { SchemaTypes } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { RelationRef, SourceRef } from '../refs.ts';
import { selectionAhead } from './look-ahead.ts';
import { memoizedPlan } from './plan-memo.ts';

/** The parts of an entity that the field's selection needs. */
export function entitySelection(context: GraphContext, info: GraphQLResolveInfo): PlannedSelection {
  return memoizedPlan(info, context, () =>
    selectionAhead(getNamedType(info.returnType), info.fieldNodes, info, context),
  );
}

/** The entity with an id, with the parts that the field's selection needs; null for no id. */
export function entityById(id: string | null, context: GraphContext, info: GraphQLResolveInfo) {
  return id === null ? null : context.loaders.entity(id, entitySelection(context, info));
}

type Fields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>;
type EntityType = ObjectRef<SchemaTypes, EntityPart> | InterfaceRef<SchemaTypes, EntityPart>;

/** A field for the entity with an id. */
export function entityField<Parent>(
  t: Fields<Parent>,
  type: EntityType,
  description: string,
  idOf: (parent: Parent) => string | null,
) {
  return t.field({
    type,
    nullable: true,
    description,
    resolve: (parent, _args, context, info) => entityById(idOf(parent as Parent), context, info),
  });
}

/** A field for the relation with an id. */
export function relationField<Parent>(
  t: Fields<Parent>,
  description: string,
  idOf: (parent: Parent) => string | null,
) {
  return t.field({
    type: RelationRef,
    nullable: true,
    description,
    resolve: (parent, _args, { loaders }) => {
      const id = idOf(parent as Parent);
      return id === null ? null : loaders.relation(id);
    },
  });
}

/** A field for the source of its parent. */
export function sourceField<Parent extends { readonly sourceId: string | null }>(
  t: Fields<Parent>,
  description: string,
) {
  return t.field({
    type: SourceRef,
    nullable: true,
    description,
    resolve: (parent, _args, { loaders }) => {
      const { sourceId } = parent as Parent;
      return sourceId === null ? null : loaders.source(sourceId);
    },
  });
}
