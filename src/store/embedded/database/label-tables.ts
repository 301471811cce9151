/** The full-text index. SQLite stores it in tables whose names begin with this name. */
export const textTable = 'entity_text';

/**
 * The tables of search. `label_entity.number` falls with the number of relations, so that the
 * full-text index gives the best-connected entities first. Texts with arbitrary characters are
 * JSON.
 */
export const labelLayout = `
  CREATE TABLE IF NOT EXISTS label_entity (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    degree INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS label (
    id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, shelf INTEGER NOT NULL, tie TEXT NOT NULL,
    role TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL, plain TEXT, compact TEXT NOT NULL,
    closed TEXT
  );
  CREATE TABLE IF NOT EXISTS label_shelf (shelf INTEGER PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS label_key (
    shelf INTEGER NOT NULL, key TEXT NOT NULL, label INTEGER NOT NULL,
    PRIMARY KEY (shelf, key, label)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS word (
    word TEXT PRIMARY KEY, stem TEXT NOT NULL, labels INTEGER NOT NULL, entities INTEGER NOT NULL,
    common INTEGER NOT NULL, terms INTEGER NOT NULL, publishers INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS word_stem ON word (stem) WHERE labels > 0;
  CREATE INDEX IF NOT EXISTS word_label ON word (word, labels) WHERE labels > 0;
  CREATE VIRTUAL TABLE IF NOT EXISTS ${textTable} USING fts5 (
    labels, summary, body, kind, tokenize = 'ascii'
  );
`;
