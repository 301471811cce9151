import { entityKinds } from '../../ontology/kinds.ts';
import { type RelationType, relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { Condition, Hop } from '../list-condition.ts';
import type { ListSpec } from '../reads.ts';
import { type Graph, standing } from './graph.ts';
import { entityColumns } from './packed-records.ts';
import { Parameters } from './prepared-statements.ts';

/** The text index stores three characters at a time. Shorter texts are in most names. */
const charactersTogether = 3;
/** The most trigrams that are searched for. The found texts are checked in any case. */
const mostTrigrams = 24;

/** The condition on the entity `e`, of one of the kinds, in SQL. */
export function conditionText(
  condition: Condition,
  kinds: readonly EntityKind[],
  graph: Graph,
  into: Parameters,
): string {
  switch (condition.op) {
    case 'all': {
      const parts = condition.of.map((part) => conditionText(part, kinds, graph, into));
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
        return `EXISTS (SELECT 1 FROM held WHERE property = ${held} AND value IN ${values} AND entity = e.n)`;
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
      const value = valueText(condition.property, into);
      return `instr(coalesce(${value}, ''), ${into.bind(condition.text)}) > 0`;
    }
    case 'classed':
      return classedTest(condition, into);
    case 'linked':
      return reachText('e.n', condition.hops, endsOf(condition.slugs, graph), 0, graph, into);
  }
}

function valueText(property: string, into: Parameters): string {
  return entityColumns.includes(property)
    ? `e.${property}`
    : `json_extract(e.record, ${into.bind(`$.${property}`)})`;
}

/** Whether the entity is a model of one of the classes, or one of the given models. */
function classedTest(
  { keys, ids }: Extract<Condition, { op: 'classed' }>,
  into: Parameters,
): string {
  const classes = `SELECT n FROM use_class WHERE key IN ${into.list(keys)}`;
  const classed = `(SELECT class FROM model_class WHERE model = e.n) IN (${classes})`;
  return ids.length === 0 ? classed : `(${classed} OR e.id IN ${into.list(ids)})`;
}

/** The numbers of the models of the classes, and of the given models. */
function classedText(
  { keys, ids }: Extract<Condition, { op: 'classed' }>,
  into: Parameters,
): string {
  const classes = `SELECT n FROM use_class WHERE key IN ${into.list(keys)}`;
  const classed = `SELECT model AS n FROM model_class WHERE class IN (${classes})`;
  if (ids.length === 0) return classed;
  return `${classed} UNION ALL SELECT n FROM entity WHERE id IN ${into.list(ids)}`;
}

/** The numbers of the entities of any kind whose current slug is in the list. */
function endsOf(slugs: readonly string[], graph: Graph): readonly number[] {
  return slugs.flatMap((slug) =>
    entityKinds.flatMap((kind) => {
      const entity = graph.located(kind, slug);
      return entity?.slug === slug ? [graph.numberOf(entity.id) ?? 0] : [];
    }),
  );
}

/** Both ends of the best relations of a hop, as columns `here` and `there`. */
export function hopsFrom(type: RelationType, direction: Hop['direction'], graph: Graph): string {
  const best = `type = ${graph.codes.property(type)} AND standing >= ${standing.best}`;
  const out = `SELECT from_n AS here, to_n AS there FROM relation WHERE ${best}`;
  const back = `SELECT to_n AS here, from_n AS there FROM relation WHERE ${best}`;
  if (relationOf(type).symmetric) return `(${out} UNION ALL ${back})`;
  return direction === 'OUT' ? `(${out})` : `(${back})`;
}

/** Whether best relations lead from the entity along the hops to one of the ends. */
function reachText(
  number: string,
  [hop, ...rest]: readonly Hop[],
  ends: readonly number[],
  depth: number,
  graph: Graph,
  into: Parameters,
): string {
  if (hop === undefined) return `${number} IN ${into.list(ends)}`;
  const name = `h${depth}`;
  const further = reachText(`${name}.there`, rest, ends, depth + 1, graph, into);
  return `EXISTS (SELECT 1 FROM ${hopsFrom(hop.type, hop.direction, graph)} AS ${name}
    WHERE ${name}.here = ${number} AND ${further})`;
}

type Driver = (into: Parameters) => string;

/** A statement for the numbers of all entities that meet a part of a condition. */
interface Lead {
  readonly part: Condition;
  readonly driver: Driver;
  /** Whether it gives no other entities, so that this part need not be checked again. */
  readonly exact: boolean;
}

function leadsOf(kind: EntityKind, where: Condition, graph: Graph): readonly Lead[] {
  const lead = (driver: Driver, exact = true): readonly Lead[] => [{ part: where, driver, exact }];
  switch (where.op) {
    case 'all':
      return where.of.flatMap((part) => leadsOf(kind, part, graph));
    case 'in': {
      const held = graph.codes.held(kind, where.property);
      if (held === null) return [];
      const found = `SELECT entity AS n FROM held WHERE property = ${held} AND value IN`;
      return lead((into) => `${found} ${into.list(where.values)}`);
    }
    case 'range': {
      const { property, min, max } = where;
      const held = graph.codes.held(kind, property);
      const column = entityColumns.includes(property);
      if ((held === null && !column) || (min === null && max === null)) return [];
      const [name, found] = column
        ? [property, `SELECT n FROM entity WHERE kind = '${kind}'`]
        : ['value', `SELECT entity AS n FROM held WHERE property = ${held}`];
      return lead((into) =>
        [
          found,
          ...(min === null ? [] : [`${name} >= ${into.bind(min)}`]),
          ...(max === null ? [] : [`${name} <= ${into.bind(max)}`]),
        ].join(' AND '),
      );
    }
    case 'contains': {
      const trigrams = trigramsOf(where.text);
      if (where.property !== 'folded' || trigrams === null) return [];
      const found = 'SELECT rowid AS n FROM folded WHERE folded MATCH';
      return lead((into) => `${found} ${into.bind(trigrams)}`, false);
    }
    case 'classed':
      return lead((into) => classedText(where, into));
    case 'linked': {
      const { hops, slugs } = where;
      if (hops.length === 0) return [];
      return lead((into) => leadingText(hops, endsOf(slugs, graph), graph, into));
    }
  }
}

/** The entities that the hops lead from, found by walking backward from the ends. */
function leadingText(
  hops: readonly Hop[],
  ends: readonly number[],
  graph: Graph,
  into: Parameters,
): string {
  let reached = `SELECT value AS n FROM json_each(${into.bind(JSON.stringify(ends))})`;
  for (const { type, direction } of hops.toReversed()) {
    const back = direction === 'OUT' ? 'IN' : 'OUT';
    reached = `SELECT hop.there AS n FROM (${reached}) AS reached
      CROSS JOIN ${hopsFrom(type, back, graph)} AS hop ON hop.here = reached.n`;
  }
  return reached;
}

/** A query for the text index; null where the text is too short. */
function trigramsOf(text: string): string | null {
  const characters = [...text];
  if (characters.length < charactersTogether) return null;
  const found = new Set<string>();
  for (let at = 0; at + charactersTogether <= characters.length; at += 1) {
    const trigram = characters.slice(at, at + charactersTogether).join('');
    found.add(`"${trigram.replaceAll('"', '""')}"`);
    if (found.size === mostTrigrams) break;
  }
  return [...found].join(' AND ');
}

/** The index for a list of entities, and the remaining condition. */
export interface Chosen {
  /**
   * A statement with distinct numbers that include all matching entities; null if no index finds
   * few.
   */
  readonly driver: Driver | null;
  readonly rest: Condition | null;
}

/**
 * Chooses the index that finds the fewest entities. At most `most` entities of each are counted.
 */
export function chooseDriver(graph: Graph, { kind, where }: ListSpec, most: number): Chosen {
  let best: Lead | null = null;
  let fewest = most + 1;
  for (const lead of where === null ? [] : leadsOf(kind, where, graph)) {
    const into = new Parameters();
    const text = `SELECT count(*) FROM (${lead.driver(into)} LIMIT ${into.bind(fewest)})`;
    const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
    if (count >= fewest) continue;
    best = lead;
    fewest = count;
  }
  if (best === null || where === null) return { driver: null, rest: where };
  const { driver, exact, part } = best;
  return {
    driver: (into) => `SELECT DISTINCT n FROM (${driver(into)})`,
    rest: exact ? withoutPart(where, part) : where,
  };
}

function withoutPart(where: Condition, part: Condition): Condition | null {
  if (where === part) return null;
  if (where.op !== 'all') return where;
  const of = where.of.flatMap((each) => withoutPart(each, part) ?? []);
  return of.length === 0 ? null : { op: 'all', of };
}
