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
function problemOf(file: string, code: string, message: string): SeedProblem {
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
const mostOfLine = 16 * 1024 * 1024;
const lineEnd = 0x0a;

/**
 * Reads the lines of a file of any size, one at a time. It must be a regular file in UTF-8. After a
 * problem, nothing more comes. It never throws because of the file.
 */
export async function* readLines(file: string, most = mostOfLine): AsyncGenerator<Reading<string>> {
  let number = 1;
  const problemHere = (code: string, message: string): Reading<never> => {
    return { ok: false, problems: [{ ...problemOf(file, code, message), line: number }] };
  };
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = Buffer.alloc(0);
  try {
    if (!(await stat(file)).isFile()) {
      yield notRegular(file);
      return;
    }
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      const bytes = chunk as Buffer;
      let start = 0;
      for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, start)) {
        yield { ok: true, value: decoder.decode(joined(rest, bytes.subarray(start, end))) };
        number += 1;
        start = end + 1;
        rest = Buffer.alloc(0);
      }
      rest = joined(rest, bytes.subarray(start));
      if (rest.length > most) {
        yield problemHere('too-large', `expected lines of at most ${sizeText(most)}`);
        return;
      }
    }
    yield { ok: true, value: decoder.decode(rest) };
  } catch (error) {
    yield problemHere('unreadable', `cannot be read: ${reasonOf(error)}`);
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.length === 0 ? other : Buffer.concat([one, other]);
}

function notRegular(file: string): Reading<never> {
  return refused(file, 'unreadable', 'expected a regular file');
}

function unreadable(file: string, error: unknown): Reading<never> {
  return refused(file, 'unreadable', `cannot be read: ${reasonOf(error)}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${Math.ceil(kilobytes).toLocaleString('en-US')} kB`
    : `${Math.ceil(kilobytes / 1024).toLocaleString('en-US')} MB`;
}
