import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Condition } from '../../list-condition.ts';
import type { Graph } from '../database/graph.ts';
import { entityColumns } from '../database/packed-records.ts';
import type { Parameters } from '../database/prepared-statements.ts';
import { byCells, isInCells } from './cells.ts';
import { classedTest } from './classed.ts';
import { endsOf, reachText } from './hops.ts';

/**
 * The condition on the entity `e`, of one of the kinds, in SQL. `number` is its number, which is
 * enough for many conditions (`needsEntity`).
 */
export function conditionText(
  condition: Condition,
  kinds: readonly EntityKind[],
  graph: Graph,
  into: Parameters,
  number = 'e.n',
): string {
  const [kind, ...others] = kinds;
  const { test, rest } =
    kind === undefined || others.length > 0
      ? { test: null, rest: condition }
      : byCells(kind, condition, graph);
  // One look at the cell of a model instead of one for each value.
  const parts = [
    ...(test === null ? [] : [isInCells(test, number, into)]),
    ...(rest === null ? [] : [entityText(rest, kinds, graph, into, number)]),
  ];
  return parts.join(' AND ');
}

function entityText(
  condition: Condition,
  kinds: readonly EntityKind[],
  graph: Graph,
  into: Parameters,
  number: string,
): string {
  switch (condition.op) {
    case 'all': {
      const parts = condition.of.map((part) => entityText(part, kinds, graph, into, number));
      return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
    }
    case 'in': {
      const values = into.list(condition.values);
      if (entityColumns.includes(condition.property)) return `e.${condition.property} IN ${values}`;
      const [kind, ...others] = kinds;
      const held =
        kind === undefined || others.length > 0 ? null : graph.codes.held(kind, condition.property);
      // For a property in `held`, the record need not be read.
      if (held !== null) {
        return `EXISTS (SELECT 1 FROM held WHERE property = ${held} AND value IN ${values} AND entity = ${number})`;
      }
      const path = into.bind(`$.${condition.property}`);
      return `EXISTS (SELECT 1 FROM json_each(e.record, ${path}) AS item WHERE item.value IN ${values})`;
    }
    case 'range': {
      const value = valueText(condition.property, into);
      const { min, max } = condition;
      const parts = [
        `${value} IS NOT NULL`,
        ...(min === null ? [] : [`${value} >= ${into.bind(min)}`]),
        ...(max === null ? [] : [`${value} <= ${into.bind(max)}`]),
      ];
      return `(${parts.join(' AND ')})`;
    }
    case 'contains': {
      if (condition.text === '') return '1';
      const value =
        condition.property === 'folded'
          ? `(SELECT text FROM entity_names WHERE entity = ${number})`
          : valueText(condition.property, into);
      return `instr(coalesce(${value}, ''), ${into.bind(condition.text)}) > 0`;
    }
    case 'classed':
      return classedTest(condition, number, graph, into);
    case 'linked':
      return reachText(number, condition.hops, endsOf(condition.slugs, graph), 0, graph, into);
  }
}

/**
 * Whether the condition can only be checked with the row of the entity. Reading it costs several
 * times as much as a look into an index.
 */
export function needsEntity(
  condition: Condition,
  kinds: readonly EntityKind[],
  graph: Graph,
): boolean {
  const [kind, ...others] = kinds;
  switch (condition.op) {
    case 'all':
      return condition.of.some((part) => needsEntity(part, kinds, graph));
    case 'in':
      return (
        entityColumns.includes(condition.property) ||
        kind === undefined ||
        others.length > 0 ||
        graph.codes.held(kind, condition.property) === null
      );
    case 'classed':
      return condition.ids.length > 0;
    case 'contains':
      return condition.property !== 'folded';
    case 'linked':
      return false;
    default:
      return true;
  }
}

function valueText(property: string, into: Parameters): string {
  return entityColumns.includes(property)
    ? `e.${property}`
    : `json_extract(e.record, ${into.bind(`$.${property}`)})`;
}
