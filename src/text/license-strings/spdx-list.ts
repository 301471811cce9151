import { createRequire } from 'node:module';
import details from 'spdx-license-list';
import { z } from 'zod';
import type { SpdxLicense } from './types.ts';

// The packages are bare JSON files. They are required, since Node 20 warns about every import of
// JSON.
const require = createRequire(import.meta.url);
const zIds = z.array(z.string()).readonly();
const currentIds = zIds.parse(require('spdx-license-ids'));
const deprecatedIds = zIds.parse(require('spdx-license-ids/deprecated'));

function entry(id: string, deprecated: boolean): SpdxLicense {
  const detail = Object.hasOwn(details, id) ? details[id] : undefined;
  return {
    id,
    name: detail?.name ?? null,
    url: detail?.url ?? null,
    osiApproved: detail?.osiApproved ?? null,
    deprecated,
  };
}

/** The SPDX License List, current identifiers first. */
export const spdxLicenses: readonly SpdxLicense[] = [
  ...currentIds.map((id) => entry(id, false)),
  ...deprecatedIds.map((id) => entry(id, true)),
];
