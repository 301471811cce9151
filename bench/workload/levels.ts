/** A page of relations below a term. */
export interface Level {
  readonly field: string;
  readonly size: number;
  readonly fields: string;
  readonly count?: boolean;
  readonly levels?: readonly Level[];
}

/** The selection of a term: its fields, and its pages as written by one of the functions below. */
export function inside(
  { fields, levels = [] }: Pick<Level, 'fields' | 'levels'>,
  write: (level: Level) => string,
): string {
  return [fields, ...levels.map(write)].join(' ');
}

/** Our page. Its default order is by name. */
export function ourPage(level: Level): string {
  const { field, size, count } = level;
  const total = count === true ? 'totalCount ' : '';
  return `${field}(first: ${size}) { ${total}nodes { ${inside(level, ourPage)} } }`;
}

/** The peer's plain list. A count is a separate field. */
export function peerList(level: Level): string {
  const { field, size, count } = level;
  const total = count === true ? ` ${field}Connection { totalCount }` : '';
  const body = inside(level, peerList);
  return `${field}(limit: ${size}, sort: [{ sort: ASC }]) { ${body} }${total}`;
}

/** The peer's connection. */
export function peerConnection(level: Level): string {
  const { field, size, count } = level;
  const total = count === true ? 'totalCount ' : '';
  const body = inside(level, peerConnection);
  return `${field}: ${field}Connection(first: ${size}, sort: [{ node: { sort: ASC } }]) { ${total}edges { node { ${body} } } }`;
}
