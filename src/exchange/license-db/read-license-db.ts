import { z } from 'zod';
import { namesNoLicense } from '../../text/license-strings/not-licenses.ts';
import { tokenize } from '../../text/license-strings/tokens.ts';
import type { Catalog, Entry, TakeEntries } from '../catalog/entry.ts';
import { scanCodeAddress, spdxAddress } from '../catalog/identifiers.ts';
import { keptLine } from '../catalog/kept-line.ts';
import { licenseOwn, type ResolveLicense, spdxIdFact } from '../catalog/license-edges.ts';
import { Tally } from '../catalog/tally.ts';
import type { Reading } from '../input-file.ts';
import { checkJson, readJsonFile } from '../json-text.ts';

const zKey = keptLine(100).refine(
  (text) => /^[^\s/]+$/.test(text),
  'expected a key without spaces',
);
const zRow = z.looseObject({
  license_key: zKey,
  category: z.string('expected text').nullish(),
  spdx_license_key: zKey.nullish(),
  other_spdx_license_keys: z.array(keptLine(200)).nullish(),
  is_exception: z.boolean('expected true or false').optional(),
  is_deprecated: z.boolean('expected true or false').optional(),
});
const zIndex = z
  .array(zRow, 'expected the index of LicenseDB: a list of licenses')
  .min(1, 'expected at least one license');

type Row = z.output<typeof zRow>;

/** Reads the index of ScanCode's LicenseDB. */
export async function readLicenseDb(
  path: string,
  _resolve: ResolveLicense,
  take: TakeEntries,
): Promise<Reading<Omit<Catalog, 'source'>>> {
  const json = await readJsonFile(path);
  const index = json.ok ? checkJson(json.value, zIndex) : json;
  if (!index.ok) return index;
  const tally = new Tally();
  take(index.value.flatMap((row) => entryOf(row, tally)));
  const read = index.value.length;
  return { ok: true, value: { evidence: 'SECONDARY', read, leftOut: tally.rows() } };
}

/** The reason why a row is not a license for works; null if it is one. */
function misfit(row: Row): string | null {
  const { license_key: key, category, is_exception, is_deprecated } = row;
  if (is_exception === true) return 'exception, which is no license of its own';
  if (is_deprecated === true) return 'deprecated key';
  if (/^(?:unstated license|cla)$/i.test(category ?? '')) return `category "${category}"`;
  const isListed = spdxIdsOf(row).length > 0;
  // Such a name would match every use of the word.
  if (/^[a-z]+$/.test(key) && !isListed) return 'key that is a plain word';
  return namesNoLicense(tokenize(key).all) === null ? null : 'key that names no single license';
}

/** Its identifiers on the SPDX list. */
function spdxIdsOf({
  spdx_license_key: id,
  other_spdx_license_keys: others,
}: Row): readonly string[] {
  return [id ?? '', ...(others ?? [])].filter(
    (each) => each !== '' && !each.startsWith('LicenseRef-'),
  );
}

function entryOf(row: Row, tally: Tally): readonly Entry[] {
  const { license_key: key, category } = row;
  const reason = misfit(row);
  if (reason !== null) {
    tally.add(reason, key);
    return [];
  }
  if ((category ?? '') !== '') tally.add('category', `${key}: ${category}`);
  const [spdxId = null] = spdxIdsOf(row);
  const scanCode = `LicenseRef-scancode-${key}`;
  const identifiers = [
    ...(spdxId === null ? [] : [{ scheme: 'SPDX', value: spdxId } as const]),
    { scheme: 'SCANCODE', value: scanCode } as const,
  ];
  const entry: Entry = {
    kind: 'LICENSE',
    addresses: [...(spdxId === null ? [] : [spdxAddress(spdxId)]), scanCodeAddress(key)],
    names: [],
    name: key,
    aliases: [],
    slugFrom: spdxId ?? key,
    status: 'CURRENT',
    own: licenseOwn(identifiers),
    facts: spdxId === null ? [] : [spdxIdFact(spdxId)],
    edges: [],
    asOf: null,
    mentioned: false,
  };
  return [entry];
}
