import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { KnownLicense } from '../../src/text/license-strings/types.ts';

const zSeed = z.looseObject({
  id: z.string(),
  slug: z.string(),
  formerSlugs: z.array(z.string()).optional(),
  name: z.string(),
  aliases: z.array(z.string()).optional(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })).optional(),
  documents: z.array(z.looseObject({ kind: z.string(), url: z.string().optional() })).optional(),
  facts: z
    .looseObject({ spdxId: z.unknown().optional(), version: z.unknown().optional() })
    .optional(),
});
const zClaims = z.array(z.looseObject({ value: z.unknown() })).min(1);

/** The value of a fact, or of its first claim. */
function factText(fact: unknown): string | null {
  if (fact === undefined || fact === null) return null;
  const claims = zClaims.safeParse(fact);
  const value = claims.success ? claims.data[0]?.value : fact;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** The licenses of the seeds, in the form that the resolver needs. */
export function seedLicenses(): readonly KnownLicense[] {
  const folder = join(import.meta.dirname, '../../seeds/licenses');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => zSeed.parse(parse(readFileSync(join(folder, file), 'utf8'))))
    .map((seed) => ({
      id: `License:${seed.id}`,
      slug: seed.slug,
      formerSlugs: seed.formerSlugs ?? [],
      name: seed.name,
      aliases: seed.aliases ?? [],
      identifiers: seed.identifiers ?? [],
      spdxId: factText(seed.facts?.spdxId),
      version: factText(seed.facts?.version),
      documents: (seed.documents ?? []).map(({ kind, url }) => ({ kind, url: url ?? null })),
    }));
}
