import { kinds } from '../ontology/kinds.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import type { EntityPart } from '../store/reads.ts';
import { builder } from './builder.ts';

// Types that refer to one another are named here. Each is implemented in its own file.

export const EntityRef = builder.interfaceRef<EntityPart>('Entity');
export const TermRef = builder.objectRef<EntityPart>(kinds.TERM.typeName);
export const ModelRef = builder.objectRef<EntityPart>(kinds.MODEL.typeName);
export const LicenseRef = builder.objectRef<EntityPart>(kinds.LICENSE.typeName);
export const OrganizationRef = builder.objectRef<EntityPart>(kinds.ORGANIZATION.typeName);
export const ToolRef = builder.objectRef<EntityPart>(kinds.TOOL.typeName);
export const entityRefs = {
  TERM: TermRef,
  MODEL: ModelRef,
  LICENSE: LicenseRef,
  ORGANIZATION: OrganizationRef,
  TOOL: ToolRef,
} as const satisfies Record<EntityKind, unknown>;
export const RelationRef = builder.objectRef<RelationRecord>('Relation');
export const ClaimRef = builder.objectRef<ClaimRecord>('Claim');
export const SourceRef = builder.objectRef<SourceRecord>('Source');
