import type { StoreError } from '../store/graph-store.ts';

/** What the exit code of the command line says. */
export const exitCode = {
  ok: 0,
  /** The command ran, and found something wrong. */
  problems: 1,
  usage: 2,
  /** EX_DATAERR: the store holds what this version cannot read. */
  storeUnreadable: 65,
  /** EX_NOINPUT: a file that was given cannot be read, or is not what it should be. */
  badInput: 66,
  /** EX_UNAVAILABLE: the store cannot be reached, opened or written. */
  storeUnavailable: 69,
  /** EX_SOFTWARE: a bug. */
  internal: 70,
  /** EX_CANTCREAT: a file that was asked for cannot be written. */
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

/** What the exit code of a command says of each fault of the store. */
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

/** Writes a file; a failure becomes an error in one line. */
export async function writing<Result>(place: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new CommandError(exitCode.cannotWrite, `${place} cannot be written: ${reasonOf(error)}`);
  }
}
