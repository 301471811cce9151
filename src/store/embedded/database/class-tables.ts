/**
 * The classes of models with equal answers to uses without rivals, and their variants: models of a
 * class with the same licensors. A model whose row has no class waits for one. Indexes find the
 * models of a class by the day of their release, the waiting ones, and the variants with a licensor.
 * A change of this day removes the class, so the day comes and goes with the class. `cell_class` has
 * the number of models of each class in each cell. `reopening` has entities whose dependents still
 * have classes that a write made old (`reopening.ts`): those after a number, or none if it is null.
 */
export const classLayout = `
  CREATE TABLE IF NOT EXISTS use_class (
    n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    content TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS use_variant (
    n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, class INTEGER NOT NULL,
    size INTEGER NOT NULL, licensors TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS use_variant_empty ON use_variant (n) WHERE size = 0;
  CREATE TABLE IF NOT EXISTS variant_licensor (
    organization TEXT NOT NULL, variant INTEGER NOT NULL, place TEXT NOT NULL,
    PRIMARY KEY (organization, variant, place)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS cell_class (
    cell INTEGER NOT NULL, class INTEGER NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (cell, class)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS cell_class_empty ON cell_class (cell, class) WHERE size = 0;
  CREATE TABLE IF NOT EXISTS model_class (
    model INTEGER PRIMARY KEY, class INTEGER, variant INTEGER, released TEXT
  );
  CREATE INDEX IF NOT EXISTS model_class_class ON model_class (class, released);
  CREATE INDEX IF NOT EXISTS model_class_variant ON model_class (variant, model)
    WHERE variant IS NOT NULL;
  CREATE TABLE IF NOT EXISTS reopening (n INTEGER PRIMARY KEY, type INTEGER NOT NULL, after INTEGER);
  CREATE INDEX IF NOT EXISTS reopening_left ON reopening (n) WHERE after IS NOT NULL;
`;

/**
 * The variants with rivals as licensors, and the places of these rivals. `rivals` is a list of
 * organizations in SQL.
 */
export function variantsOfRivals(rivals: string): string {
  return `SELECT variant, group_concat(DISTINCT place ORDER BY place) AS places
    FROM variant_licensor WHERE organization IN ${rivals} GROUP BY variant`;
}
