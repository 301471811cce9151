import { kinds } from '../../ontology/kinds.ts';
import type { ClaimRecord } from '../../ontology/records.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { ClaimRef, EntityRef, entityRefs, RelationRef } from '../refs.ts';
import { connectionType, type ListedEntity, relationConnectionType } from './connection.ts';
import type { FilterInput } from './filter-conditions.ts';

function listOf(kind: EntityKind) {
  const { typeName, folder } = kinds[kind];
  const nodeOf = (row: ListedEntity) => row.node.entity;
  return connectionType<ListedEntity, ReturnType<typeof nodeOf>, FilterInput | null>(
    typeName,
    entityRefs[kind],
    nodeOf,
    folder,
  );
}

function relationsTo(kind: EntityKind) {
  const { typeName, folder } = kinds[kind];
  return relationConnectionType(typeName, entityRefs[kind], RelationRef, `related ${folder}`);
}

/** The connections of lists. */
export const listConnections = {
  TERM: listOf('TERM'),
  MODEL: listOf('MODEL'),
  LICENSE: listOf('LICENSE'),
  ORGANIZATION: listOf('ORGANIZATION'),
  TOOL: listOf('TOOL'),
} as const satisfies Record<EntityKind, unknown>;

/** The connections of relations that lead to entities of a kind, or of any. */
export const relationConnections = {
  TERM: relationsTo('TERM'),
  MODEL: relationsTo('MODEL'),
  LICENSE: relationsTo('LICENSE'),
  ORGANIZATION: relationsTo('ORGANIZATION'),
  TOOL: relationsTo('TOOL'),
  ANY: relationConnectionType('Entity', EntityRef, RelationRef, 'related entities'),
} as const satisfies Record<EntityKind | 'ANY', unknown>;

export const ClaimConnection = connectionType(
  'Claim',
  ClaimRef,
  (claim: ClaimRecord) => claim,
  'claims',
);
