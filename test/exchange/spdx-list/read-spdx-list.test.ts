import { describe, expect, it } from 'vitest';
import { readLicenseDb } from '../../../src/exchange/license-db/read-license-db.ts';
import { readSpdxList } from '../../../src/exchange/spdx-list/read-spdx-list.ts';
import { foundIn, problemsIn, statedIn } from '../catalog/read-into.ts';

const file = (value: unknown) => ({ 'list.json': JSON.stringify(value) });

describe('the SPDX License List', () => {
  it('states identifiers and approvals, and leaves out what is deprecated', async () => {
    const found = await foundIn(
      readSpdxList,
      file({
        releaseDate: '2026-07-16T00:00:00Z',
        licenses: [
          {
            licenseId: 'Zed',
            name: 'Zed  License',
            isOsiApproved: false,
            seeAlso: ['https://zed.example'],
          },
          { licenseId: 'GPL-2.0', name: 'GPL', isDeprecatedLicenseId: true },
        ],
      }),
      'list.json',
    );
    expect(statedIn(found)).toEqual([
      'Zed License: SPDX_ID Zed',
      'Zed License: OSI_APPROVED false',
    ]);
    expect(found.entries[0]).toMatchObject({
      addresses: ['https://spdx.org/licenses/Zed'],
      asOf: '2026-07-16',
    });
    expect(found.leftOut.map(({ what }) => what)).toEqual(['deprecated identifier', 'seeAlso']);
  });

  it.each<[unknown, readonly string[]]>([
    [{}, ['list.json:1:1 missing-key: "licenses" is missing']],
    [{ licenses: [] }, ['list.json:1:13 bad-value: licenses: expected at least one license']],
    [
      { licenses: [{ licenseId: 'a b', name: 'x' }] },
      ['list.json:1:27 bad-value: licenses.0.licenseId: expected an identifier of the list'],
    ],
  ])('%j is refused with its place', async (value, expected) => {
    expect(await problemsIn(readSpdxList, file(value), 'list.json')).toEqual(expected);
  });
});

describe('the index of LicenseDB', () => {
  it('states the names of licenses, and leaves out rows that are none', async () => {
    const found = await foundIn(
      readLicenseDb,
      file([
        { license_key: 'mit', spdx_license_key: 'MIT', category: 'Permissive' },
        { license_key: 'acme-1.0', spdx_license_key: 'LicenseRef-scancode-acme-1.0' },
        { license_key: 'nvidia', spdx_license_key: 'LicenseRef-scancode-nvidia' },
        {
          license_key: 'proprietary-license',
          spdx_license_key: 'LicenseRef-scancode-proprietary-license',
        },
        { license_key: 'old-1', is_deprecated: true },
        { license_key: 'classpath-exception-2.0', is_exception: true },
        { license_key: 'free-unknown', category: 'Unstated License' },
      ]),
      'list.json',
    );
    expect(found.entries.map(({ addresses, own }) => [addresses, own.identifiers])).toEqual([
      [
        ['https://spdx.org/licenses/MIT', 'https://scancode-licensedb.aboutcode.org/mit.html'],
        [
          { scheme: 'SPDX', value: 'MIT' },
          { scheme: 'SCANCODE', value: 'LicenseRef-scancode-mit' },
        ],
      ],
      [
        ['https://scancode-licensedb.aboutcode.org/acme-1.0.html'],
        [{ scheme: 'SCANCODE', value: 'LicenseRef-scancode-acme-1.0' }],
      ],
    ]);
    expect(found.leftOut.map(({ what }) => what).sort()).toEqual([
      'category',
      'category "Unstated License"',
      'deprecated key',
      'exception, which is no license of its own',
      'key that is a plain word',
      'key that names no single license',
    ]);
  });

  it.each<[unknown, string]>([
    [{}, 'list.json:1:1 bad-value: expected the index of LicenseDB: a list of licenses'],
    [
      [{ license_key: 'a b' }],
      'list.json:1:17 bad-value: 0.license_key: expected a key without spaces',
    ],
    [[{}], 'list.json:1:2 missing-key: "0.license_key" is missing'],
  ])('%j is refused with its place', async (value, expected) => {
    expect(await problemsIn(readLicenseDb, file(value), 'list.json')).toEqual([expected]);
  });
});
