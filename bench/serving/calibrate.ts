import { runRound } from '../client/load.ts';
import { spreadOf } from '../measure/statistics.ts';
import type { Entrant } from './entrant.ts';
import type { Checked, Findings } from './first-pass.ts';
import type { MeasuringOptions } from './options.ts';

const calibrationRounds = 4;

/**
 * The peer has several queries for one page. This finds the fastest one. A query that fails under
 * load is dropped, with a note: reading all terms eight times at once takes more memory than a
 * database allows.
 */
export async function fastestSpelling(
  { server }: Entrant,
  spellings: readonly Checked[],
  findings: Findings,
  { roundSeconds, connections, log }: MeasuringOptions,
): Promise<Checked | null> {
  const running = new Map<Checked, number[]>(spellings.map((way) => [way, []]));
  for (let round = 0; round < calibrationRounds && spellings.length > 1; round++) {
    for (const [way, rates] of running) {
      try {
        const { perSecond } = await runRound(
          server.url,
          way.exchanges,
          roundSeconds / 3,
          connections,
        );
        // The first round only warms up the database.
        if (round > 0) rates.push(perSecond);
      } catch (error) {
        running.delete(way);
        const note = `${way.cell}: the peer, asked by ${way.spelling.name}, fails under load: ${reasonOf(error)}`;
        findings.notes.push(note);
        log(note);
      }
    }
  }
  const medians = [...running].map(([way, rates]) => ({ way, rate: spreadOf(rates).median }));
  medians.sort((a, b) => b.rate - a.rate);
  return medians[0]?.way ?? null;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (/"message":"(.{1,200}?)["\\]/.exec(text)?.[1] ?? text).slice(0, 200);
}
