import type { UseClassText } from '../../use-class-text.ts';
import { inTransaction, type Sqlite } from '../database/database.ts';
import { revisionIn } from '../database/graph-state.ts';
import { ClassCells } from './class-cells.ts';

const given = 'json_each(?1) AS given CROSS JOIN entity e ON e.id = given.value ->> 0';
const entering = `${given} CROSS JOIN use_class c ON c.key = given.value ->> 1
  LEFT JOIN use_variant v ON v.key = given.value ->> 2`;
type Counts = readonly (readonly [useClass: number, variant: number | null, count: number])[];

/** The classes of models as JSON for statements. */
export interface ClassTexts {
  readonly contents: string;
  readonly variants: string;
  readonly models: string;
}

export function classTexts(classes: ReadonlyMap<string, UseClassText>): ClassTexts {
  const texts = [...classes.values()];
  const variants = new Map(
    texts.flatMap(({ key, variant }) =>
      variant === null ? [] : [[variant.key, [variant.key, key, variant.licensors]]],
    ),
  );
  return {
    contents: JSON.stringify([...new Map(texts.map(({ key, content }) => [key, content]))]),
    variants: JSON.stringify([...variants.values()]),
    models: JSON.stringify([...classes].map(([id, { key, variant }]) => [id, key, variant?.key])),
  };
}

/** Stores the classes of models. */
export class ClassAssigner {
  readonly #database: Sqlite;
  readonly #cells: ClassCells;
  readonly #statements;

  constructor(database: Sqlite) {
    const prepared = (sql: string) => database.prepare(sql);
    this.#database = database;
    this.#cells = new ClassCells(database);
    this.#statements = {
      addClasses: prepared(
        `INSERT INTO use_class (key, size, content)
         SELECT value ->> 0, 0, value ->> 1 FROM json_each(?1) WHERE 1 ON CONFLICT DO NOTHING`,
      ),
      addVariants: prepared(
        `INSERT INTO use_variant (key, class, size, licensors)
         SELECT given.value ->> 0, c.n, 0, given.value -> 2 FROM json_each(?1) AS given
         CROSS JOIN use_class c ON c.key = given.value ->> 1 WHERE 1 ON CONFLICT DO NOTHING`,
      ),
      addLicensors: prepared(
        `INSERT INTO variant_licensor (organization, variant, place)
         SELECT each.value ->> 0, v.n, each.value ->> 1 FROM json_each(?1) AS given
         CROSS JOIN use_variant v ON v.key = given.value ->> 0
         CROSS JOIN json_each(given.value, '$[2]') AS each WHERE 1 ON CONFLICT DO NOTHING`,
      ),
      /** How many of the given models each class and variant loses. */
      left: prepared(
        `SELECT m.class, m.variant, count(*) FROM ${given}
         CROSS JOIN model_class m ON m.model = e.n WHERE m.class IS NOT NULL GROUP BY 1, 2`,
      ).raw(),
      entered: prepared(`SELECT c.n, v.n, count(*) FROM ${entering} GROUP BY 1, 2`).raw(),
      growClass: prepared('UPDATE use_class SET size = size + ?2 WHERE n = ?1'),
      growVariant: prepared('UPDATE use_variant SET size = size + ?2 WHERE n = ?1'),
      numbers: prepared(`SELECT json_group_array(e.n) FROM ${given}`).raw(),
      put: prepared(
        `INSERT INTO model_class (model, class, variant, released)
         SELECT e.n, c.n, v.n, e.sortReleasedOn FROM ${entering} WHERE 1
         ON CONFLICT (model) DO UPDATE SET class = excluded.class, variant = excluded.variant,
           released = excluded.released`,
      ),
      sweeps: [
        `DELETE FROM variant_licensor WHERE (organization, variant, place) IN (
           SELECT each.value ->> 0, v.n, each.value ->> 1
           FROM use_variant v CROSS JOIN json_each(v.licensors) AS each WHERE v.size = 0)`,
        'DELETE FROM use_variant WHERE size = 0',
        'DELETE FROM use_class WHERE size = 0',
      ].map(prepared),
    };
  }

  /**
   * If the graph was written since the revision, or if classes are still to be removed, it stores
   * nothing and returns false.
   */
  assign({ contents, variants, ...given }: ClassTexts, revision: number): boolean {
    return inTransaction(this.#database, () => {
      if (revisionIn(this.#database) !== revision) return false;
      if (this.#database.prepare('SELECT 1 FROM reopening').get([]) !== undefined) return false;
      const { addClasses, addVariants, addLicensors, left, entered, numbers, put, sweeps } =
        this.#statements;
      const models = [given.models];
      addClasses.run([contents]);
      addVariants.run([variants]);
      addLicensors.run([variants]);
      this.#grow(left.all(models) as unknown as Counts, -1);
      this.#grow(entered.all(models) as unknown as Counts, 1);
      const [placed] = numbers.get(models) as unknown as [string];
      this.#cells.leave(placed);
      put.run(models);
      this.#cells.enter(placed);
      for (const sweep of sweeps) sweep.run([]);
      return true;
    });
  }

  #grow(counts: Counts, sign: number): void {
    const { growClass, growVariant } = this.#statements;
    for (const [useClass, variant, count] of counts) {
      growClass.run([useClass, sign * count]);
      if (variant !== null) growVariant.run([variant, sign * count]);
    }
  }
}
