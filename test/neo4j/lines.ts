/** The differences between the supported Neo4j release lines that matter for starting them. */

export interface Neo4jLine {
  /** The release to start, as its Maven version. */
  readonly version: string;
  readonly mainClass: string;
  /** The major versions of Java it runs on, oldest first. */
  readonly java: readonly number[];
  /** Debian packages with such a Java, named in the error when none is found. */
  readonly javaPackages: readonly string[];
  /** Settings of neo4j.conf for this line only. The other line refuses to start with them. */
  readonly settings: Readonly<Record<string, string>>;
}

export type LineName = '5.26' | '2026';

/** The supported lines: the LTS and the current release. */
export const NEO4J_LINES: Readonly<Record<LineName, Neo4jLine>> = {
  '5.26': {
    version: '5.26.30',
    mainClass: 'org.neo4j.server.CommunityEntryPoint',
    java: [17, 21],
    javaPackages: ['openjdk-17-jre-headless', 'temurin-21-jdk'],
    settings: {},
  },
  '2026': {
    version: '2026.08.1',
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    java: [21, 25],
    javaPackages: ['temurin-25-jdk', 'openjdk-21-jre-headless'],
    // By default, this line announces itself on the local network by broadcast.
    settings: { 'server.fleet_discovery.enabled': 'false', 'dbms.fleet_manager.enabled': 'false' },
  },
};

/** The names of all lines, oldest first. */
export const LINE_NAMES: readonly LineName[] = ['5.26', '2026'];

/** Whether a text names a line. */
export function isLineName(text: string): text is LineName {
  return LINE_NAMES.some((name) => name === text);
}
