/** The counts of our server, from its /metrics. */
export interface OurCounts {
  readonly statements: number;
  readonly revisionChecks: number;
  readonly hits: number;
  readonly misses: number;
  /** The number of answers from the answer cache. */
  readonly answerHits: number;
}

/** Reads the counts of our server. */
export async function ourCounts(url: URL): Promise<OurCounts> {
  const response = await fetch(new URL('/metrics', url));
  const text = await response.text();
  const statements = samples(text, 'glossgraph_store_statement_duration_seconds_count');
  const lookups = samples(text, 'glossgraph_cache_lookups_total');
  const answers = samples(text, 'glossgraph_answer_cache_lookups_total');
  return {
    statements: sum(statements),
    revisionChecks: sum(statements.filter(({ labels }) => labels.includes('"revision"'))),
    hits: sum(lookups.filter(({ labels }) => labels.includes('"hit"'))),
    misses: sum(lookups.filter(({ labels }) => labels.includes('"miss"'))),
    answerHits: sum(answers.filter(({ labels }) => labels.includes('"hit"'))),
  };
}

interface Sample {
  readonly labels: string;
  readonly value: number;
}

function samples(text: string, name: string): readonly Sample[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`))
    .map((line) => {
      const space = line.lastIndexOf(' ');
      return { labels: line.slice(name.length, space), value: Number(line.slice(space)) };
    });
}

function sum(found: readonly Sample[]): number {
  return found.reduce((total, { value }) => total + value, 0);
}

/** The difference of two counts. */
export function since(before: OurCounts, after: OurCounts): OurCounts {
  return {
    statements: after.statements - before.statements,
    revisionChecks: after.revisionChecks - before.revisionChecks,
    hits: after.hits - before.hits,
    misses: after.misses - before.misses,
    answerHits: after.answerHits - before.answerHits,
  };
}
