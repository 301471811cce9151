import type { Condition } from '../list-condition.ts';
import type { ClassesFound, Read } from '../reads.ts';
import type { UseClassText } from '../use-class-text.ts';
import { conditionText } from './conditions.ts';
import { inTransaction, readValue, type Sqlite } from './database.ts';
import type { Graph } from './graph.ts';
import { satisfyingText } from './list-reads.ts';
import { Parameters } from './prepared-statements.ts';

/** Ids of models that wait for a class. */
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

/** The classes of the models that satisfy a condition, those of most models first. */
export function classesFound(
  graph: Graph,
  { where, mostClasses, mostOpen }: Read<'useClasses'>,
): ClassesFound {
  const into = new Parameters();
  const counted =
    where === null
      ? 'SELECT n, size AS count FROM use_class WHERE size > 0'
      : `SELECT m.class AS n, count(*) AS count
         FROM (${satisfyingText(graph, { kind: 'MODEL', where }, into)}) AS found
         CROSS JOIN model_class m ON m.model = found.n WHERE m.class IS NOT NULL GROUP BY m.class`;
  const rows = graph.statements.rows<[key: string, content: string, count: number]>(
    `SELECT c.key, c.content, of.count FROM (${counted}) AS of CROSS JOIN use_class c ON c.n = of.n
     ORDER BY of.count DESC, c.key LIMIT ${into.bind(mostClasses + 1)}`,
    into.values,
  );
  return {
    classes: rows.map(([key, content, count]) => ({ key, content, count })),
    openIds: openAmong(graph, where, mostOpen + 1),
  };
}

/** Puts models into classes, unless the graph was written since the revision. */
export function assignClasses(
  database: Sqlite,
  classes: ReadonlyMap<string, UseClassText>,
  revision: number,
): boolean {
  return inTransaction(database, () => {
    if (Number(readValue(database, 'revision') ?? 0) !== revision) return false;
    const contents = new Map([...classes.values()].map(({ key, content }) => [key, content]));
    const models = JSON.stringify([...classes].map(([id, { key }]) => [id, key]));
    const run = (sql: string, json: string) => database.prepare(sql).run([json]);
    run(
      `INSERT INTO use_class (key, size, content)
       SELECT value ->> 0, 0, value ->> 1 FROM json_each(?1) WHERE 1 ON CONFLICT DO NOTHING`,
      JSON.stringify([...contents]),
    );
    const placed = `SELECT e.n AS model, c.n AS class FROM json_each(?1) AS given
      CROSS JOIN entity e ON e.id = given.value ->> 0
      CROSS JOIN use_class c ON c.key = given.value ->> 1`;
    const sizes = (text: string, sign: '+' | '-') =>
      run(
        `UPDATE use_class SET size = size ${sign} by.count
         FROM (SELECT class, count(*) AS count FROM (${text}) GROUP BY class) AS by
         WHERE n = by.class`,
        models,
      );
    sizes(
      `SELECT m.class AS class FROM (${placed}) AS placed
       CROSS JOIN model_class m ON m.model = placed.model WHERE m.class IS NOT NULL`,
      '-',
    );
    sizes(placed, '+');
    run(
      `UPDATE model_class SET class = placed.class FROM (${placed}) AS placed
       WHERE model_class.model = placed.model`,
      models,
    );
    database.prepare('DELETE FROM use_class WHERE size = 0').run([]);
    return true;
  });
}
