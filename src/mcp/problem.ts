/** What was asked cannot be answered as it was asked. The message is for whoever asked. */
export class ToolProblem extends Error {}

/** A text as an error quotes it. */
export function quoted(text: string): string {
  return `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
}
