/**
 * Classes of models that have the same answers. A model without a class in its row waits for one; the
 * index tells which are of a class, or wait.
 */
export const classLayout = `
  CREATE TABLE IF NOT EXISTS use_class (
    n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    content TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS model_class (model INTEGER PRIMARY KEY, class INTEGER);
  CREATE INDEX IF NOT EXISTS model_class_class ON model_class (class, model);
`;
