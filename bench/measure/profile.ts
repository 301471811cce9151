import type { Driver, ProfiledPlan } from 'neo4j-driver';
import type { SentStatement } from '../peer/execution-context.ts';

/** The database hits of a statement. It is run once more under PROFILE. */
export async function databaseHits(driver: Driver, { text, parameters }: SentStatement) {
  const session = driver.session();
  try {
    const profiled = text.startsWith('CYPHER 5')
      ? text.replace('CYPHER 5', 'CYPHER 5 PROFILE')
      : `PROFILE ${text}`;
    const { summary } = await session.run(profiled, parameters);
    if (!summary.profile) throw new Error('Neo4j gave no profile.');
    return hitsOf(summary.profile);
  } finally {
    await session.close();
  }
}

function hitsOf(plan: ProfiledPlan): number {
  return plan.children.reduce((total, child) => total + hitsOf(child), plan.dbHits);
}
