import { entityRecordSchemas } from '../../../ontology/records.ts';
import { relationOf } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Condition, Hop } from '../../list-condition.ts';
import { keysIn } from '../../use-class-text.ts';
import { classType, licensorType, variantType } from '../class-nodes.ts';
import type { StatementBuilder } from '../cypher-statement.ts';
import { propertyText, typeText } from '../labels.ts';

type Linked = Extract<Condition, { op: 'linked' }>;
type Classed = Extract<Condition, { op: 'classed' }>;

/** The condition on a node as a predicate. Values are parameters. */
export function conditionText(node: string, condition: Condition, into: StatementBuilder): string {
  switch (condition.op) {
    case 'all':
      return condition.of.length === 0
        ? 'true'
        : condition.of.map((part) => `(${conditionText(node, part, into)})`).join(' AND ');
    case 'in': {
      const property = `${node}.${propertyText(condition.property)}`;
      const values = into.bind(condition.values);
      if (!isList(condition.property)) return `${property} IN ${values}`;
      const item = `v${into.scope()}`;
      return `any(${item} IN ${property} WHERE ${item} IN ${values})`;
    }
    case 'range': {
      const property = `${node}.${propertyText(condition.property)}`;
      const bounds: string[] = [];
      if (condition.min !== null) bounds.push(`${property} >= ${into.bind(condition.min)}`);
      if (condition.max !== null) bounds.push(`${property} <= ${into.bind(condition.max)}`);
      return bounds.length === 0 ? `${property} IS NOT NULL` : bounds.join(' AND ');
    }
    case 'contains':
      // Every text contains the empty text, and so does an absent one.
      return condition.text === ''
        ? 'true'
        : `${node}.${propertyText(condition.property)} CONTAINS ${into.bind(condition.text)}`;
    case 'classed': {
      const classed = classedText(node, condition, into);
      if (condition.ids.length === 0) return classed;
      return `(${classed} OR ${node}.id IN ${into.bind(condition.ids)})`;
    }
    case 'linked':
      return linkedText(node, condition, into);
  }
}

function classedText(
  node: string,
  { keys, apart, rivals }: Classed,
  into: StatementBuilder,
): string {
  const scope = into.scope();
  const key = `c${scope}.key`;
  const share =
    rivals.length === 0
      ? key
      : `${key} + ',' + ${placesText(`(${node})-[:${variantType}]->()`, into.bind(rivals), into)}`;
  const wanted =
    rivals.length === 0
      ? keysIn(keys)
      : [
          ...keysIn(keys).map((each) => `${each},`),
          ...apart.map((each) => `${each.key},${each.places}`),
        ];
  return `EXISTS { MATCH (${node})-[:${classType}]->(c${scope}) WHERE ${share} IN ${into.bind(wanted)} }`;
}

/** The places of rivals among the licensors of a variant, joined by commas. */
export function placesText(variant: string, rivals: string, into: StatementBuilder): string {
  const scope = into.scope();
  return `reduce(t = '', p IN COLLECT {
      MATCH ${variant}-[l${scope}:${licensorType}]->(o${scope}) WHERE o${scope}.id IN ${rivals}
      RETURN DISTINCT l${scope}.place AS place ORDER BY place
    } | t + CASE t WHEN '' THEN '' ELSE ',' END + p)`;
}

function linkedText(node: string, { hops, slugs }: Linked, into: StatementBuilder): string {
  const values = into.bind(slugs);
  const { end, text } = hopsText(node, hops, into);
  return hops.length === 0
    ? `${end}.slug IN ${values}`
    : `EXISTS { ${text} AND ${end}.slug IN ${values} }`;
}

/** A match from the node along best relations of the hops, and the variable of its end. */
export function hopsText(
  node: string,
  hops: readonly Hop[],
  into: StatementBuilder,
): { readonly text: string; readonly end: string } {
  let end = node;
  // Each hop has its own MATCH, since one MATCH cannot use a relationship twice.
  const matches = hops.map((hop) => {
    const scope = into.scope();
    const from = end;
    end = `x${scope}`;
    return `MATCH (${from})${arrow(hop, `h${scope}`)}(${end}) WHERE h${scope}.best`;
  });
  return { text: matches.join(' '), end };
}

function arrow({ type, direction }: Hop, variable: string): string {
  const body = `-[${variable}:${typeText(type)}]-`;
  if (relationOf(type).symmetric) return body;
  return direction === 'OUT' ? `${body}>` : `<${body}`;
}

/** Whether the property is a list. Filters then match one of its items. */
export function isList(property: string): boolean {
  return listProperties.has(property);
}

const listProperties: ReadonlySet<string> = new Set(
  (Object.keys(entityRecordSchemas) as EntityKind[]).flatMap((kind) =>
    Object.entries(entityRecordSchemas[kind].shape)
      .filter(([, schema]) => holdsArray(schema))
      .map(([name]) => name),
  ),
);

function holdsArray(schema: { safeParse: (value: unknown) => { success: boolean } }): boolean {
  return schema.safeParse([]).success || schema.safeParse(['TEXT']).success;
}
