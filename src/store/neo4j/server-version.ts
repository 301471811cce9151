import { StoreError } from '../graph-store.ts';

const oldest = [5, 26] as const;

/** The version in the name of a server ("Neo4j/5.26.30"). Throws STORE_VERSION if it is too old. */
export function supportedVersion(agent: string, uri: string): string {
  const found = /^Neo4j\/((\d+)\.(\d+)\S*)/.exec(agent);
  const major = Number(found?.[2] ?? 0);
  const minor = Number(found?.[3] ?? 0);
  if (
    found?.[1] !== undefined &&
    (major > oldest[0] || (major === oldest[0] && minor >= oldest[1]))
  ) {
    return found[1];
  }
  throw new StoreError(
    'STORE_VERSION',
    `Neo4j ${oldest.join('.')} or later is needed; ${uri} answers as ${agent === '' ? 'something else' : agent}.`,
  );
}
