import neo4j, { type Session } from 'neo4j-driver';
import type { Neo4jInfo } from './bolt.ts';

/**
 * All nodes and relationships, one line each, sorted. Left out is what says when something was
 * written: the revisions, and the stamps of entities.
 */
export async function storedGraph({ uri, user, password }: Neo4jInfo): Promise<readonly string[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
  });
  const session = driver.session();
  try {
    const nodes = await linesOf(
      session,
      `MATCH (n) WHERE NOT n:GraphRevision AND NOT n:RevisionTags
      RETURN ${nodeText('n')} AS node`,
    );
    const relationships = await linesOf(
      session,
      `MATCH (a)-[r]->(b)
      RETURN type(r) AS type, properties(r) AS properties, ${nameOf('a')} AS a, ${nameOf('b')} AS b`,
    );
    return [...nodes, ...relationships].sort();
  } finally {
    await session.close();
    await driver.close();
  }
}

const stamps = ['revision', 'updatedAt'];

function nodeText(node: string): string {
  return `[labels(${node}), properties(${node})]`;
}

/** The labels of a node, and a property that tells it from others with them. */
function nameOf(node: string): string {
  const names = ['id', 'key', 'word', 'shelf', 'text', 'thingId', 'names', 'name'];
  return `[labels(${node}), coalesce(${names.map((name) => `${node}.${name}`).join(', ')})]`;
}

async function linesOf(session: Session, text: string): Promise<readonly string[]> {
  const { records } = await session.run(text);
  return records.map((record) => JSON.stringify(plain(record.toObject())));
}

/** Objects with sorted keys, and sorted labels. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([name]) => !stamps.includes(name));
  return Object.fromEntries(entries.sort().map(([name, each]) => [name, plain(each)]));
}
