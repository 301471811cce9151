import { StoreError, type StoreErrorCode } from '../../graph-store.ts';

interface Fault {
  readonly code: StoreErrorCode;
  /** The message about the file; `detail` is SQLite's own message. */
  readonly say: (file: string, detail: string) => string;
}

const notWritable: Fault = {
  code: 'STORE_UNAVAILABLE',
  say: (file) =>
    `${file} cannot be opened or written: this user lacks permission, the disk is read-only, or a folder is in its place. Nothing was changed; set DATA_DIR to a writable folder.`,
};

const damaged: Fault = {
  code: 'STORE_DAMAGED',
  say: (file, detail) =>
    `${file} is damaged, or is not a database (${detail}). Nothing was changed; move the file away, and the seeds are loaded again.`,
};

/** By the beginning of SQLite's code. The first match counts. */
const faults: readonly (readonly [code: string, fault: Fault])[] = [
  ['SQLITE_NOTADB', damaged],
  ['SQLITE_CORRUPT', damaged],
  [
    'SQLITE_FULL',
    {
      code: 'STORE_UNAVAILABLE',
      say: (file) => `The disk of ${file} is full. Nothing was changed; make room and try again.`,
    },
  ],
  [
    'SQLITE_IOERR',
    {
      code: 'STORE_UNAVAILABLE',
      say: (file, detail) =>
        `${file} cannot be read or written (${detail}): the disk is full or faulty. Nothing was changed.`,
    },
  ],
  ['SQLITE_READONLY', notWritable],
  ['SQLITE_CANTOPEN', notWritable],
  ['SQLITE_PERM', notWritable],
  ['SQLITE_AUTH', notWritable],
  [
    'SQLITE_BUSY',
    {
      code: 'STORE_UNAVAILABLE',
      say: (file) => `${file} is in use by another process; try again when that process is done.`,
    },
  ],
];

/** The numbers that the library gives instead of codes when it cannot open a file. */
const openingCodes: Readonly<Record<string, string>> = {
  '5': 'SQLITE_BUSY',
  '10': 'SQLITE_IOERR',
  '11': 'SQLITE_CORRUPT',
  '13': 'SQLITE_FULL',
  '14': 'SQLITE_CANTOPEN',
  '26': 'SQLITE_NOTADB',
};

function codeOf(error: Error): string | null {
  const opening = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(error.message)?.[1];
  if (opening !== undefined) return openingCodes[opening] ?? 'SQLITE_ERROR';
  if (!('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

/** Whether another process holds the file, so that a retry may help. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && codeOf(error)?.startsWith('SQLITE_BUSY') === true;
}

/** A StoreError for an SQLite error, with advice. Any other error is returned unchanged. */
export function asStoreError(cause: unknown, file: string): unknown {
  if (cause instanceof StoreError || !(cause instanceof Error)) return cause;
  const code = codeOf(cause);
  if (code === null) return cause;
  const [, fault] = faults.find(([beginning]) => code.startsWith(beginning)) ?? [];
  const detail = cause.message.replace(/\s+/g, ' ');
  return fault === undefined
    ? new StoreError('STORE_FAILURE', `The embedded store ${file} failed: ${detail}`, { cause })
    : new StoreError(fault.code, fault.say(file, detail), { cause });
}

/** The graph has another revision than that for which a change was planned. */
export function conflict(revision: number, follows: number): StoreError {
  const message = `The graph has revision ${revision}; the change was planned for ${follows}.`;
  return new StoreError('STORE_CONFLICT', message);
}
