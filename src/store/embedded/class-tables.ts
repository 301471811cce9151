/**
 * The classes of models with equal answers. A model whose row has no class waits for one. The index
 * finds the models of a class, and the waiting ones.
 */
export const classLayout = `
  CREATE TABLE IF NOT EXISTS use_class (
    n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    content TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS model_class (model INTEGER PRIMARY KEY, class INTEGER);
  CREATE INDEX IF NOT EXISTS model_class_class ON model_class (class, model);
`;
