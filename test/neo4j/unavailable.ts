/**
 * This machine cannot start a Neo4j, for a reason that its owner can fix (no Java, no Maven, no
 * network). Tests may then be skipped. A server that was started and failed gives a plain Error.
 */
export class Neo4jUnavailable extends Error {
  override readonly name = 'Neo4jUnavailable';
}
