import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { entityKinds } from '../../src/ontology/kinds.ts';
import { seedFolderOf } from '../../src/ontology/seed-files.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import type { MentionLabel } from '../../src/text/mentions/label.ts';

/** What search and mentions need of an entity, read straight from the seeds. */
export interface SeedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly definition: string | null;
  readonly degree: number;
}

interface SeedFile {
  slug: string;
  name: string;
  aliases?: string[];
  summary?: string;
  definition?: string;
  relations?: Record<string, unknown[]>;
}

/** All entities of the seeds; the degree counts the edges a file declares, not those to it. */
export function seedEntities(): SeedEntity[] {
  return entityKinds.flatMap((kind) => {
    const folder = join('seeds', seedFolderOf(kind));
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    return files.sort().map((file) => {
      const seed = parse(readFileSync(join(folder, file), 'utf8')) as SeedFile;
      return {
        id: `${kind}:${seed.slug}`,
        kind,
        slug: seed.slug,
        name: seed.name,
        aliases: seed.aliases ?? [],
        summary: seed.summary ?? null,
        definition: seed.definition ?? null,
        degree: Object.values(seed.relations ?? {}).flat().length,
      };
    });
  });
}

export function labelsOf(entities: readonly SeedEntity[]): MentionLabel[] {
  return entities.flatMap(({ id, kind, name, aliases, degree }) => [
    { text: name, entityId: id, kind, degree, role: 'NAME' as const },
    ...aliases.map((text) => ({ text, entityId: id, kind, degree, role: 'ALIAS' as const })),
  ]);
}
