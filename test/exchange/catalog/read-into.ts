import { join } from 'node:path';
import { finish } from '../../../src/base/steps.ts';
import type { Catalog, Entry, TakeEntries } from '../../../src/exchange/catalog/entry.ts';
import type { ResolveLicense } from '../../../src/exchange/catalog/license-edges.ts';
import type { Reading } from '../../../src/exchange/input-file.ts';
import { buildLicenseIndex } from '../../../src/text/license-strings/license-index.ts';
import { resolveLicense } from '../../../src/text/license-strings/resolve.ts';
import type { KnownLicense } from '../../../src/text/license-strings/types.ts';
import { inFolder } from '../../support/in-folder.ts';

const mit: KnownLicense = {
  ...{ id: 'License:mit', slug: 'mit', name: 'MIT License', aliases: ['MIT'], spdxId: 'MIT' },
  ...{ identifiers: [{ scheme: 'HUGGING_FACE', value: 'mit' }], version: null },
};
const acme: KnownLicense = {
  ...{ id: 'License:acme', slug: 'acme', name: 'Acme Model License', aliases: [], spdxId: null },
  ...{ identifiers: [], version: null },
};
const index = finish(buildLicenseIndex([mit, acme]));

/** Resolves licenses of a graph that has MIT and a license of its own. */
export const resolve: ResolveLicense = (text) => resolveLicense(index, text);

/** What is read from a catalog, with its entries. */
type Found = Omit<Catalog, 'source'> & { readonly entries: readonly Entry[] };
type Read = (
  path: string,
  resolve: ResolveLicense,
  take: TakeEntries,
) => Promise<Reading<Omit<Catalog, 'source'>>>;

/** Reads files of a folder; `at` is the one to read, or "" for the folder. */
export function readFiles(
  read: Read,
  files: Readonly<Record<string, string>>,
  at: string,
): Promise<Reading<Found>> {
  return inFolder(files, async (folder) => {
    const entries: Entry[] = [];
    const reading = await read(join(folder, at), resolve, (some) => entries.push(...some));
    if (reading.ok) return { ok: true, value: { ...reading.value, entries } };
    const problems = reading.problems.map((each) => {
      return { ...each, file: each.file.replace(folder, '').replace(/^\//, '') };
    });
    return { ok: false, problems };
  });
}

/** What is in a catalog; fails where it has problems. */
export async function foundIn(
  read: Read,
  files: Readonly<Record<string, string>>,
  at: string,
): Promise<Found> {
  const reading = await readFiles(read, files, at);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

/** "a/b.md:3:1 code: message" for each problem. */
export async function problemsIn(
  read: Read,
  files: Readonly<Record<string, string>>,
  at: string,
): Promise<readonly string[]> {
  const reading = await readFiles(read, files, at);
  if (reading.ok) return [];
  return reading.problems.map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
  );
}

/** "LICENSED_UNDER License:mit", "URL https://…": what the entries state, in their order. */
export function statedIn({ entries }: Found): readonly string[] {
  return entries.flatMap(({ name, facts, edges }) => [
    ...facts.map(({ property, artifact, valueText }) => {
      return `${name}: ${property}${artifact === null ? '' : ` of ${artifact}`} ${valueText}`;
    }),
    ...edges.map(({ type, to, method, expression }) => {
      const said = [type, ...Object.values(to), method, expression].filter((each) => each !== null);
      return `${name}: ${said.join(' ')}`;
    }),
  ]);
}
