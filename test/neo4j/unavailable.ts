/**
 * This machine cannot start a Neo4j, for a reason its owner can mend (no Java, no Maven, no way to
 * fetch). Tests may be skipped for it; a server that was started and failed is a plain Error.
 */
export class Neo4jUnavailable extends Error {
  override readonly name = 'Neo4jUnavailable';
}
