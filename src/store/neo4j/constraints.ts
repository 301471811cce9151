import { entityKinds } from '../../ontology/kinds.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import { disagreementIndexes } from './disagreement-pieces.ts';
import { kindIndex, pageIndex } from './edge-indexes.ts';
import { labelOf, propertyText } from './labels.ts';
import {
  asideEndName,
  edgeKeyName,
  isSharedOrder,
  nodeKeyName,
  sortPropertiesOfAny,
} from './sort-copies.ts';

/** A constraint or index: its name, and the statement that creates it where it is missing. */
export interface SchemaRule {
  readonly name: string;
  readonly text: string;
}

const prefix = 'glossgraph';

function unique(name: string, pattern: string, property: string): SchemaRule {
  const full = `${prefix}_${name}`;
  return {
    name: full,
    text: `CREATE CONSTRAINT ${full} IF NOT EXISTS FOR ${pattern} REQUIRE x.${property} IS UNIQUE`,
  };
}

function range(name: string, pattern: string, properties: readonly string[]): SchemaRule {
  const full = `${prefix}_${name}`;
  const columns = properties.map((property) => `x.${property}`).join(', ');
  return {
    name: full,
    text: `CREATE RANGE INDEX ${full} IF NOT EXISTS FOR ${pattern} ON (${columns})`,
  };
}

function relationRules(type: RelationType): readonly SchemaRule[] {
  const declared = relationOf(type);
  const pattern = `()-[x:${type}]-()`;
  const rules = [unique(`${type}_id`, pattern, 'id')];
  for (const side of ['to', 'from'] as const) {
    rules.push(range(`${type}_${asideEndName(side)}`, pattern, [asideEndName(side)]));
    for (const property of sortPropertiesOfAny(declared[side]).keys()) {
      const name = `${type}_${edgeKeyName(side, property)}`;
      const page = pageIndex(type, side, property);
      rules.push(range(name, pattern, [...page.leading, ...page.trailing]));
      if (!isSharedOrder(type, side, property)) continue;
      const byKind = kindIndex(side, property);
      rules.push(range(`${name}_of_kind`, pattern, [...byKind.leading, ...byKind.trailing]));
    }
  }
  return rules;
}

/**
 * Properties with many values that filters look for. The other filters (enumerations, numbers) keep
 * so much that walking a list in its order comes to a page sooner than sorting what an index finds.
 */
const soughtProperties: Partial<Record<EntityKind, readonly string[]>> = { MODEL: ['familyName'] };

/** Everything the database is asked to keep unique or indexed, as the ontology has it. */
export function schemaRules(): readonly SchemaRule[] {
  return [
    unique('entity_id', '(x:Entity)', 'id'),
    unique('source_id', '(x:Source)', 'id'),
    unique('claim_id', '(x:Claim)', 'id'),
    unique('disagreement_id', '(x:Disagreement)', 'id'),
    unique('locator_key', '(x:Locator)', 'key'),
    unique('graph_revision', '(x:GraphRevision)', 'id'),
    range('locator_entity', '(x:Locator)', ['entityId']),
    ...(['subjectId', 'relationId', 'sourceId'] as const).map((owner) =>
      range(`claim_${owner}`, '(x:Claim)', [owner, 'sort']),
    ),
    ...disagreementIndexes.map((columns) =>
      range(`disagreement_${columns.join('_')}`, '(x:Disagreement)', columns),
    ),
    ...entityKinds.flatMap((kind) =>
      [...sortPropertiesOfAny([kind]).keys()].map((property) => {
        const label = labelOf(kind);
        const key = nodeKeyName(property);
        return range(`${label}_${key}`, `(x:${label})`, [key]);
      }),
    ),
    ...entityKinds.flatMap((kind) =>
      (soughtProperties[kind] ?? []).map((property) =>
        range(`${labelOf(kind)}_${property}`, `(x:${labelOf(kind)})`, [propertyText(property)]),
      ),
    ),
    ...relationTypes.flatMap(relationRules),
  ];
}
