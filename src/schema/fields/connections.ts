import type { ClaimRecord } from '../../ontology/records.ts';
import {
  ClaimRef,
  EntityRef,
  LicenseRef,
  ModelRef,
  OrganizationRef,
  RelationRef,
  TermRef,
  ToolRef,
} from '../refs.ts';
import { connectionType, type ListedEntity, relationConnectionType } from './connection.ts';

const listed = (row: ListedEntity) => row.node.entity;

export const TermConnection = connectionType('Term', TermRef, listed, 'terms');
export const ModelConnection = connectionType('Model', ModelRef, listed, 'models');
export const LicenseConnection = connectionType('License', LicenseRef, listed, 'licenses');
export const OrganizationConnection = connectionType(
  'Organization',
  OrganizationRef,
  listed,
  'organizations',
);
export const ToolConnection = connectionType('Tool', ToolRef, listed, 'tools');
export const ClaimConnection = connectionType(
  'Claim',
  ClaimRef,
  (claim: ClaimRecord) => claim,
  'claims',
);

export const EntityRelationConnection = relationConnectionType(
  'Entity',
  EntityRef,
  RelationRef,
  'related entities',
);
export const TermRelationConnection = relationConnectionType(
  'Term',
  TermRef,
  RelationRef,
  'related terms',
);
export const ModelRelationConnection = relationConnectionType(
  'Model',
  ModelRef,
  RelationRef,
  'related models',
);
export const LicenseRelationConnection = relationConnectionType(
  'License',
  LicenseRef,
  RelationRef,
  'related licenses',
);
export const OrganizationRelationConnection = relationConnectionType(
  'Organization',
  OrganizationRef,
  RelationRef,
  'related organizations',
);
export const ToolRelationConnection = relationConnectionType(
  'Tool',
  ToolRef,
  RelationRef,
  'related tools',
);
