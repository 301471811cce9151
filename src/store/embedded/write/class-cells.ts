import type { Sqlite } from '../database/database.ts';

/**
 * Keeps the number of models of each class in each cell. Sums over cells then tell the classes of a
 * list whose filter cells decide, and no model of it is looked at.
 */
export class ClassCells {
  readonly #statements;

  constructor(database: Sqlite) {
    const prepared = (sql: string) => database.prepare(sql);
    this.#statements = {
      any: prepared('SELECT 1 FROM use_class LIMIT 1'),
      count: prepared(
        `INSERT INTO cell_class (cell, class, size)
         SELECT i.cell, m.class, ?2 * count(*) FROM json_each(?1) AS given
         CROSS JOIN model_class m ON m.model = given.value
         CROSS JOIN model_cell i ON i.model = m.model WHERE m.class IS NOT NULL GROUP BY 1, 2
         ON CONFLICT (cell, class) DO UPDATE SET size = size + excluded.size`,
      ),
      sweep: prepared('DELETE FROM cell_class WHERE size = 0'),
    };
  }

  /** Takes models off before their class or cell changes. `models` is a list in JSON. */
  leave(models: string): void {
    this.#count(models, -1);
  }

  /** Adds models by their class and cell. */
  enter(models: string): void {
    this.#count(models, 1);
    this.#statements.sweep.run([]);
  }

  #count(models: string, sign: number): void {
    // While the first models are loaded, none has a class.
    if (this.#statements.any.get([]) === undefined) return;
    this.#statements.count.run([models, sign]);
  }
}
