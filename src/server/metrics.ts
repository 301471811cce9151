import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StatementEvent } from '../store/graph-store.ts';
import type { AnswerCounts } from './answer-cache.ts';
import { limitOfCode } from './limits/limit-error.ts';

/** The counts of the page cache. */
export interface CacheCounts {
  readonly hits: number;
  readonly misses: number;
  /** Hits that stayed valid although something was written. */
  readonly lifted: number;
  /** Misses because a write changed what the page rested on. */
  readonly dropped: number;
  readonly rows: number;
}

/** An answered call of a tool by the Model Context Protocol. */
export interface ToolCall {
  readonly tool: string;
  readonly outcome: string;
  readonly milliseconds: number;
}

/** The metrics of one server. */
export type Metrics = ReturnType<typeof createMetrics>;

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** The most statement names that are counted separately. The names depend on clients' queries. */
const maxStatementNames = 200;

/** Declares every metric; `processMetrics` adds those of Node itself. */
export function createMetrics(
  caches: { pages: () => CacheCounts; answers: () => AnswerCounts },
  processMetrics = false,
) {
  const registry = new Registry();
  const registers = [registry];
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'glossgraph_graphql_requests_total',
    help: 'GraphQL requests answered, by operation type and HTTP status (499: the client went away).',
    labelNames: ['operation', 'status'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'glossgraph_graphql_request_duration_seconds',
    help: 'Time from a GraphQL request to the end of its answer.',
    labelNames: ['operation'] as const,
    buckets: seconds,
    registers,
  });
  const inFlight = new Gauge({
    name: 'glossgraph_http_requests_in_flight',
    help: 'HTTP requests being answered now.',
    registers,
  });
  const executing = new Gauge({
    name: 'glossgraph_graphql_executing',
    help: 'Operations that execute now.',
    registers,
  });
  const statements = new Histogram({
    name: 'glossgraph_store_statement_duration_seconds',
    help: 'Statements sent to the store, by name.',
    labelNames: ['statement'] as const,
    buckets: seconds,
    registers,
  });
  const toolCalls = new Histogram({
    name: 'glossgraph_mcp_tool_duration_seconds',
    help: 'Calls of tools by the Model Context Protocol, by tool and outcome (answered, refused, failed).',
    labelNames: ['tool', 'outcome'] as const,
    buckets: seconds,
    registers,
  });
  const errors = new Counter({
    name: 'glossgraph_graphql_errors_total',
    help: 'Requests with an error of this code.',
    labelNames: ['code'] as const,
    registers,
  });
  const rejections = new Counter({
    name: 'glossgraph_limit_rejections_total',
    help: 'Requests refused by a limit.',
    labelNames: ['limit'] as const,
    registers,
  });
  cacheMetrics('glossgraph_cache', 'the page cache', 'rows', caches.pages, registers);
  const whole = 'the cache of whole answers';
  cacheMetrics('glossgraph_answer_cache', whole, 'bytes', caches.answers, registers);

  const names = new Set<string>();
  return {
    registry,
    inFlight,
    executing,
    /** Counts a finished GraphQL request. */
    request(operation: string, status: number, milliseconds: number): void {
      requests.inc({ operation, status });
      duration.observe({ operation }, milliseconds / 1000);
    },
    /** Counts a statement of the store. */
    statement({ name, milliseconds }: StatementEvent): void {
      if (names.size < maxStatementNames) names.add(name);
      statements.observe({ statement: names.has(name) ? name : 'other' }, milliseconds / 1000);
    },
    /** Counts a call of a tool. */
    toolCall({ tool, outcome, milliseconds }: ToolCall): void {
      toolCalls.observe({ tool, outcome }, milliseconds / 1000);
    },
    /** Counts the codes of a request's errors. Limit errors also count as rejections. */
    errors(codes: Iterable<string>): void {
      for (const code of codes) {
        errors.inc({ code });
        const limit = limitOfCode(code);
        if (limit !== undefined) rejections.inc({ limit });
      }
    },
  };
}

/** Declares the metrics of a cache that counts its own lookups and content. */
function cacheMetrics<Held extends string>(
  prefix: string,
  cache: string,
  held: Held,
  counts: () => Readonly<Record<'hits' | 'misses' | 'lifted' | 'dropped' | Held, number>>,
  registers: Registry[],
): void {
  new Counter({
    name: `${prefix}_lookups_total`,
    help: `Lookups in ${cache}, by result.`,
    labelNames: ['result'] as const,
    registers,
    collect() {
      const { hits, misses } = counts();
      this.reset();
      this.inc({ result: 'hit' }, hits);
      this.inc({ result: 'miss' }, misses);
    },
  });
  new Counter({
    name: `${prefix}_checks_total`,
    help: `What ${cache} held since before a write, when it was asked for again: lifted, since it still stood, or dropped.`,
    labelNames: ['result'] as const,
    registers,
    collect() {
      const { lifted, dropped } = counts();
      this.reset();
      this.inc({ result: 'lifted' }, lifted);
      this.inc({ result: 'dropped' }, dropped);
    },
  });
  new Gauge({
    name: `${prefix}_${held}`,
    help: `${held.charAt(0).toUpperCase()}${held.slice(1)} held by ${cache}.`,
    registers,
    collect() {
      this.set(counts()[held]);
    },
  });
}
