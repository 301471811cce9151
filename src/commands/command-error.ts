/** What the exit code of the command line says. */
export const exitCode = {
  ok: 0,
  /** The command ran, and found something wrong. */
  problems: 1,
  usage: 2,
  /** EX_UNAVAILABLE: the store cannot be reached. */
  storeUnavailable: 69,
  /** EX_SOFTWARE: a mistake of ours. */
  internal: 70,
  /** EX_CONFIG. */
  configuration: 78,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** An expected failure of a command: its message is all a person needs. */
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
