import { join } from 'node:path';
import { type LoadReport, loadStream } from '../../../src/exchange/load/load.ts';
import { type CatalogFormat, readCatalog } from '../../../src/exchange/read-catalog.ts';
import type { EntityHead, FactStatement, Statements } from '../../../src/exchange/statement.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { inFolder } from '../../support/in-folder.ts';
import { bill, model } from '../cyclone-dx/bills.ts';

const plain = {
  ...{ formerSlugs: [], aliases: [], labels: [], summary: null, replacedById: null },
  ...{ exactMatch: [], closeMatch: [], status: 'CURRENT' as const },
};

function head(kind: EntityHead['kind'], id: string, slug: string, name: string): EntityHead {
  const own =
    kind === 'LICENSE'
      ? {
          identifiers: [{ scheme: 'SPDX', value: name }],
          ...{ documents: [], clauses: [], clausesComplete: false },
        }
      : {};
  return { ...plain, kind, id, slug, name, own };
}

const cited = { sourceId: 'Source:own', asOf: '2026-01', rank: 'NORMAL', note: null } as const;
const url = 'https://huggingface.co/microsoft/phi-4';

function fact(subjectId: string, property: 'URL' | 'SPDX_ID', value: string): FactStatement {
  return {
    ...cited,
    subjectId,
    property,
    artifact: null,
    evidence: 'PUBLISHER',
    value,
    valueText: value,
  };
}

/** What a graph knows before anything is imported: Phi-4 by Microsoft, under MIT. */
export const known: Statements = {
  entities: [
    head('MODEL', 'Model:phi-4', 'phi-4', 'Phi-4'),
    head('LICENSE', 'License:mit', 'mit', 'MIT'),
    head('LICENSE', 'License:apache-2.0', 'apache-2.0', 'Apache-2.0'),
    head('ORGANIZATION', 'Organization:microsoft', 'microsoft', 'Microsoft'),
  ],
  sources: [
    {
      id: 'Source:own',
      title: 'Own',
      url: null,
      publisher: null,
      publishedOn: null,
      retrievedOn: null,
    },
  ],
  facts: [
    fact('Model:phi-4', 'URL', url),
    fact('License:mit', 'SPDX_ID', 'MIT'),
    fact('License:apache-2.0', 'SPDX_ID', 'Apache-2.0'),
  ],
  edges: [
    {
      ...{ ...cited, subjectId: 'Model:phi-4', objectId: 'License:mit', type: 'LICENSED_UNDER' },
      ...{ artifact: 'WEIGHTS', evidence: 'PUBLISHER', expression: null },
      ...{ since: null, until: null, method: null },
    },
  ],
};

/** Records of the Hub's API, a line each. */
export function records(...all: readonly object[]): string {
  return all.map((each) => JSON.stringify(each)).join('\n');
}

const tuned = {
  id: 'acme/phi-4-tuned',
  lastModified: '2026-02-03T00:00:00.000Z',
  cardData: { license: 'mit', base_model: 'Microsoft/Phi-4', base_model_relation: 'finetune' },
};

interface Given {
  readonly format: CatalogFormat;
  readonly name: string;
  readonly text: string;
}

export const catalogs = {
  hub: {
    format: 'hugging-face',
    name: 'hub.ndjson',
    text: records({ id: 'Microsoft/phi-4', cardData: { license: 'mit' } }, tuned),
  },
  hubOtherwise: {
    format: 'hugging-face',
    name: 'hub.ndjson',
    text: records({ id: 'microsoft/phi-4', cardData: { license: 'apache-2.0' } }),
  },
  modelsDev: {
    format: 'models.dev',
    name: 'models.json',
    text: JSON.stringify({
      'microsoft/phi-4': {
        ...{ id: 'microsoft/phi-4', name: 'Phi 4', release_date: '2024-12-12', open_weights: true },
        ...{ limit: { context: 16384 }, weights: [{ url: `${url}/tree/main` }] },
      },
      'acme/ranker-20260101': {
        id: 'acme/ranker-20260101',
        name: 'Acme Ranker',
        limit: { context: 8192 },
      },
      'acme/ranker': { id: 'acme/ranker', name: 'Acme Ranker (latest)', limit: { context: 8192 } },
      'acme/tuned': {
        id: 'acme/tuned',
        name: 'Tuned Phi',
        weights: [{ url: 'https://huggingface.co/Acme/Phi-4-Tuned' }],
      },
    }),
  },
  bill: {
    format: 'cyclonedx',
    name: 'bom.json',
    text: bill([
      model('phi', {
        purl: 'pkg:huggingface/microsoft/phi-4@abc',
        licenses: [{ license: { id: 'MIT' } }],
      }),
      model('tuned', { purl: 'pkg:huggingface/acme/phi-4-tuned' }),
      model('nobody-knows'),
    ]),
  },
  spdx: {
    format: 'spdx',
    name: 'licenses.json',
    text: JSON.stringify({
      licenses: [
        { licenseId: 'MIT', name: 'MIT License', isOsiApproved: true },
        { licenseId: '0BSD', name: 'BSD Zero Clause License', isOsiApproved: true },
        {
          licenseId: 'GPL-2.0',
          name: 'GNU General Public License v2.0 only',
          isDeprecatedLicenseId: true,
        },
      ],
    }),
  },
  licenseDb: {
    format: 'license-db',
    name: 'index.json',
    text: JSON.stringify([
      { license_key: 'mit', spdx_license_key: 'MIT', category: 'Permissive' },
      { license_key: 'bsd-zero', spdx_license_key: '0BSD', category: 'Permissive' },
      { license_key: 'acme-1.0', spdx_license_key: 'LicenseRef-scancode-acme-1.0' },
    ]),
  },
} as const satisfies Record<string, Given>;
export type CatalogName = keyof typeof catalogs;

/** Imports a catalog as the command does. */
export async function importInto(
  store: GraphStore,
  name: CatalogName,
  options: { readonly dryRun?: boolean } = {},
): Promise<LoadReport> {
  const { format, name: file, text } = catalogs[name];
  const reading = await inFolder({ [file]: text }, (folder) =>
    readCatalog(store, format, join(folder, file), { name: null, asOf: '2026-03' }),
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { dataset, stream } = reading.value;
  return loadStream(store, stream, { dataset, ...options }).finally(() => stream.close());
}
