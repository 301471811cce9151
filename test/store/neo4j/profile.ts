import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import { afterAll, beforeAll } from 'vitest';
import { type ComposedRead, composeReads } from '../../../src/store/neo4j/read/compose.ts';
import {
  type ComposedCrowded,
  composeCrowded,
} from '../../../src/store/neo4j/read/compose-crowded.ts';
import type { Read } from '../../../src/store/reads.ts';
import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { wipe } from '../../neo4j/wipe.ts';

/** The cost of a statement: its database hits and operators. */
export interface Profile {
  readonly hits: number;
  readonly operators: readonly string[];
  readonly plan: string;
}

/** A driver of the test, besides that of the store. */
export function driverFor(server: Neo4jInfo): Driver {
  return neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    disableLosslessIntegers: true,
  });
}

/** A driver that is there while the tests of the suite run. After them, the graph is emptied. */
export function driverAt(server: Neo4jInfo): { readonly driver: Driver } {
  let driver: Driver;
  beforeAll(() => {
    driver = driverFor(server);
  });
  afterAll(async () => {
    await Promise.all([driver.close(), wipe(server)]);
  }, 240_000);
  return {
    get driver() {
      return driver;
    },
  };
}

/** Runs the statements of the reads under PROFILE, and returns their total cost. */
export async function profile(driver: Driver, reads: readonly Read[]): Promise<Profile> {
  const profiles: Profile[] = [];
  let next: ComposedRead | ComposedCrowded | null = composeReads(reads);
  while (next !== null) {
    const { text, parameters, decode, crowded }: ComposedRead | ComposedCrowded = next;
    const { records, summary } = await driver.executeQuery(`PROFILE ${text}`, { ...parameters });
    if (summary.profile === false) throw new Error('the server sent no profile');
    profiles.push(profileOf(summary.profile));
    decode([...(records[0]?.values() ?? [])]);
    next = crowded.length === 0 ? null : composeCrowded(crowded);
  }
  return {
    hits: profiles.reduce((sum, { hits }) => sum + hits, 0),
    operators: profiles.flatMap(({ operators }) => operators),
    plan: profiles.map(({ plan }) => plan).join('\n\n'),
  };
}

function profileOf(plan: ProfiledPlan): Profile {
  const steps = flat(plan, 0);
  return {
    hits: steps.reduce((sum, { step }) => sum + step.dbHits, 0),
    operators: steps.map(({ step }) => step.operatorType.replace(/@.*/, '')),
    plan: steps
      .map(({ step, depth }) => {
        const details = String(step.arguments.Details ?? '').slice(0, 160);
        return `${' '.repeat(depth)}${step.operatorType} hits=${step.dbHits} rows=${step.rows} ${details}`;
      })
      .join('\n'),
  };
}

function flat(plan: ProfiledPlan, depth: number): { step: ProfiledPlan; depth: number }[] {
  return [{ step: plan, depth }, ...plan.children.flatMap((child) => flat(child, depth + 1))];
}
