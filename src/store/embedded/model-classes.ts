import { groupBy } from '../../base/group-by.ts';
import { judgedRelations } from '../../ontology/judged-facts.ts';
import type { ModelRecord } from '../../ontology/records.ts';
import type { RelationType } from '../../ontology/relations.ts';
import type { JudgedModel } from '../graph-store.ts';
import type { Condition } from '../list-condition.ts';
import type { ClassesFound, Read } from '../reads.ts';
import type { UseClassText } from '../use-class-text.ts';
import { conditionText } from './conditions.ts';
import { inTransaction, readValue, type Sqlite } from './database.ts';
import { type Graph, standing, withType } from './graph.ts';
import { satisfyingText } from './list-reads.ts';
import { unpackEntity, unpackRelation } from './packed-records.ts';
import { Parameters } from './prepared-statements.ts';

/** The ids of models without a class. */
export function openModels(graph: Graph, limit: number): readonly string[] {
  return openAmong(graph, null, limit);
}

function openAmong(graph: Graph, where: Condition | null, limit: number): readonly string[] {
  const into = new Parameters();
  const condition = where === null ? '' : ` AND ${conditionText(where, ['MODEL'], graph, into)}`;
  const text = `SELECT e.id FROM model_class m CROSS JOIN entity e ON e.n = m.model
    WHERE m.class IS NULL${condition} LIMIT ${into.bind(limit)}`;
  return graph.statements.rows<[string]>(text, into.values).map(([id]) => id);
}

/** The classes of the models that meet a condition, the largest first. */
export function classesFound(
  graph: Graph,
  { where, mostClasses, mostOpen }: Read<'useClasses'>,
): ClassesFound {
  const into = new Parameters();
  const counted =
    where === null
      ? 'SELECT key, size AS count FROM use_class WHERE size > 0'
      : `SELECT c.key AS key, of.count AS count FROM (
           SELECT m.class AS n, count(*) AS count
           FROM (${satisfyingText(graph, { kind: 'MODEL', where }, into)}) AS found
           CROSS JOIN model_class m ON m.model = found.n WHERE m.class IS NOT NULL GROUP BY m.class
         ) AS of CROSS JOIN use_class c ON c.n = of.n`;
  // The rows come as one JSON, which costs less than many.
  const [keys, counts] = graph.statements.row<[string, string]>(
    `SELECT json_group_array(key), json_group_array(count) FROM (
       ${counted} ORDER BY count DESC, key LIMIT ${into.bind(mostClasses + 1)})`,
    into.values,
  ) ?? ['[]', '[]'];
  const numbers = JSON.parse(counts) as number[];
  return {
    classes: (JSON.parse(keys) as string[]).map((key, at) => ({ key, count: numbers[at] ?? 0 })),
    openIds: openAmong(graph, where, mostOpen + 1),
  };
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

const given = 'json_each(?1) AS given CROSS JOIN entity e ON e.id = given.value ->> 0';

/** Stores the classes of models. */
export class ClassAssigner {
  readonly #database: Sqlite;
  readonly #statements;

  constructor(database: Sqlite) {
    const prepared = (sql: string) => database.prepare(sql);
    this.#database = database;
    this.#statements = {
      add: prepared(
        `INSERT INTO use_class (key, size, content)
         SELECT value ->> 0, 0, value ->> 1 FROM json_each(?1) WHERE 1 ON CONFLICT DO NOTHING`,
      ),
      /** How many of the given models each class loses. */
      left: prepared(
        `SELECT m.class, count(*) FROM ${given} CROSS JOIN model_class m ON m.model = e.n
         WHERE m.class IS NOT NULL GROUP BY m.class`,
      ).raw(),
      entered: prepared(
        `SELECT c.n, count(*) FROM ${given} CROSS JOIN use_class c ON c.key = given.value ->> 1
         GROUP BY c.n`,
      ).raw(),
      grow: prepared('UPDATE use_class SET size = size + ?2 WHERE n = ?1'),
      put: prepared(
        `INSERT INTO model_class (model, class)
         SELECT e.n, c.n FROM ${given} CROSS JOIN use_class c ON c.key = given.value ->> 1 WHERE 1
         ON CONFLICT (model) DO UPDATE SET class = excluded.class`,
      ),
      sweep: prepared('DELETE FROM use_class WHERE size = 0'),
    };
  }

  /** If the graph was written since the revision, it stores nothing and returns false. */
  assign(classes: ReadonlyMap<string, UseClassText>, revision: number): boolean {
    return inTransaction(this.#database, () => {
      if (Number(readValue(this.#database, 'revision') ?? 0) !== revision) return false;
      const { add, left, entered, grow, put, sweep } = this.#statements;
      const contents = new Map([...classes.values()].map(({ key, content }) => [key, content]));
      const models = [JSON.stringify([...classes].map(([id, { key }]) => [id, key]))];
      add.run([JSON.stringify([...contents])]);
      type Counts = readonly (readonly [n: number, count: number])[];
      for (const [n, count] of left.all(models) as unknown as Counts) grow.run([n, -count]);
      for (const [n, count] of entered.all(models) as unknown as Counts) grow.run([n, count]);
      put.run(models);
      sweep.run([]);
      return true;
    });
  }
}
