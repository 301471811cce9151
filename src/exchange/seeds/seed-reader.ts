import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../../base/compare-text.ts';
import { type SeedKind, seedFolderOf, seedKinds } from '../../ontology/seed-files.ts';
import type { SeedProblem } from '../seed-problems.ts';
import { readYaml, type YamlText } from '../yaml-file.ts';

/** A seed file that was read. Its content is not checked yet. */
export interface SeedFile {
  readonly kind: SeedKind;
  /** The path shown in problems, with forward slashes. */
  readonly file: string;
  /** The file name without its extension, which must be the id. */
  readonly stem: string;
  readonly yaml: YamlText;
}

/** The files of a seeds directory, and the problems of reading it. */
export interface SeedFiles {
  readonly files: readonly SeedFile[];
  readonly problems: readonly SeedProblem[];
}

const extension = '.yaml';
const schemaFolder = 'schema';
const kindOfFolder = new Map(seedKinds.map((kind) => [seedFolderOf(kind), kind]));
const folderNames = [...kindOfFolder.keys()].join(', ');

function problemAt(file: string, code: string, message: string): SeedProblem {
  return { file, line: 1, column: 1, severity: 'error', code, message };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function listFolder(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  return visible.sort((one, other) => compareText(one.name, other.name));
}

/** Reads the text of a file. Throws if it is not a regular file, not readable or not UTF-8. */
async function readText(file: string): Promise<string> {
  if (!(await stat(file)).isFile()) throw new Error('not a regular file');
  const bytes = await readFile(file);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

class Reading {
  readonly files: SeedFile[] = [];
  readonly problems: SeedProblem[] = [];

  async readFolder(folder: string, shown: string, kind: SeedKind): Promise<void> {
    for (const { name } of await listFolder(folder)) {
      const file = `${shown}/${name}`;
      if (name.endsWith('.md')) continue;
      if (!name.endsWith(extension)) {
        const message = `expected a YAML file whose name ends in ${extension}`;
        this.problems.push(problemAt(file, 'wrong-extension', message));
        continue;
      }
      await this.readSeed(path.join(folder, name), file, kind);
    }
  }

  private async readSeed(onDisk: string, file: string, kind: SeedKind): Promise<void> {
    let text: string;
    try {
      text = await readText(onDisk);
    } catch (error) {
      this.problems.push(problemAt(file, 'unreadable', `cannot be read: ${reasonOf(error)}`));
      return;
    }
    const yaml = readYaml(text);
    for (const mistake of yaml.mistakes) {
      this.problems.push({ file, severity: 'error', ...mistake });
    }
    if (yaml.mistakes.length === 0 && (yaml.data ?? null) === null) {
      this.problems.push(problemAt(file, 'empty-file', 'expected a mapping; the file is empty'));
    }
    this.files.push({ kind, file, stem: path.basename(file, extension), yaml });
  }
}

/**
 * Reads every seed file below a directory, kind by kind. Mistakes in files become problems, never
 * exceptions. If the directory cannot be listed, this is the only problem.
 */
export async function readSeeds(directory: string): Promise<SeedFiles> {
  const shown = directory.replaceAll('\\', '/').replace(/(.)\/+$/, '$1');
  const reading = new Reading();
  let entries: readonly Dirent[];
  try {
    entries = await listFolder(directory);
  } catch (error) {
    const message = `the seeds directory cannot be read: ${reasonOf(error)}`;
    return { files: [], problems: [problemAt(shown, 'unreadable', message)] };
  }
  for (const { name } of entries) {
    const file = `${shown}/${name}`;
    const folder = path.join(directory, name);
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    const kind = kindOfFolder.get(name);
    if (isFolder && kind !== undefined) {
      try {
        await reading.readFolder(folder, file, kind);
      } catch (error) {
        reading.problems.push(problemAt(file, 'unreadable', reasonOf(error)));
      }
    } else if (isFolder ? name !== schemaFolder : /\.ya?ml$/.test(name)) {
      const message = `expected seeds in one of the folders ${folderNames}`;
      reading.problems.push(problemAt(file, 'wrong-folder', message));
    }
  }
  if (!reading.files.some(({ kind }) => kind !== 'SOURCE')) {
    const message = `expected seeds, YAML files in folders ${folderNames}; this folder has none`;
    reading.problems.push(problemAt(shown, 'no-seeds', message));
  }
  return { files: reading.files, problems: reading.problems };
}

/** Reads the seeds of several directories as if they were of one. */
export async function readSeedFolders(directories: readonly string[]): Promise<SeedFiles> {
  const read = await Promise.all([...new Set(directories)].map(readSeeds));
  return {
    files: read.flatMap(({ files }) => files),
    problems: read.flatMap(({ problems }) => problems),
  };
}
