import { z } from 'zod';
import type { Catalog, Entry, TakeEntries } from '../catalog/entry.ts';
import { spdxAddress } from '../catalog/identifiers.ts';
import { zKeptName } from '../catalog/kept-line.ts';
import { licenseOwn, type ResolveLicense, spdxIdFact } from '../catalog/license-edges.ts';
import { Tally } from '../catalog/tally.ts';
import type { Reading } from '../input-file.ts';
import { checkJson, readJsonFile } from '../json-text.ts';

const zLicense = z.looseObject({
  licenseId: z
    .string('expected text')
    .regex(/^[A-Za-z0-9.+-]{1,100}$/, 'expected an identifier of the list'),
  name: zKeptName,
  reference: z.string('expected text').optional(),
  isDeprecatedLicenseId: z.boolean('expected true or false').optional(),
  isOsiApproved: z.boolean('expected true or false').optional(),
  isFsfLibre: z.boolean('expected true or false').optional(),
  seeAlso: z.array(z.string('expected text')).optional(),
});

const zList = z.looseObject({
  licenseListVersion: z.string('expected text').optional(),
  releaseDate: z.string('expected text').optional(),
  licenses: z
    .array(zLicense, 'expected a list of licenses')
    .min(1, 'expected at least one license'),
});

/** Reads the `licenses.json` of the SPDX License List. */
export async function readSpdxList(
  path: string,
  _resolve: ResolveLicense,
  take: TakeEntries,
): Promise<Reading<Omit<Catalog, 'source'>>> {
  const json = await readJsonFile(path);
  const list = json.ok ? checkJson(json.value, zList) : json;
  if (!list.ok) return list;
  const tally = new Tally();
  const day = /^\d{4}-\d{2}-\d{2}/.exec(list.value.releaseDate ?? '')?.[0] ?? null;
  take(list.value.licenses.flatMap((license) => entryOf(license, day, tally)));
  const read = list.value.licenses.length;
  return {
    ok: true,
    value: { evidence: 'COPY', read, leftOut: tally.rows() },
  };
}

function entryOf(
  license: z.output<typeof zLicense>,
  asOf: string | null,
  tally: Tally,
): readonly Entry[] {
  const { licenseId: id, name, reference, isOsiApproved } = license;
  if (license.isFsfLibre !== undefined) tally.add('isFsfLibre', id);
  if ((license.seeAlso?.length ?? 0) > 0) tally.add('seeAlso', id);
  // A deprecated identifier has a newer one for the same text.
  if (license.isDeprecatedLicenseId === true) {
    tally.add('deprecated identifier', id);
    return [];
  }
  const url = reference !== undefined && /^https?:\/\//.test(reference) ? reference : null;
  const entry: Entry = {
    kind: 'LICENSE',
    addresses: [spdxAddress(id)],
    names: [],
    name: name.replace(/\s+/g, ' '),
    aliases: [],
    slugFrom: id,
    status: 'CURRENT',
    own: licenseOwn(
      [{ scheme: 'SPDX', value: id }],
      [
        {
          kind: 'AGREEMENT',
          title: name,
          url: url ?? `${spdxAddress(id)}.html`,
          publishedOn: null,
        },
      ],
    ),
    facts: [
      spdxIdFact(id),
      ...(isOsiApproved === undefined
        ? []
        : [
            {
              property: 'OSI_APPROVED',
              artifact: null,
              value: isOsiApproved,
              valueText: String(isOsiApproved),
              note: null,
            } as const,
          ]),
    ],
    edges: [],
    asOf,
    mentioned: false,
  };
  return [entry];
}
