import { cellKind } from '../../../ontology/filter-cells.ts';
import { indexedProperties } from '../../../ontology/filters.ts';
import { entityKinds } from '../../../ontology/kinds.ts';
import { type RelationType, relationOf, relationTypes } from '../../../ontology/relations.ts';
import { cellKeyName, cellLabel, tallyLabel } from '../cell-nodes.ts';
import { classLabel, licensorLabel, variantLabel } from '../class-nodes.ts';
import { hubFanLabel } from '../hub-fans.ts';
import { keyType, textIndex } from '../label-nodes.ts';
import { labelOf, propertyText } from '../labels.ts';
import { disagreementIndexes } from '../read/disagreement-pieces.ts';
import { companyIndex, kindIndex, pageIndex } from '../read/edge-indexes.ts';
import {
  asideEndName,
  isSharedOrder,
  joinedEndName,
  marksMixed,
  mixedEndName,
  nodeKeyName,
  sharedEndName,
  sortPropertiesOfAny,
} from '../sort-copies.ts';

/**
 * A constraint or index, with the statement that creates it. Its name contains the whole
 * definition, so that different rules of two versions never share a name.
 */
export interface SchemaRule {
  readonly kind: 'CONSTRAINT' | 'INDEX';
  readonly type: 'UNIQUE' | 'RANGE' | 'TEXT' | 'FULLTEXT';
  readonly name: string;
  /** The label or relationship type. */
  readonly on: string;
  readonly properties: readonly string[];
  readonly text: string;
  /** Whether a large load into an empty graph does not need it, and creates it at the end. */
  readonly deferrable: boolean;
}

const node = (label: string) => ({ name: label, pattern: `(x:${label})` });
const relationship = (type: RelationType) => ({ name: type, pattern: `()-[x:${type}]-()` });
type Subject = ReturnType<typeof node>;

/** A constraint that a first load needs: it looks things up by the property. */
function unique(subject: Subject, property: string): SchemaRule {
  const name = `glossgraph_${subject.name}_unique_${property}`;
  const text = `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${subject.pattern} REQUIRE x.${property} IS UNIQUE`;
  const properties = [property];
  return {
    ...{ kind: 'CONSTRAINT', type: 'UNIQUE', name, on: subject.name, properties, text },
    deferrable: false,
  };
}

/** A constraint that a first load need not check, since it writes each thing once. */
function uniqueLater(subject: Subject, property: string): SchemaRule {
  return { ...unique(subject, property), deferrable: true };
}

function index(
  type: 'RANGE' | 'TEXT',
  subject: Subject,
  properties: readonly string[],
): SchemaRule {
  const kindName = type === 'TEXT' ? 'text_' : '';
  const name = `glossgraph_${subject.name}_${kindName}${properties.join('_')}`;
  const columns = properties.map((property) => `x.${property}`).join(', ');
  const text = `CREATE ${type} INDEX ${name} IF NOT EXISTS FOR ${subject.pattern} ON (${columns})`;
  return {
    ...{ kind: 'INDEX', type, name, on: subject.name, properties, text },
    deferrable: true,
  };
}

function range(subject: Subject, ...properties: readonly string[]): SchemaRule {
  return index('RANGE', subject, properties);
}

function text(subject: Subject, property: string): SchemaRule {
  return index('TEXT', subject, [property]);
}

/** The rules for the search of labels and texts. */
function labelRules(): readonly SchemaRule[] {
  const { name, label, properties } = textIndex;
  const columns = properties.map((property) => `x.${property}`).join(', ');
  return [
    unique(node('Word'), 'word'),
    unique(node('LabelShelf'), 'shelf'),
    range(node('Word'), 'stem'),
    range(node('Word'), 'ofLabels'),
    range(node('Label'), 'entityId'),
    range(node('Label'), 'compact', 'shelf', 'tie'),
    range(node('Label'), 'closed', 'shelf', 'tie'),
    range({ name: keyType, pattern: `()-[x:${keyType}]-()` }, 'shelf', 'key'),
    range(node(label), 'entityId'),
    {
      kind: 'INDEX',
      type: 'FULLTEXT',
      name,
      on: label,
      properties,
      deferrable: true,
      text: `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (x:${label}) ON EACH [${columns}]
        OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`,
    },
  ];
}

function relationRules(type: RelationType): readonly SchemaRule[] {
  const subject = relationship(type);
  const rules = [uniqueLater(subject, 'id')];
  for (const side of ['to', 'from'] as const) {
    rules.push(range(subject, asideEndName(side)));
    for (const markOf of [sharedEndName, joinedEndName]) {
      rules.push(range(subject, ...companyIndex(markOf, side)));
    }
    if (marksMixed(type)) rules.push(range(subject, mixedEndName(side)));
    for (const property of sortPropertiesOfAny(relationOf(type)[side]).keys()) {
      const page = pageIndex(type, side, property);
      rules.push(range(subject, ...page.leading, ...page.trailing));
      if (!isSharedOrder(type, side, property)) continue;
      const byKind = kindIndex(side, property);
      rules.push(range(subject, ...byKind.leading, ...byKind.trailing));
    }
  }
  return rules;
}

/** All constraints and indexes that the ontology needs. */
export function schemaRules(): readonly SchemaRule[] {
  return [
    unique(node('Entity'), 'id'),
    unique(node('Source'), 'id'),
    uniqueLater(node('Claim'), 'id'),
    unique(node('Disagreement'), 'id'),
    unique(node('Locator'), 'key'),
    unique(node('GraphRevision'), 'id'),
    unique(node(classLabel), 'key'),
    unique(node(variantLabel), 'key'),
    unique(node(licensorLabel), 'id'),
    unique(node(cellLabel), 'key'),
    unique(node(tallyLabel), 'key'),
    unique(node('OwnerSet'), 'names'),
    unique(node('Dataset'), 'name'),
    unique(node('RevisionTags'), 'revision'),
    range(node('Locator'), 'entityId'),
    range(node(hubFanLabel), 'ownerId'),
    range(node('Identifier'), 'key'),
    range(node('Identifier'), 'entityId'),
    range(node('Contribution'), 'thingId'),
    range(node('Entity'), 'owners', 'id'),
    range(node('Source'), 'owners', 'id'),
    range(node('Entity'), 'revision', 'id'),
    range(node('Claim'), 'subjectId', 'sort'),
    range(node('Claim'), 'relationId', 'sort'),
    range(node('Claim'), 'sourceId', 'sort'),
    ...disagreementIndexes.map((columns) => range(node('Disagreement'), ...columns)),
    ...entityKinds.flatMap((kind) => [
      ...[...sortPropertiesOfAny([kind]).keys()].map((property) =>
        range(node(labelOf(kind)), nodeKeyName(property)),
      ),
      ...indexedProperties(kind).range.map((property) =>
        range(node(labelOf(kind)), propertyText(property)),
      ),
      ...indexedProperties(kind).text.map((property) =>
        text(node(labelOf(kind)), propertyText(property)),
      ),
    ]),
    ...[...sortPropertiesOfAny([cellKind]).keys()].map((property) =>
      range(node(labelOf(cellKind)), cellKeyName, nodeKeyName(property)),
    ),
    ...labelRules(),
    ...relationTypes.flatMap(relationRules),
  ];
}
