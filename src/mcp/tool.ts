import type { z } from 'zod';
import type { AskGraph } from '../explorer/ask.ts';
import type { Answer } from './answer.ts';

/** The arguments of every tool. */
export type AnyArguments = z.ZodType<{ readonly max_tokens?: number | undefined }>;

/** What a model may ask. */
export interface Tool<Arguments extends AnyArguments = AnyArguments> {
  readonly name: string;
  readonly title: string;
  /** For the model that chooses among tools. */
  readonly description: string;
  readonly arguments: Arguments;
  answer(given: z.output<Arguments>, ask: AskGraph): Promise<Answer>;
}

/** Keeps the types of a tool's arguments together. */
export function defineTool<Arguments extends AnyArguments>(tool: Tool<Arguments>): Tool<Arguments> {
  return tool;
}
