import { spanOf } from '../../ontology/partial-date.ts';
import type { SeedProblem } from '../seed-problems.ts';
import { dateText, mapping } from '../seeds/loose.ts';
import { problemIn, type SeedIndex } from '../seeds/seed-index.ts';
import type { SeedFile } from '../seeds/seed-reader.ts';
import type { SeedPath } from '../yaml-file.ts';

/** Dates of statements, publication, reading and release. They cannot be in the future. */
const pastKeys: ReadonlySet<string> = new Set(['asOf', 'publishedOn', 'retrievedOn', 'releasedOn']);
/** Dates that may be announced in advance. */
const anyTimeKeys: ReadonlySet<string> = new Set(['since', 'until']);
const earliest = '1800';
/** How many hours earlier a day begins in the first time zone than in UTC. */
const hoursAhead = 14;

interface Dated {
  readonly path: SeedPath;
  readonly key: string;
  readonly date: string;
}

/** All dates within a value. A fact has its dates under `value`, alone or in a list of claims. */
function datesIn(value: unknown, path: SeedPath, key: string): Dated[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => datesIn(item, [...path, index], key));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) =>
      datesIn(inner, [...path, name], name === 'value' ? key : name),
    );
  }
  const date = pastKeys.has(key) || anyTimeKeys.has(key) ? dateText(value) : null;
  return date === null ? [] : [{ path, key, date }];
}

function fileProblems(file: SeedFile, today: string): SeedProblem[] {
  const warn = (path: SeedPath, code: string, message: string) =>
    problemIn(file, path, code, message, 'warning');
  const problems = datesIn(file.yaml.data, [], '').flatMap(({ path, key, date }) => {
    if (date < earliest) {
      const message = `${key}: expected a year from ${earliest} on; found ${date}`;
      return [warn(path, 'early-date', message)];
    }
    const late = pastKeys.has(key) && spanOf(date).first > today;
    const message = `${key}: expected a date that is not in the future; found ${date}`;
    return late ? [warn(path, 'future-date', message)] : [];
  });
  const { publishedOn, retrievedOn } = mapping(file.yaml.data);
  const [published, retrieved] = [dateText(publishedOn), dateText(retrievedOn)];
  if (published !== null && retrieved !== null) {
    const { first } = spanOf(published);
    const message = `retrievedOn: expected no day before publishedOn (${first})`;
    const path = ['retrievedOn'];
    if (spanOf(retrieved).last < first) problems.push(warn(path, 'read-too-early', message));
  }
  return problems;
}

/**
 * Warns about dates in the future. They are not errors, since this machine's clock may be wrong,
 * and a server should still start.
 */
export function checkDates(index: SeedIndex, now: Date): readonly SeedProblem[] {
  const today = new Date(now.getTime() + hoursAhead * 3_600_000).toISOString().slice(0, 10);
  return [...index.entities, ...index.sources].flatMap(({ file }) => fileProblems(file, today));
}
