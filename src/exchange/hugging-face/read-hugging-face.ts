import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compareText } from '../../base/compare-text.ts';
import type { Catalog, TakeEntries } from '../catalog/entry.ts';
import type { ResolveLicense } from '../catalog/license-edges.ts';
import { Tally } from '../catalog/tally.ts';
import { beginningOf, type Reading, readInput, readLines, refused } from '../input-file.ts';
import { checkJson, readJson, readJsonFile } from '../json-text.ts';
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
  take: TakeEntries,
): Promise<Reading<Found>> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return readFolder(path, resolve, take);
  if (/\.md$/i.test(path)) return readCards(path, [path], resolve, take);
  return readRecords(path, resolve, take);
}

async function readFolder(
  path: string,
  resolve: ResolveLicense,
  take: TakeEntries,
): Promise<Reading<Found>> {
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
    take,
  );
}

async function readCards(
  folder: string,
  files: readonly string[],
  resolve: ResolveLicense,
  take: TakeEntries,
): Promise<Reading<Found>> {
  const tally = new Tally();
  const problems: SeedProblem[] = [];
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
    else take(cardEntries(place.repository, card.value, null, resolve, tally));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: found(files.length, tally) };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Keys that only cards of data sets have. */
const ofDatasets = ['task_categories', 'size_categories', 'annotations_creators', 'dataset_info'];

/** A record in each line, of which there may be millions, or a list of records in JSON. */
async function readRecords(
  path: string,
  resolve: ResolveLicense,
  take: TakeEntries,
): Promise<Reading<Found>> {
  const tally = new Tally();
  const problems: SeedProblem[] = [];
  let read = 0;
  const takeAll = (records: readonly HubRecord[]) => {
    for (const record of records) {
      const id = record.id ?? record.modelId ?? '';
      take(cardEntries(id, cardOf(record), record, resolve, tally));
    }
    read += records.length;
  };
  if (/^\s*\[/.test(await beginningOf(path))) {
    const list = await readJsonFile(path);
    const records = list.ok ? checkJson(list.value, zHubRecord.array()) : list;
    if (!records.ok) return records;
    takeAll(records.value);
  } else {
    let index = 0;
    for await (const line of readLines(path)) {
      if (!line.ok) problems.push(...line.problems);
      if (!line.ok || problems.length >= mostProblems) break;
      const records = line.value.trim() === '' ? none : recordIn(path, line.value);
      if (records.ok) takeAll(records.value);
      else problems.push(...records.problems.map((each) => ({ ...each, line: each.line + index })));
      index += 1;
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  if (read === 0) return refused(path, 'no-models', 'expected at least one model');
  return { ok: true, value: found(read, tally) };
}

const none: Reading<readonly HubRecord[]> = { ok: true, value: [] };

function recordIn(path: string, text: string): Reading<readonly HubRecord[]> {
  const json = readJson(path, text);
  const record = json.ok ? checkJson(json.value, zHubRecord) : json;
  return record.ok ? { ok: true, value: [record.value] } : record;
}

/** The folder may be the publisher's own or a copy. This is not known. */
function found(read: number, tally: Tally): Found {
  return { evidence: 'COPY', read, leftOut: tally.rows() };
}
