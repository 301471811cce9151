import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compareText } from '../../base/compare-text.ts';
import type { Catalog, Entry } from '../catalog/entry.ts';
import type { ResolveLicense } from '../catalog/license-edges.ts';
import { Tally } from '../catalog/tally.ts';
import { type Reading, readInput, refused } from '../input-file.ts';
import { checkJson, type JsonText, readJson } from '../json-text.ts';
import type { SeedProblem } from '../seed-problems.ts';
import { cardEntries } from './card-entries.ts';
import { readCard } from './card-file.ts';
import { cardPlace } from './card-path.ts';
import { cardOf, type HubRecord, zHubRecord } from './hub-record.ts';

/** The most problems reported. With more, the input probably has another format. */
const mostProblems = 50;

type Found = Omit<Catalog, 'source'>;

/** Reads model cards: a folder of them, a file with one, or the answers of the Hub's API. */
export async function readHuggingFace(
  path: string,
  resolve: ResolveLicense,
): Promise<Reading<Found>> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return readFolder(path, resolve);
  return /\.md$/i.test(path) ? readCards(path, [path], resolve) : readRecords(path, resolve);
}

async function readFolder(path: string, resolve: ResolveLicense): Promise<Reading<Found>> {
  let files: readonly string[];
  try {
    files = await readdir(path, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(path, 'unreadable', `the folder cannot be read: ${reason}`);
  }
  const cards = files.filter((name) => /\.md$/i.test(name)).sort(compareText);
  if (cards.length === 0) {
    return refused(path, 'no-cards', 'expected model cards, files such as owner/name/README.md');
  }
  return readCards(
    path,
    cards.map((name) => join(path, name)),
    resolve,
  );
}

async function readCards(
  folder: string,
  files: readonly string[],
  resolve: ResolveLicense,
): Promise<Reading<Found>> {
  const tally = new Tally();
  const problems: SeedProblem[] = [];
  const entries: Entry[] = [];
  for (const file of files) {
    if (problems.length >= mostProblems) break;
    const text = await readInput(file, 16 * 1024 * 1024);
    const card = text.ok ? readCard(file, text.value) : text;
    const place = cardPlace(file === folder ? file : relative(folder, file));
    if (!card.ok) problems.push(...card.problems);
    else if (place.repository === null) tally.add(place.because, file);
    else if (Object.values(card.value).every(isNothing))
      tally.add('card without metadata', place.repository);
    else if (ofDatasets.some((key) => key in card.value))
      tally.add('card of a data set or a space', place.repository);
    else entries.push(...cardEntries(place.repository, card.value, null, resolve, tally));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: found(entries, files.length, tally) };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Keys that only cards of data sets have. */
const ofDatasets = ['task_categories', 'size_categories', 'annotations_creators', 'dataset_info'];

/** A list of records in JSON, or a record in each line. */
async function readRecords(path: string, resolve: ResolveLicense): Promise<Reading<Found>> {
  const input = await readInput(path);
  if (!input.ok) return input;
  const isList = /^\uFEFF?\s*\[/.test(input.value);
  const texts = isList ? [input.value] : input.value.split('\n');
  const tally = new Tally();
  const problems: SeedProblem[] = [];
  const entries: Entry[] = [];
  let read = 0;
  for (const [index, text] of texts.entries()) {
    if (problems.length >= mostProblems) break;
    if (text.trim() === '') continue;
    const json = readJson(path, text);
    const records = json.ok ? recordsIn(json.value, isList) : json;
    if (!records.ok) {
      problems.push(...records.problems.map((each) => ({ ...each, line: each.line + index })));
      continue;
    }
    for (const record of records.value) {
      read += 1;
      const id = record.id ?? record.modelId ?? '';
      entries.push(...cardEntries(id, cardOf(record), record, resolve, tally));
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  if (read === 0) return refused(path, 'no-models', 'expected at least one model');
  return { ok: true, value: found(entries, read, tally) };
}

function recordsIn(json: JsonText, isList: boolean): Reading<readonly HubRecord[]> {
  if (isList) return checkJson(json, zHubRecord.array());
  const record = checkJson(json, zHubRecord);
  return record.ok ? { ok: true, value: [record.value] } : record;
}

/** The folder may be the publisher's own or a copy. This is not known. */
function found(entries: readonly Entry[], read: number, tally: Tally): Found {
  return { evidence: 'COPY', entries, read, leftOut: tally.rows() };
}
