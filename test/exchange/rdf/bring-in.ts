import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadStream } from '../../../src/exchange/load/load.ts';
import { type ExportFormat, exportFormats } from '../../../src/exchange/rdf/formats.ts';
import { knownTermsIn } from '../../../src/exchange/rdf/import/known-terms.ts';
import { importRdf } from '../../../src/exchange/rdf/import/rdf-import.ts';
import { readRdfFiles } from '../../../src/exchange/rdf/read/read-files.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { base } from './read-rdf.ts';

/** Brings what a text of RDF states into a store, as the data set of that name; nothing is left out. */
export async function bringIn(
  store: GraphStore,
  text: string,
  form: ExportFormat,
  dataset: string,
) {
  const folder = await mkdtemp(join(tmpdir(), 'glossgraph-rdf-'));
  try {
    const file = join(folder, `all.${exportFormats[form].suffix}`);
    await writeFile(file, text);
    const known = knownTermsIn(store, base);
    const { statements, problems, noPlace } = await importRdf(await readRdfFiles([file]), {
      ...{ known, language: null, dataset },
    });
    expect(problems).toEqual([]);
    expect([...noPlace]).toEqual([]);
    if (statements === null) throw new Error('there are statements where there are no problems');
    return await loadStream(store, statements, { dataset });
  } finally {
    await rm(folder, { recursive: true });
  }
}
