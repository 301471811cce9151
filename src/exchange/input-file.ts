import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { SeedProblem } from './seed-problems.ts';

/** The content of a file, or all problems with it. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly SeedProblem[] };

/** The size limit. A larger file is refused before it is read, since it is held in memory. */
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
    if (!found.isFile()) return notRegular(file);
    if (found.size > most) {
      const message = `expected a file of at most ${sizeText(most)}, found one of ${sizeText(found.size)}`;
      return refused(file, 'too-large', message);
    }
    const bytes = await readFile(file);
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return unreadable(file, error);
  }
}

/** The first characters of a regular file, without a byte order mark; empty if it cannot be read. */
export async function beginningOf(file: string): Promise<string> {
  try {
    // A pipe may never have anything to read.
    if (!(await stat(file)).isFile()) return '';
    let beginning = Buffer.alloc(0);
    for await (const bytes of createReadStream(file, { end: 4095 })) {
      beginning = Buffer.concat([beginning, bytes as Buffer]);
    }
    return new TextDecoder().decode(beginning);
  } catch {
    return '';
  }
}

/** The size limit of a line. */
const mostCharacters = 16 * 1024 * 1024;

/**
 * Reads the lines of a file of any size, one at a time. It must be a regular file in UTF-8. After a
 * problem, nothing more comes. It never throws because of the file.
 */
export async function* readLines(
  file: string,
  most = mostCharacters,
): AsyncGenerator<Reading<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 1;
  try {
    if (!(await stat(file)).isFile()) {
      yield notRegular(file);
      return;
    }
    for await (const bytes of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      const [first = '', ...lines] = decoder.decode(bytes as Buffer, { stream: true }).split('\n');
      rest += first;
      for (const next of lines) {
        yield { ok: true, value: rest };
        number += 1;
        rest = next;
      }
      if (rest.length > most) {
        const message = `expected lines of at most ${most.toLocaleString('en-US')} characters`;
        yield { ok: false, problems: [{ ...problemOf(file, 'too-large', message), line: number }] };
        return;
      }
    }
    yield { ok: true, value: rest + decoder.decode() };
  } catch (error) {
    yield unreadable(file, error);
  }
}

function notRegular(file: string): Reading<never> {
  return refused(file, 'unreadable', 'expected a regular file');
}

function unreadable(file: string, error: unknown): Reading<never> {
  const reason = error instanceof Error ? error.message : String(error);
  return refused(file, 'unreadable', `cannot be read: ${reason}`);
}

function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${Math.ceil(kilobytes).toLocaleString('en-US')} kB`
    : `${Math.ceil(kilobytes / 1024).toLocaleString('en-US')} MB`;
}
