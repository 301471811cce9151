/** A word in a form that every POSIX shell reads back unchanged. */
function quoted(text: string): string {
  return /^[\w:/.+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** One line that sets the variables in the shell where it is pasted. */
export function shellExports(variables: Readonly<Record<string, string>>): string {
  const words = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}`);
  return `export ${words.join(' ')}`;
}
