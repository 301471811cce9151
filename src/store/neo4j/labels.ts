import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { allRecordProperties } from '../../ontology/records.ts';
import { type RelationType, relationTypes } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { StoreError } from '../graph-store.ts';

// Only names of the ontology get into the text of a statement. Everything else is a parameter.

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

/** The relationship type, once it is known to be one. */
export function typeText(type: RelationType): RelationType {
  return typeNames.has(type) ? type : refuse('relation type', type);
}

/** The relationship types, any of which will do. */
export function typesText(types: readonly RelationType[]): string {
  return types.map(typeText).join('|');
}

/** That a node is of one of the kinds. */
export function kindCondition(node: string, kinds: readonly EntityKind[]): string {
  return kinds.length === 0
    ? 'false'
    : `(${kinds.map((kind) => `${node}:${labelOf(kind)}`).join(' OR ')})`;
}

/** A record property, once it is known to be one. */
export function propertyText(property: string): string {
  return propertyNames.has(property) ? property : refuse('property', property);
}
