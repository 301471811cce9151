/** A word as every POSIX shell reads it back. */
function quoted(text: string): string {
  return /^[\w:/.+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** One line that sets the variables for what is started from the shell it is pasted into. */
export function shellExports(variables: Readonly<Record<string, string>>): string {
  const words = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}`);
  return `export ${words.join(' ')}`;
}
