import { execFile } from 'node:child_process';
import { readdir, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Neo4jLine } from './lines.ts';
import { Neo4jUnavailable } from './unavailable.ts';

const run = promisify(execFile);

export interface Java {
  readonly path: string;
  readonly major: number;
}

/** The major version in the output of `java -version`, or undefined. */
export function javaMajor(output: string): number | undefined {
  // Java 8 and older print 1.8. Pre-releases are like "26-ea".
  const major = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  return major === undefined ? undefined : Number(major);
}

async function installed(parent: string, inside: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  return names.sort().map((name) => join(parent, name, inside));
}

async function candidates(env: NodeJS.ProcessEnv): Promise<string[]> {
  const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...(env.JAVA_HOME ? [join(env.JAVA_HOME, 'bin/java')] : []),
    ...onPath.map((folder) => join(folder, 'java')),
    ...(await installed('/usr/lib/jvm', 'bin/java')),
    ...(await installed('/Library/Java/JavaVirtualMachines', 'Contents/Home/bin/java')),
  ];
}

async function inspect(path: string): Promise<Java | undefined> {
  try {
    const { stderr, stdout } = await run(path, ['-version'], { timeout: 20_000 });
    const major = javaMajor(stderr + stdout);
    return major === undefined ? undefined : { path, major };
  } catch {
    return undefined;
  }
}

async function findAll(env: NodeJS.ProcessEnv): Promise<Java[]> {
  // Many of the paths are links to one another, so each Java is inspected once.
  const real = await Promise.all((await candidates(env)).map((p) => realpath(p).catch(() => '')));
  const distinct = [...new Set(real)].filter((path) => path !== '');
  const found = await Promise.all(distinct.map(inspect));
  return found.filter((java) => java !== undefined);
}

/**
 * A Java for the line: JAVA_HOME's if it fits, otherwise the first on PATH, otherwise an installed
 * one. Throws {@link Neo4jUnavailable} with the package to install.
 */
export async function findJava(
  line: Neo4jLine,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Java> {
  const all = await findAll(env);
  const fitting = all.find((java) => line.java.includes(java.major));
  if (fitting !== undefined) return fitting;
  const found = all.length === 0 ? 'none' : [...new Set(all.map((java) => java.major))].join(', ');
  throw new Neo4jUnavailable(
    `Neo4j ${line.version} needs Java ${line.java.join(' or ')} (found: ${found}): ` +
      `install ${line.javaPackages.join(' or ')}, or set NEO4J_URI`,
  );
}
