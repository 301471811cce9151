import { entityKinds } from '../../ontology/kinds.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import { kindIndex, pageIndex } from './edge-indexes.ts';
import { filterIndexes } from './filter-indexes.ts';
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

function text(name: string, pattern: string, property: string): SchemaRule {
  const full = `${prefix}_${name}`;
  return {
    name: full,
    text: `CREATE TEXT INDEX ${full} IF NOT EXISTS FOR ${pattern} ON (x.${property})`,
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

/** Everything the database is asked to keep unique or indexed, as the ontology has it. */
export function schemaRules(): readonly SchemaRule[] {
  return [
    unique('entity_id', '(x:Entity)', 'id'),
    unique('source_id', '(x:Source)', 'id'),
    unique('claim_id', '(x:Claim)', 'id'),
    unique('locator_key', '(x:Locator)', 'key'),
    unique('graph_revision', '(x:GraphRevision)', 'id'),
    range('locator_entity', '(x:Locator)', ['entityId']),
    ...(['subjectId', 'relationId', 'sourceId'] as const).map((owner) =>
      range(`claim_${owner}`, '(x:Claim)', [owner, 'sort']),
    ),
    ...entityKinds.flatMap((kind) =>
      [...sortPropertiesOfAny([kind]).keys()].map((property) => {
        const label = labelOf(kind);
        const key = nodeKeyName(property);
        return range(`${label}_${key}`, `(x:${label})`, [key]);
      }),
    ),
    ...entityKinds.flatMap((kind) => {
      const label = labelOf(kind);
      const pattern = `(x:${label})`;
      return [
        ...filterIndexes[kind].range.map((property) =>
          range(`${label}_${property}`, pattern, [propertyText(property)]),
        ),
        ...filterIndexes[kind].text.map((property) =>
          text(`${label}_${property}_text`, pattern, propertyText(property)),
        ),
      ];
    }),
    ...relationTypes.flatMap(relationRules),
  ];
}
