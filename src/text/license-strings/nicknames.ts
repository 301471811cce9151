import { addTo } from '../../base/group-by.ts';
import type { SpdxLicense } from './types.ts';

/** A common name of an SPDX license besides its identifier and its name. */
interface Nickname {
  readonly text: string;
  readonly spdxId: string;
}

const plain: Readonly<Record<string, readonly string[]>> = {
  'Apache-2.0': ['Apache Software License 2.0', 'ASL 2.0', 'AL 2.0', 'Apache License 2'],
  MIT: ['Expat', 'Expat License', 'MIT Expat'],
  'BSD-3-Clause': [
    'BSD 3-Clause License',
    '3-Clause BSD',
    '3-Clause BSD License',
    'New BSD License',
    'Revised BSD License',
  ],
  'BSD-2-Clause': [
    'BSD 2-Clause License',
    '2-Clause BSD',
    '2-Clause BSD License',
    'Simplified BSD License',
  ],
  '0BSD': ['Zero-Clause BSD', 'BSD Zero-Clause License'],
  'BSD-4-Clause': ['Original BSD License'],
  'CC0-1.0': ['CC0 1.0 Universal', 'Creative Commons Zero 1.0', 'Creative Commons CC0 1.0'],
  LGPLLR: ['LGPL-LR'],
  'OFL-1.1': ['SIL OFL 1.1'],
};

const gnu = [
  { short: 'GPL', long: 'GNU General Public License', versions: ['1.0', '2.0', '3.0'] },
  { short: 'LGPL', long: 'GNU Lesser General Public License', versions: ['2.1', '3.0'] },
  { short: 'LGPL', long: 'GNU Library General Public License', versions: ['2.0'] },
  { short: 'AGPL', long: 'GNU Affero General Public License', versions: ['1.0', '3.0'] },
  { short: 'GFDL', long: 'GNU Free Documentation License', versions: ['1.1', '1.2', '1.3'] },
] as const;
const gnuEndings = [
  ['', ''],
  [' only', '-only'],
  [' or later', '-or-later'],
  [' or any later version', '-or-later'],
  ['+', '-or-later'],
] as const;

function gnuNicknames(): Nickname[] {
  return gnu.flatMap(({ short, long, versions }) =>
    versions.flatMap((version) =>
      gnuEndings.flatMap(([ending, suffix]) =>
        [short, `GNU ${short}`, long].map((name) => ({
          text: `${name} ${version}${ending}`,
          spdxId: `${short}-${version}${suffix}`,
        })),
      ),
    ),
  );
}

const creativeCommons = /^CC-(BY(?:-NC|-ND|-SA)*)-([0-9]\.[0-9])$/;
const element: Readonly<Record<string, string>> = {
  BY: 'Attribution',
  NC: 'NonCommercial',
  ND: 'NoDerivatives',
  SA: 'ShareAlike',
};

function creativeCommonsNicknames(id: string): Nickname[] {
  const [, elements, version] = creativeCommons.exec(id) ?? [];
  if (elements === undefined || version === undefined) return [];
  const words = elements
    .split('-')
    .map((part) => element[part] ?? part)
    .join(' ');
  const port = version === '4.0' ? 'International' : version === '3.0' ? 'Unported' : 'Generic';
  const names = [`CC ${elements}`, `Creative Commons ${elements}`, `Creative Commons ${words}`];
  const texts = names.flatMap((name) => [`${name} ${version}`, `${name} ${version} ${port}`]);
  texts.push(`${words} ${version} ${port}`);
  return texts
    .flatMap((text) => [text, `${text} Public License`])
    .map((text) => ({ text, spdxId: id }));
}

/** The nicknames of all licenses of a list. */
export function nicknamesOf(licenses: readonly SpdxLicense[]): readonly Nickname[] {
  const fixed = Object.entries(plain).flatMap(([spdxId, texts]) =>
    texts.map((text) => ({ text, spdxId })),
  );
  return [
    ...fixed,
    ...gnuNicknames(),
    ...licenses.flatMap((license) => creativeCommonsNicknames(license.id)),
  ];
}

/** Names that several licenses share, and those licenses, the likeliest first. */
interface NameFamily {
  readonly names: readonly string[];
  readonly spdxIds: readonly string[];
}

const families: readonly NameFamily[] = [
  {
    names: ['BSD', 'BSD license'],
    spdxIds: ['BSD-3-Clause', 'BSD-2-Clause', '0BSD', 'BSD-4-Clause', 'BSD-3-Clause-Clear'],
  },
  {
    names: ['GPL', 'GNU GPL', 'GNU', 'GNU General Public License', 'General Public License'],
    spdxIds: ['GPL-3.0-only', 'GPL-3.0-or-later', 'GPL-2.0-only', 'GPL-2.0-or-later'],
  },
  {
    names: ['LGPL', 'GNU LGPL', 'GNU Lesser General Public License'],
    spdxIds: ['LGPL-3.0-only', 'LGPL-3.0-or-later', 'LGPL-2.1-only', 'LGPL-2.1-or-later'],
  },
  {
    names: ['AGPL', 'GNU AGPL', 'GNU Affero General Public License'],
    spdxIds: ['AGPL-3.0-only', 'AGPL-3.0-or-later'],
  },
  {
    names: ['GFDL', 'GNU FDL', 'GNU Free Documentation License'],
    spdxIds: ['GFDL-1.3-only', 'GFDL-1.3-or-later', 'GFDL-1.2-only', 'GFDL-1.2-or-later'],
  },
  {
    names: ['CC', 'Creative Commons', 'Creative Commons License', 'CC license'],
    spdxIds: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0', 'CC-BY-NC-SA-4.0'],
  },
  { names: ['CC0', 'Creative Commons Zero', 'CC Zero'], spdxIds: ['CC0-1.0'] },
  {
    names: ['Apache', 'Apache License', 'Apache Software License', 'ASL'],
    spdxIds: ['Apache-2.0', 'Apache-1.1', 'Apache-1.0'],
  },
  {
    names: ['Mozilla', 'MPL', 'Mozilla Public License'],
    spdxIds: ['MPL-2.0', 'MPL-1.1', 'MPL-1.0'],
  },
  { names: ['Eclipse', 'EPL', 'Eclipse Public License'], spdxIds: ['EPL-2.0', 'EPL-1.0'] },
  { names: ['EUPL', 'European Union Public License'], spdxIds: ['EUPL-1.2', 'EUPL-1.1'] },
  { names: ['Public Domain', 'PD'], spdxIds: ['CC0-1.0', 'Unlicense', 'CC-PDM-1.0'] },
  { names: ['PDDL'], spdxIds: ['PDDL-1.0'] },
  { names: ['ODbL', 'Open Database License'], spdxIds: ['ODbL-1.0'] },
  { names: ['ODC-By'], spdxIds: ['ODC-By-1.0'] },
  { names: ['C-UDA'], spdxIds: ['C-UDA-1.0'] },
  { names: ['OFL', 'SIL OFL', 'SIL Open Font License'], spdxIds: ['OFL-1.1', 'OFL-1.0'] },
  { names: ['BSL', 'BSL 1.1'], spdxIds: ['BUSL-1.1', 'BSL-1.0'] },
  { names: ['BSD with advertising'], spdxIds: ['BSD-4-Clause'] },
];

/**
 * The shared names of a list: the fixed ones, and each Creative Commons license without a version.
 */
export function nameFamilies(licenses: readonly SpdxLicense[]): readonly NameFamily[] {
  const versions = new Map<string, string[]>();
  for (const { id } of licenses) {
    const elements = creativeCommons.exec(id)?.[1];
    if (elements !== undefined) addTo(versions, elements, id);
  }
  const unversioned = [...versions].map(([elements, ids]) => ({
    names: [`CC ${elements}`, `Creative Commons ${elements}`],
    spdxIds: ids.sort().reverse(),
  }));
  return [...families, ...unversioned];
}
