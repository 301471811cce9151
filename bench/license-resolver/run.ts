import { finish } from '../../src/base/steps.ts';
import { buildLicenseIndex } from '../../src/text/license-strings/license-index.ts';
import { resolveLicense } from '../../src/text/license-strings/resolve.ts';
import type { LicenseResolution } from '../../src/text/license-strings/types.ts';
import { type Score, score } from './score.ts';
import { seedLicenses } from './seed-licenses.ts';
import { type LicenseString, licenseStrings } from './strings.ts';

/** The resolution of one string. */
export interface ResolvedString {
  readonly string: LicenseString;
  readonly got: LicenseResolution;
  readonly score: Score;
}

export interface LicenseResolverResult {
  readonly strings: readonly ResolvedString[];
  /** The number of names in the index. */
  readonly names: number;
  /** The processor time in milliseconds, for building the index and for all strings. */
  readonly building: number;
  readonly resolving: number;
}

/** Resolves every collected string, with the licenses of the seeds. */
export function runLicenseResolver(): LicenseResolverResult {
  const licenses = seedLicenses();
  const started = process.cpuUsage();
  const index = finish(buildLicenseIndex(licenses));
  const building = process.cpuUsage(started);
  const built = process.cpuUsage();
  const strings = licenseStrings.map((string): ResolvedString => {
    const got = resolveLicense(index, string.text);
    return { string, got, score: score(string, got) };
  });
  const resolving = process.cpuUsage(built);
  return {
    strings,
    names: index.names.length,
    building: (building.user + building.system) / 1000,
    resolving: (resolving.user + resolving.system) / 1000,
  };
}
