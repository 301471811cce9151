import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file of the tarball. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** The package as a registry would have it. */
export interface Packed {
  readonly tarball: string;
  readonly bytes: number;
  readonly files: readonly PackedFile[];
}

/** A folder of tests that needs the package, and what runs in it. */
export interface Project {
  readonly folder: string;
  readonly packed: Packed;
  /** Writes a file and runs a program there; what it printed. */
  node(file: string, text: string): Promise<string>;
  /** Runs a program that the project has installed. */
  bin(
    name: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<string>;
  remove(): Promise<void>;
}

/** Packs the package, and installs the tarball into an empty project. */
export async function installPackage(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'glossgraph-package-'));
  const packed = await pack(folder);
  const project = join(folder, 'project');
  await mkdir(project);
  const manifest = { name: 'project', private: true, type: 'module' };
  await writeFile(join(project, 'package.json'), JSON.stringify(manifest));
  const quiet = ['--silent', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  await run('npm', ['install', ...quiet, packed.tarball], { cwd: project });
  const { PATH = '', HOME = '' } = process.env;
  const started = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const options = { cwd: project, env: { PATH, HOME, ...env } };
    const { stdout } = await run(process.execPath, [...args], options);
    return stdout;
  };
  return {
    folder: project,
    packed,
    async node(file, text) {
      await writeFile(join(project, file), text);
      return started([file]);
    },
    bin: (name, args, env) => started([join('node_modules', '.bin', name), ...args], env),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function pack(folder: string): Promise<Packed> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { maxBuffer: 10_000_000 });
  const [found] = JSON.parse(stdout) as readonly {
    readonly filename: string;
    readonly size: number;
    readonly files: readonly PackedFile[];
  }[];
  if (found === undefined) throw new Error('npm packed nothing');
  return { tarball: join(folder, found.filename), bytes: found.size, files: found.files };
}

/** The first block of a language in a page, and the text that the next block says it prints. */
export async function exampleIn(page: string): Promise<{ code: string; prints: string }> {
  const text = await readFile(page, 'utf8');
  const [, code = '', prints = ''] =
    /```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(text) ?? [];
  return { code, prints };
}
