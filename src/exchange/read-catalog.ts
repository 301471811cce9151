import { basename } from 'node:path';
import type { SourceRecord } from '../ontology/records.ts';
import { asTemporaryFault } from '../store/embedded/database/temporary-database.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { Catalog, TakeEntries } from './catalog/entry.ts';
import type { ResolveLicense } from './catalog/license-edges.ts';
import { licenseResolver } from './catalog/license-names.ts';
import { type Named, SpooledCatalog } from './catalog/spooled-catalog.ts';
import { type LeftOut, Tally } from './catalog/tally.ts';
import { bomEntries } from './cyclone-dx/bom-entries.ts';
import { readBom } from './cyclone-dx/read-bom.ts';
import { readHuggingFace } from './hugging-face/read-hugging-face.ts';
import type { Reading } from './input-file.ts';
import { readLicenseDb } from './license-db/read-license-db.ts';
import { readModelsDev } from './models-dev/read-models-dev.ts';
import { slugOf } from './seeds/new-seed.ts';
import { readSpdxList } from './spdx-list/read-spdx-list.ts';
import type { StatementStream } from './statement-stream.ts';

type Found = Omit<Catalog, 'source'>;
type ReadCatalog = (
  path: string,
  resolve: ResolveLicense,
  take: TakeEntries,
) => Promise<Reading<Found>>;
type SourceText = Pick<SourceRecord, 'title' | 'url' | 'publisher'>;

interface Format {
  /** The default names of the data set and of its source. */
  readonly dataset: (path: string, found: Found) => string;
  readonly source: (dataset: string) => SourceText;
  readonly read: ReadCatalog;
}

/** The catalogs that can be imported, by the name of the command. */
export const catalogFormats = {
  'hugging-face': {
    dataset: () => 'hugging-face',
    source: () => ({
      title: 'Hugging Face Hub (model cards)',
      url: 'https://huggingface.co/models',
      publisher: 'Hugging Face',
    }),
    read: readHuggingFace,
  },
  'models.dev': {
    dataset: () => 'models.dev',
    source: () => ({ title: 'models.dev', url: 'https://models.dev/', publisher: 'models.dev' }),
    read: readModelsDev,
  },
  spdx: {
    dataset: () => 'spdx-license-list-data',
    source: () => ({
      title: 'SPDX License List (license-list-data)',
      url: 'https://spdx.org/licenses/',
      publisher: 'SPDX',
    }),
    read: readSpdxList,
  },
  'license-db': {
    dataset: () => 'licensedb',
    source: () => ({
      title: 'ScanCode LicenseDB (index)',
      url: 'https://scancode-licensedb.aboutcode.org/',
      publisher: 'AboutCode',
    }),
    read: readLicenseDb,
  },
  cyclonedx: {
    dataset: (path, found) =>
      `bom-${slugOf(found.title ?? '') || slugOf(basename(path)) || 'file'}`,
    source: (dataset) => ({
      title: `CycloneDX bill of materials (${dataset})`,
      url: null,
      publisher: null,
    }),
    read: readBill,
  },
} as const satisfies Record<string, Format>;
export type CatalogFormat = keyof typeof catalogFormats;

async function readBill(
  path: string,
  resolve: ResolveLicense,
  take: TakeEntries,
): Promise<Reading<Found>> {
  const bom = await readBom(path);
  if (!bom.ok) return bom;
  const { models, others, product, madeOn } = bom.value;
  const tally = new Tally();
  for (let count = 0; count < others; count += 1) tally.add('component that is no model', '');
  take(bomEntries(models, resolve, tally).map((entry) => ({ ...entry, asOf: madeOn })));
  const leftOut = tally.rows();
  return {
    ok: true,
    value: { evidence: 'SECONDARY', read: models.length, leftOut, title: product },
  };
}

/** The result of reading a catalog, ready to be loaded. */
export interface CatalogImport {
  readonly dataset: string;
  /** The statements. Whoever reads them closes them. */
  readonly stream: StatementStream & { close(): void };
  /** The number of things read: cards, models, components, licenses. */
  readonly read: number;
  /** The entities of the catalog that the graph has, and the new ones. */
  readonly known: Named;
  readonly added: Named;
  readonly leftOut: readonly LeftOut[];
}

interface CatalogOptions {
  /** The name of the data set. */
  readonly name: string | null;
  /** The date of statements without a date of their own. */
  readonly asOf: string | null;
}

/** Reads a catalog, and finds its entities in the store. It writes nothing. */
export async function readCatalog(
  store: GraphStore,
  format: CatalogFormat,
  path: string,
  options: CatalogOptions,
): Promise<Reading<CatalogImport>> {
  const stream = new SpooledCatalog();
  let reading: Reading<CatalogImport> | null = null;
  try {
    reading = await readInto(stream, store, format, path, options);
    return reading;
  } catch (cause) {
    throw asTemporaryFault(cause);
  } finally {
    if (reading?.ok !== true) stream.close();
  }
}

async function readInto(
  stream: SpooledCatalog,
  store: GraphStore,
  format: CatalogFormat,
  path: string,
  { name, asOf }: CatalogOptions,
): Promise<Reading<CatalogImport>> {
  const { read, dataset: named, source }: Format = catalogFormats[format];
  const reading = await read(path, await licenseResolver(store), stream.take);
  if (!reading.ok) return reading;
  const { evidence, leftOut, ...found } = reading.value;
  const dataset = name ?? named(path, reading.value);
  const record: SourceRecord = {
    id: `Source:${slugOf(dataset)}`,
    ...source(dataset),
    publishedOn: null,
    retrievedOn: asOf,
  };
  const tally = new Tally();
  const stated = await stream.state(store, { source: record, evidence, dataset, asOf }, tally);
  const value = {
    ...{ dataset, stream, read: found.read, ...stated },
    leftOut: [...leftOut, ...tally.rows()],
  };
  return { ok: true, value };
}
