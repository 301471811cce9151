import { cpus, release, totalmem, type } from 'node:os';

/** The description of the machine. The version is null where no Neo4j took part. */
export function machineLine(neo4jVersion: string | null, pinned: boolean): string {
  const cores = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const pins = pinned
    ? `each server on core 0 alone, the client on the others${neo4jVersion === null ? '' : ', Neo4j on all'}`
    : 'nothing is kept to a core (no taskset, or one core only)';
  const neo4j = neo4jVersion === null ? '' : `Neo4j ${neo4jVersion}; `;
  return `Machine: ${cores.length} × ${cores[0]?.model.trim() || 'unknown processor'}, ${gigabytes} GB, ${type()} ${release()}; Node ${process.version}; ${neo4j}${pins}.`;
}
