/** What differs between the Neo4j lines that Glossgraph supports, as far as starting one goes. */

export interface Neo4jLine {
  /** The release that is started, as its Maven version. */
  readonly version: string;
  readonly mainClass: string;
  /** The major versions of Java it runs on, oldest first. */
  readonly java: readonly number[];
  /** Debian packages that hold such a Java, named when none is found. */
  readonly javaPackages: readonly string[];
  /** neo4j.conf settings that only this line knows; the other line refuses to start with them. */
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
    // This line announces itself on the local network by broadcast unless told not to.
    settings: { 'server.fleet_discovery.enabled': 'false', 'dbms.fleet_manager.enabled': 'false' },
  },
};

/** Every line's name, oldest first. */
export const LINE_NAMES: readonly LineName[] = ['5.26', '2026'];

/** Whether a text names a line. */
export function isLineName(text: string): text is LineName {
  return LINE_NAMES.some((name) => name === text);
}
