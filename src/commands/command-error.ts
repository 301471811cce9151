import type { StoreError } from '../store/graph-store.ts';

/** The exit codes of the command line. */
export const exitCode = {
  ok: 0,
  /** The command ran and found problems. */
  problems: 1,
  usage: 2,
  /** EX_DATAERR: this version cannot read the content of the store. */
  storeUnreadable: 65,
  /** EX_NOINPUT: an input file cannot be read, or has the wrong content. */
  badInput: 66,
  /** EX_UNAVAILABLE: the store cannot be reached, opened or written. */
  storeUnavailable: 69,
  /** EX_SOFTWARE: a bug. */
  internal: 70,
  /** EX_CANTCREAT: a requested file cannot be written. */
  cannotWrite: 73,
  /** EX_CONFIG. */
  configuration: 78,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** An expected failure of a command. Its message says everything. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = code;
  }
}

/** The reason of a failed system call, without its stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The exit code for each error of the store. */
export function storeExitCode({ code }: StoreError): ExitCode {
  switch (code) {
    case 'STORE_DAMAGED':
    case 'STORE_FOREIGN':
    case 'STORE_VERSION':
      return exitCode.storeUnreadable;
    default:
      return exitCode.storeUnavailable;
  }
}

/** Waits for a write. A failure becomes an error in one line. */
export async function writing<Result>(place: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new CommandError(exitCode.cannotWrite, `${place} cannot be written: ${reasonOf(error)}`);
  }
}
