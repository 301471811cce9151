import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { allRecordProperties } from '../../ontology/records.ts';
import { type RelationType, relationTypes, type Side } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { StoreError } from '../graph-store.ts';

// The text of a statement contains only names of the ontology. Everything else is a parameter.

const kindNames: ReadonlySet<string> = new Set(entityKinds);
const typeNames: ReadonlySet<string> = new Set(relationTypes);
const propertyNames: ReadonlySet<string> = new Set(allRecordProperties);

function refuse(what: string, name: string): never {
  throw new StoreError('STORE_FAILURE', `${JSON.stringify(name)} is not a ${what} of the graph.`);
}

/** The label of a kind. */
export function labelOf(kind: EntityKind): string {
  return kindNames.has(kind) ? kindOf(kind).typeName : refuse('kind', kind);
}

/** The name of a relationship type. Throws if it is unknown. */
export function typeText(type: RelationType): RelationType {
  return typeNames.has(type) ? type : refuse('relation type', type);
}

/** The pattern for any of the relationship types. */
export function typesText(types: readonly RelationType[]): string {
  return types.map(typeText).join('|');
}

/** The pattern of relations on a side of a node. Those of the side SYMMETRIC have any direction. */
export function sidePattern(owner: string, relation: string, side: Side, end: string): string {
  const [left, right] = { OUT: ['-', '->'], IN: ['<-', '-'], SYMMETRIC: ['-', '-'] }[side];
  return `(${owner})${left}[${relation}]${right}(${end})`;
}

/** The condition that a node has one of the kinds. */
export function kindCondition(node: string, kinds: readonly EntityKind[]): string {
  return kinds.length === 0
    ? 'false'
    : `(${kinds.map((kind) => `${node}:${labelOf(kind)}`).join(' OR ')})`;
}

/** The name of a record property. Throws if it is unknown. */
export function propertyText(property: string): string {
  return propertyNames.has(property) ? property : refuse('property', property);
}
