import { compareText } from '../../src/base/compare-text.ts';
import { benchDriver, type Neo4jAddress } from '../peer/driver.ts';

const statements = [
  // The number of revisions is the number of transactions. It differs after a load that was
  // resumed.
  'MATCH (node) WHERE NOT node:RevisionTags UNWIND labels(node) AS name RETURN name, count(*) AS count',
  'MATCH ()-[relation]->() RETURN type(relation) AS name, count(*) AS count',
];

/** The number of nodes of each label and of relationships of each type, in words. */
export async function neo4jCounts(address: Neo4jAddress): Promise<string> {
  const driver = benchDriver(address);
  try {
    const counts: string[] = [];
    for (const statement of statements) {
      const { records } = await driver.executeQuery(statement);
      counts.push(...records.map((record) => `${record.get('name')} ${record.get('count')}`));
    }
    return counts.sort(compareText).join(', ');
  } finally {
    await driver.close();
  }
}

/** The environment variables of a Neo4j for our command line. */
export function neo4jEnv({ uri, user, password }: Neo4jAddress): Readonly<Record<string, string>> {
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}
