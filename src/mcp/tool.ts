import type { z } from 'zod';
import type { AskGraph } from '../explorer/ask.ts';
import type { Answer } from './answer.ts';

/** The type of any tool's arguments. */
type AnyArguments = z.ZodType<{ readonly max_tokens?: number | undefined }>;

/** A tool of the server. */
export interface Tool<Arguments extends AnyArguments = AnyArguments> {
  readonly name: string;
  readonly title: string;
  /** For the model that chooses a tool. */
  readonly description: string;
  readonly arguments: Arguments;
  answer(given: z.output<Arguments>, ask: AskGraph): Promise<Answer>;
}

/** Declares a tool; its arguments keep their types. */
export function defineTool<Arguments extends AnyArguments>(tool: Tool<Arguments>): Tool<Arguments> {
  return tool;
}
