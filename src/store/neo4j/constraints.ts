import { entityKinds } from '../../ontology/kinds.ts';
import { type RelationType, relationOf, relationTypes } from '../../ontology/relations.ts';
import { labelOf } from './labels.ts';
import { edgeKeyName, nodeKeyName, sortPropertiesOfAny } from './sort-copies.ts';

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
  const pages = (['to', 'from'] as const).flatMap((side) =>
    [...sortPropertiesOfAny(declared[side]).keys()].map((property) => {
      const owner = side === 'to' ? 'fromId' : 'toId';
      const key = edgeKeyName(side, property);
      return range(`${type}_${key}`, pattern, [owner, 'best', key]);
    }),
  );
  return [
    unique(`${type}_id`, pattern, 'id'),
    range(`${type}_aside`, pattern, ['aside']),
    ...pages,
  ];
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
    ...relationTypes.flatMap(relationRules),
  ];
}
