import { readFile, stat } from 'node:fs/promises';
import type { SeedProblem } from './seed-problems.ts';

/** The content of a file, or all problems with it. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly SeedProblem[] };

/** The size limit. A larger file is refused before it is read, since no catalog is so large. */
const mostBytes = 256 * 1024 * 1024;

/** A problem of a whole file. */
export function problemOf(file: string, code: string, message: string): SeedProblem {
  return { file, line: 1, column: 1, severity: 'error', code, message };
}

/** A reading with one problem of the whole file. */
export function refused(file: string, code: string, message: string): Reading<never> {
  return { ok: false, problems: [problemOf(file, code, message)] };
}

/**
 * Reads a text of limited size. It must be a regular file in UTF-8. It never throws because of the
 * file.
 */
export async function readInput(file: string, most = mostBytes): Promise<Reading<string>> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return refused(file, 'unreadable', 'expected a regular file');
    if (found.size > most) {
      const message = `expected a file of at most ${sizeText(most)}, found one of ${sizeText(found.size)}`;
      return refused(file, 'too-large', message);
    }
    const bytes = await readFile(file);
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(file, 'unreadable', `cannot be read: ${reason}`);
  }
}

function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${Math.ceil(kilobytes).toLocaleString('en-US')} kB`
    : `${Math.ceil(kilobytes / 1024).toLocaleString('en-US')} MB`;
}
