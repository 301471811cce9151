import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import type { Neo4jLine } from './lines.ts';
import { withLock } from './lock.ts';
import { Neo4jUnavailable } from './unavailable.ts';

const run = promisify(execFile);

const CACHE = fileURLToPath(
  new URL('../../node_modules/.cache/glossgraph/neo4j/', import.meta.url),
);

// The full name, since Maven otherwise looks up the newest version over the network each time.
const BUILD_CLASSPATH = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';

// A first fetch is 120 to 150 MB.
const FETCH_DEADLINE_MS = 15 * 60_000;

function pom(version: string): string {
  return `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>glossgraph.test</groupId>
  <artifactId>neo4j-classpath</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}

async function remembered(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const classpath = text.trim();
  // The jars are in Maven's own repository, which may have been emptied since.
  const complete = classpath !== '' && classpath.split(delimiter).every((jar) => existsSync(jar));
  return complete ? classpath : undefined;
}

function reason(version: string, error: unknown): Neo4jUnavailable {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (missing) {
    return new Neo4jUnavailable(
      `Neo4j ${version} is fetched by Maven, which is missing: install maven, or set NEO4J_URI`,
    );
  }
  const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
  const first = output.split('\n').find((line) => line.includes('[ERROR]')) ?? String(error);
  const text = stripVTControlCharacters(first).replace('[ERROR]', '').trim();
  return new Neo4jUnavailable(`Maven could not fetch Neo4j ${version}: ${text}`);
}

async function fetch(version: string, file: string): Promise<void> {
  const folder = join(CACHE, `maven-${version}`);
  await mkdir(folder, { recursive: true });
  const pomFile = join(folder, 'pom.xml');
  const output = join(folder, 'classpath.txt');
  await writeFile(pomFile, pom(version));
  await run('mvn', ['-q', '-B', '-f', pomFile, BUILD_CLASSPATH, `-Dmdep.outputFile=${output}`], {
    timeout: FETCH_DEADLINE_MS,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => {
    throw reason(version, error);
  });
  // The file is renamed when it is complete, so that a reader without the lock never sees half of
  // it.
  await rename(output, file);
  await rm(folder, { recursive: true, force: true });
}

/**
 * The Java class path of a line's server. The first call lets Maven fetch the jars into its own
 * repository. Later calls read the stored list, without Maven.
 */
export async function neo4jClasspath(line: Neo4jLine): Promise<string> {
  const file = join(CACHE, `${line.version}.classpath`);
  const known = await remembered(file);
  if (known !== undefined) return known;
  // One lock for all versions, since two Mavens must not write one repository at the same time.
  return withLock(join(CACHE, 'maven.lock'), async () => {
    const since = await remembered(file);
    if (since !== undefined) return since;
    await fetch(line.version, file);
    const fetched = await remembered(file);
    if (fetched !== undefined) return fetched;
    throw new Error(`Maven reported success but the jars of Neo4j ${line.version} are not there`);
  });
}
