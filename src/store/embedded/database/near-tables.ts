// A walk reads the neighbors with the fewest relations first. Of a hub, only the first of them are
// in this order, in `near_edge`: every edge of a fan up to the last one that is there. Triggers
// hold this, whatever is written. The writer only keeps their number within bounds.

export const nearColumns = 'owner, slot, degree, neighbor, relation, neighbor_n, standing';
export const nearKey = 'degree, neighbor, relation';
const fresh = nearColumns.replace(/\w+/g, 'NEW.$&');
const isNear = `(NEW.degree, NEW.neighbor, NEW.relation) < (
      SELECT ${nearKey} FROM near_edge WHERE owner = NEW.owner AND slot = NEW.slot
      ORDER BY degree DESC, neighbor DESC, relation DESC LIMIT 1)`;
const removal = `DELETE FROM near_edge WHERE owner = OLD.owner AND slot = OLD.slot
      AND degree = OLD.degree AND neighbor = OLD.neighbor AND relation = OLD.relation`;

export const nearLayout = `
  CREATE TABLE IF NOT EXISTS near_edge (
    owner INTEGER NOT NULL, slot INTEGER NOT NULL, degree INTEGER NOT NULL,
    neighbor TEXT NOT NULL, relation INTEGER NOT NULL, neighbor_n INTEGER NOT NULL,
    standing INTEGER NOT NULL, PRIMARY KEY (owner, slot, ${nearKey})
  ) WITHOUT ROWID;
`;

/** They are absent while a file is filled. */
export const nearTriggers = [
  `CREATE TRIGGER IF NOT EXISTS near_edge_added AFTER INSERT ON edge WHEN ${isNear} BEGIN
    INSERT INTO near_edge (${nearColumns}) VALUES (${fresh});
  END`,
  `CREATE TRIGGER IF NOT EXISTS near_edge_moved AFTER UPDATE OF degree, standing ON edge BEGIN
    ${removal};
    INSERT INTO near_edge (${nearColumns}) SELECT ${fresh} WHERE ${isNear};
  END`,
  `CREATE TRIGGER IF NOT EXISTS near_edge_removed AFTER DELETE ON edge BEGIN
    ${removal};
  END`,
] as const;
