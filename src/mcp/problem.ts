/** A question that cannot be answered in this form. The client sees the message. */
export class ToolProblem extends Error {}

/** A text in quotation marks, cut if it is long. */
export function quoted(text: string): string {
  return `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
}
