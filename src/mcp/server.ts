import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { type AskGraph, UnansweredError } from '../explorer/ask.ts';
import { defaultTokens } from './arguments.ts';
import { ToolProblem } from './problem.ts';
import type { Tool } from './tool.ts';
import { tools } from './tools.ts';

export interface McpOptions {
  /** The version of the package. */
  readonly version: string;
  /** Called with unexpected errors. */
  readonly onError: (error: unknown) => void;
}

/** An answered call of a tool. */
export interface ToolCall {
  readonly tool: string;
  /** "refused": the answer names a mistake in the question, or says that the graph did not answer. */
  readonly outcome: 'answered' | 'refused' | 'failed';
  readonly milliseconds: number;
}

const instructions =
  'Glossgraph knows AI terms, models and their licenses; every statement names its source. ' +
  'Names may be written as people write them. Verdicts on licenses are not legal advice. Pass on their duties and assumptions.';

/** An MCP server with all tools. They ask the graph through `ask`. */
export function createMcpServer(
  ask: AskGraph,
  options: McpOptions,
  onCall: (call: ToolCall) => void = () => {},
): McpServer {
  const server = new McpServer(
    { name: 'glossgraph', title: 'Glossgraph', version: options.version },
    { instructions, capabilities: { tools: {} } },
  );
  for (const tool of tools) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.arguments,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      async (given) => {
        const start = performance.now();
        const { outcome, result } = await answerOf(tool, given, ask, options);
        onCall({ tool: tool.name, outcome, milliseconds: performance.now() - start });
        return result;
      },
    );
  }
  return server;
}

async function answerOf(
  tool: Tool,
  given: { readonly max_tokens?: number | undefined },
  ask: AskGraph,
  { onError }: McpOptions,
): Promise<{ readonly outcome: ToolCall['outcome']; readonly result: CallToolResult }> {
  try {
    const answer = await tool.answer(given, ask);
    return { outcome: 'answered', result: said(answer.render(given.max_tokens ?? defaultTokens)) };
  } catch (error) {
    if (error instanceof ToolProblem || error instanceof UnansweredError) {
      return { outcome: 'refused', result: { ...said(error.message), isError: true } };
    }
    onError(error);
    const noted = said('Something went wrong on the server. It has been noted.');
    return { outcome: 'failed', result: { ...noted, isError: true } };
  }
}

function said(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] };
}
