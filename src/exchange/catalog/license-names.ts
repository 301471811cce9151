import { inTurns } from '../../base/in-turns.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { ReadResult, TextRow } from '../../store/reads.ts';
import { buildLicenseIndex } from '../../text/license-strings/license-index.ts';
import { resolveLicense } from '../../text/license-strings/resolve.ts';
import type { LicenseResolution } from '../../text/license-strings/types.ts';
import type { ResolveLicense } from './license-edges.ts';

const pageSize = 2500;

/** Resolves license texts by the names of the licenses of a store. */
export async function licenseResolver(store: GraphStore): Promise<ResolveLicense> {
  const rows: TextRow[] = [];
  for (let after: string | null = null; ; ) {
    const [page] = (await store.read([
      { kind: 'texts', of: 'LICENSE', after, limit: pageSize },
    ])) as [ReadResult<'texts'>];
    rows.push(...page);
    if (page.length < pageSize) break;
    after = page.at(-1)?.id ?? null;
  }
  const licenses = rows.flatMap(({ license, id, slug, formerSlugs, name, aliases }) =>
    license === null ? [] : [{ id, slug, formerSlugs, name, aliases, ...license }],
  );
  const index = await inTurns(buildLicenseIndex(licenses));
  // Catalogs repeat the same few texts.
  const known = new Map<string, LicenseResolution>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const resolution = resolveLicense(index, text);
    if (known.size < 10_000) known.set(text, resolution);
    return resolution;
  };
}
