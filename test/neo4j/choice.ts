import { isLineName, LINE_NAMES, type LineName } from './lines.ts';

/** The servers that the tests run on. */
export type Choice =
  | {
      readonly kind: 'external';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      /** Whether the environment allows the tests to delete the content of the database. */
      readonly mayHoldData: boolean;
    }
  | { readonly kind: 'lines'; readonly lines: readonly LineName[] };

/** Whether this is a CI run, which must not skip any test. */
export function isCi(env: NodeJS.ProcessEnv): boolean {
  return env.CI !== undefined && env.CI !== '' && env.CI !== 'false';
}

function namedLines(wanted: string): LineName[] {
  return wanted.split(',').map((part) => {
    const name = part.trim();
    if (isLineName(name)) return name;
    const allowed = [...LINE_NAMES, 'none', 'external'].join(', ');
    throw new Error(`GLOSSGRAPH_TEST_NEO4J is "${wanted}"; it may hold: ${allowed}`);
  });
}

/**
 * Reads the choice from the environment. NEO4J_URI names an existing server. Otherwise
 * GLOSSGRAPH_TEST_NEO4J limits the release lines that are started ("5.26", "5.26,2026", "none").
 */
export function chooseServers(env: NodeJS.ProcessEnv): Choice {
  const wanted = env.GLOSSGRAPH_TEST_NEO4J ?? '';
  const uri = env.NEO4J_URI ?? '';
  if (wanted === 'none') {
    if (isCi(env)) throw new Error('GLOSSGRAPH_TEST_NEO4J=none is refused in CI');
    return { kind: 'lines', lines: [] };
  }
  if (uri !== '') {
    return {
      kind: 'external',
      uri,
      user: env.NEO4J_USER ?? 'neo4j',
      password: env.NEO4J_PASSWORD ?? '',
      mayHoldData: wanted === 'external',
    };
  }
  if (wanted === 'external') throw new Error('GLOSSGRAPH_TEST_NEO4J=external needs NEO4J_URI');
  return { kind: 'lines', lines: wanted === '' ? LINE_NAMES : namedLines(wanted) };
}
