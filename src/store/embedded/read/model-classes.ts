import { groupBy } from '../../../base/group-by.ts';
import { madeOnce } from '../../../base/made-once.ts';
import { judgedRelations } from '../../../ontology/judged-facts.ts';
import type { ModelRecord } from '../../../ontology/records.ts';
import type { RelationType } from '../../../ontology/relations.ts';
import { solePart } from '../../condition-parts.ts';
import type { JudgedModel } from '../../graph-store.ts';
import type { Condition } from '../../list-condition.ts';
import type { ClassesFound, Read } from '../../reads.ts';
import { variantsOfRivals } from '../database/class-tables.ts';
import { type Graph, standing, withType } from '../database/graph.ts';
import { unpackEntity, unpackRelation } from '../database/packed-records.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { overBound } from '../match/bound.ts';
import {
  countInRange,
  indexEntriesForEntity,
  modelsInRange,
  modelsOutOfRange,
  rangeOf,
} from '../match/cell-ranges.ts';
import { byCells, type CellTest, countInCells, isInCells } from '../match/cells.ts';
import { conditionText } from '../match/conditions.ts';
import { countInIndex } from '../match/leading-index.ts';
import { listRows } from '../match/list-rows.ts';
import { satisfyingText } from './list-reads.ts';

/** The models without a class, and so without a day, in the order of their numbers, after a number. */
export function openModels(
  graph: Graph,
  limit: number,
  after: number,
): readonly (readonly [id: string, n: number])[] {
  const text = `SELECT e.id, e.n FROM model_class m CROSS JOIN entity e ON e.n = m.model
    WHERE m.class IS NULL AND m.released IS NULL AND m.model > ?1 ORDER BY m.model LIMIT ?2`;
  return graph.statements.rows<[string, number]>(text, [after, limit]);
}

function openAmong(graph: Graph, where: Condition | null, limit: number): readonly string[] {
  const into = new Parameters();
  const condition = where === null ? '' : ` AND ${conditionText(where, ['MODEL'], graph, into)}`;
  const text = `SELECT e.id FROM model_class m CROSS JOIN entity e ON e.n = m.model
    WHERE m.class IS NULL${condition} LIMIT ${into.bind(limit)}`;
  return graph.statements.rows<[string]>(text, into.values).map(([id]) => id);
}

/** The first models that meet a condition. */
function modelsAmong(graph: Graph, where: Condition | null, limit: number): readonly string[] {
  const order = { property: 'sort', descending: false };
  const window = { limit, after: null, before: null, backward: false, peek: false };
  return listRows(graph, { kind: 'MODEL', where, order, window }, limit).map(([id]) => id);
}

/** The classes of the models that meet a condition. */
export function classesFound(graph: Graph, read: Read<'useClasses'>): ClassesFound {
  const { where, rivals, mostClasses, mostOpen } = read;
  const asked = JSON.stringify([where, rivals, mostClasses, mostOpen]);
  return madeOnce<string, ClassesFound>(graph.classes.found, asked, () => readClasses(graph, read));
}

function readClasses(
  graph: Graph,
  { where, rivals, mostClasses, mostOpen }: Read<'useClasses'>,
): ClassesFound {
  if (isReopening(graph)) {
    const openIds = modelsAmong(graph, where, mostOpen + 1);
    return { keys: '', places: rivals.length === 0 ? null : [], counts: [], openIds };
  }
  const into = new Parameters();
  const counted = sharesText(graph, where, rivals, into);
  const ofRivals = rivals.length === 0 ? 'NULL' : 'json_group_array(places)';
  // The rows come as one text, which costs less than many.
  const [keys, places, counts] = graph.statements.row<[string, string | null, string]>(
    `SELECT coalesce(group_concat(key, ' '), ''), ${ofRivals}, json_group_array(count) FROM (
       ${counted} LIMIT ${into.bind(mostClasses + 1)})`,
    into.values,
  ) ?? ['', null, '[]'];
  return {
    keys,
    places: places === null ? null : (JSON.parse(places) as string[]),
    counts: JSON.parse(counts) as number[],
    openIds: openAmong(graph, where, mostOpen + 1),
  };
}

function sharesText(
  graph: Graph,
  where: Condition | null,
  rivals: readonly string[],
  into: Parameters,
): string {
  if (where === null) {
    if (rivals.length === 0) {
      return `SELECT key, '' AS places, size AS count FROM use_class WHERE size > 0`;
    }
    const apart = `SELECT v.class AS class, of.places AS places, sum(v.size) AS count
      FROM (${variantsOfRivals(into.list(rivals))}) AS of
      CROSS JOIN use_variant v ON v.n = of.variant WHERE v.size > 0 GROUP BY 1, 2`;
    return summedShares('SELECT n AS class, size AS count FROM use_class', apart);
  }
  const days = rivals.length === 0 ? daysOf(where) : null;
  if (days !== null) return sharesOfDays(graph, days, into);
  const { test, rest } = byCells('MODEL', where, graph);
  const range = test === null || rest === null || rivals.length > 0 ? null : rangeOf(rest);
  if (test !== null && range !== null) return sharesInRange(graph, test, range, into);
  if (test === null || rest !== null || mayBeMany(graph, rivals)) {
    return sharesAmong(satisfyingText(graph, { kind: 'MODEL', where }, into), rivals, into);
  }
  const whole = classesInCells(test, into);
  const apart = `SELECT m.class AS class, of.places AS places, count(*) AS count
    FROM (${variantsOfRivals(into.list(rivals))}) AS of
    CROSS JOIN model_class m ON m.variant = of.variant
    WHERE ${isInCells(test, 'm.model', into)} GROUP BY 1, 2`;
  return summedShares(whole, apart);
}

/** The sizes of the classes in the cells that pass, which are stored. */
function classesInCells(test: CellTest, into: Parameters): string {
  return `SELECT i.class AS class, sum(i.size) AS count
    FROM cell c CROSS JOIN cell_class i ON i.cell = c.n WHERE ${test(into)} GROUP BY 1`;
}

type Range = Extract<Condition, { op: 'range' }>;

/**
 * The shares among the models in the cells that pass and in a range of an order. If more of these
 * models are in the range than out of it, the others are taken off the stored sizes.
 */
function sharesInRange(graph: Graph, test: CellTest, range: Range, into: Parameters): string {
  const inRange = countInRange(graph, test, range) ?? 0;
  const outOfRange = countInCells(test, graph) - inRange;
  if (Math.min(inRange, outOfRange) > graph.mostLookedAt) throw overBound(graph.mostLookedAt);
  if (inRange <= outOfRange) return sharesAmong(modelsInRange(test, range, into), [], into);
  const whole = classesInCells(test, into);
  return `WITH others AS MATERIALIZED (
      SELECT m.class AS class, count(*) AS count
      FROM (${modelsOutOfRange(test, range, into)}) AS found
      CROSS JOIN model_class m ON m.model = found.n WHERE m.class IS NOT NULL GROUP BY 1
    )
    SELECT k.key AS key, '' AS places, w.count - coalesce(o.count, 0) AS count
    FROM (${whole}) AS w CROSS JOIN use_class k ON k.n = w.class
    LEFT JOIN others o ON o.class = w.class WHERE w.count > coalesce(o.count, 0)`;
}

/** The range of days of release, if the condition is nothing else. */
function daysOf(where: Condition): Range | null {
  const part = solePart(where);
  return part?.op === 'range' && part.property === 'sortReleasedOn' ? part : null;
}

/** The shares among the models that were released in a range of days, counted in an index. */
function sharesOfDays(graph: Graph, days: Range, into: Parameters): string {
  const { min, max } = days;
  const most = graph.mostLookedAt * indexEntriesForEntity;
  const count = countInIndex(graph, { kind: 'MODEL', where: days }, most + 1);
  if (count !== null && count > most) throw overBound(most);
  const bounds = [
    'm.released IS NOT NULL',
    ...(min === null ? [] : [`m.released >= ${into.bind(min)}`]),
    ...(max === null ? [] : [`m.released <= ${into.bind(max)}`]),
  ];
  return `SELECT c.key AS key, '' AS places, count(*) AS count
    FROM use_class c CROSS JOIN model_class m ON m.class = c.n AND ${bounds.join(' AND ')}
    GROUP BY c.n`;
}

/** Whether the models with rivals as licensors are too many to look at one by one. */
function mayBeMany(graph: Graph, rivals: readonly string[]): boolean {
  if (rivals.length === 0) return false;
  const into = new Parameters();
  const text = `SELECT coalesce(sum(v.size), 0) FROM (${variantsOfRivals(into.list(rivals))}) AS of
    CROSS JOIN use_variant v ON v.n = of.variant`;
  const [models = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  return models > graph.mostLookedAt;
}

/** The shares from the sizes of whole classes, and those of their shares with rivals. */
function summedShares(whole: string, apart: string): string {
  return `WITH apart AS MATERIALIZED (${apart}),
    less AS MATERIALIZED (SELECT class, sum(count) AS count FROM apart GROUP BY class)
    SELECT k.key AS key, a.places AS places, a.count AS count
    FROM apart a CROSS JOIN use_class k ON k.n = a.class
    UNION ALL SELECT k.key, '', w.count - coalesce(l.count, 0)
    FROM (${whole}) AS w CROSS JOIN use_class k ON k.n = w.class
    LEFT JOIN less l ON l.class = w.class WHERE w.count > coalesce(l.count, 0)`;
}

/** The shares among models, given by a statement for their numbers. */
function sharesAmong(models: string, rivals: readonly string[], into: Parameters): string {
  const [places, apart, group] =
    rivals.length === 0
      ? [`''`, '', '']
      : [
          'a.places',
          `LEFT JOIN (${variantsOfRivals(into.list(rivals))}) AS a ON a.variant = m.variant`,
          ', a.places',
        ];
  return `SELECT c.key AS key, coalesce(of.places, '') AS places, of.count AS count FROM (
      SELECT m.class AS n, ${places} AS places, count(*) AS count
      FROM (${models}) AS found CROSS JOIN model_class m ON m.model = found.n ${apart}
      WHERE m.class IS NOT NULL GROUP BY m.class${group}
    ) AS of CROSS JOIN use_class c ON c.n = of.n`;
}

/** The contents of classes, by key. */
export function classContents(
  { statements }: Graph,
  keys: readonly string[],
): ReadonlyMap<string, string> {
  const text = `SELECT json_group_array(json_array(c.key, c.content))
    FROM json_each(?1) AS asked CROSS JOIN use_class c ON c.key = asked.value`;
  const [rows] = statements.row<[string]>(text, [JSON.stringify(keys)]) ?? ['[]'];
  return new Map(JSON.parse(rows) as [string, string][]);
}

const judgedPlaces = judgedRelations.map((_, at) => `?${at + 2}`).join(', ');
const judgedModelsText = `SELECT json_group_array(json_array(e.n, e.id, e.record))
  FROM json_each(?1) AS asked CROSS JOIN entity e ON e.id = asked.value WHERE e.kind = 'MODEL'`;
const judgedRelationsText = `SELECT json_group_array(json_array(r.from_n, r.type, r.id, b.id, r.record))
  FROM json_each(?1) AS asked CROSS JOIN relation r ON r.from_n = asked.value
    AND r.type IN (${judgedPlaces}) AND r.standing >= ${standing.best}
  CROSS JOIN entity b ON b.n = r.to_n`;

/** The facts that decide on uses of models. The rows come as one JSON, which costs less than many. */
export function judgedModels(
  { statements, codes }: Graph,
  ids: readonly string[],
): ReadonlyMap<string, JudgedModel> {
  const rowsOf = <Row>(text: string, values: readonly unknown[]) => {
    const [rows] = statements.row<[string]>(text, values) ?? ['[]'];
    return JSON.parse(rows) as Row[];
  };
  type ModelRow = readonly [n: number, id: string, record: string];
  const models = rowsOf<ModelRow>(judgedModelsText, [JSON.stringify(ids)]);
  type RelationRow = readonly [
    from: number,
    type: number,
    id: string,
    toId: string,
    record: string,
  ];
  const relations = rowsOf<RelationRow>(judgedRelationsText, [
    JSON.stringify(models.map(([n]) => n)),
    ...judgedRelations.map((type) => codes.property(type)),
  ]);
  const of = groupBy(relations, ([from]) => from);
  return new Map(
    models.map(([n, id, record]) => {
      const values = unpackEntity(record, 'MODEL', id) as unknown as ModelRecord;
      const { name, releasedOn, inputModalities, outputModalities } = values;
      const found = (of.get(n) ?? []).map(([, code, key, toId, text]) => {
        const type = codes.propertyName(code) as RelationType;
        const head = { id: withType('Relation', key), type, fromId: id, toId, best: true };
        return unpackRelation(text, head, () => null);
      });
      return [id, { name, releasedOn, inputModalities, outputModalities, relations: found }];
    }),
  );
}

/** Whether some models may still have a class that a write made old. */
function isReopening({ statements }: Graph): boolean {
  const text = 'SELECT 1 FROM reopening WHERE after IS NOT NULL LIMIT 1';
  return statements.row<[number]>(text, []) !== undefined;
}
