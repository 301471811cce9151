import { entityKinds } from '../../ontology/kinds.ts';
import { relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { SeedPath } from '../yaml-file.ts';
import { readEntityDraft, readSourceDraft } from './read-draft.ts';
import type { DraftEdge, DraftReference, EntityDraft, SourceDraft } from './seed-draft.ts';
import type { SeedFile } from './seed-reader.ts';

/** All seeds, found by the names that other files use. */
export class SeedIndex {
  readonly entities: readonly EntityDraft[];
  readonly sources: readonly SourceDraft[];
  readonly sourceById = new Map<string, SourceDraft>();
  private readonly bySlug = new Map<EntityKind, Map<string, EntityDraft>>();
  private readonly byFormerSlug = new Map<EntityKind, Map<string, EntityDraft>>();

  constructor(files: readonly SeedFile[]) {
    const entities: EntityDraft[] = [];
    const sources: SourceDraft[] = [];
    for (const kind of entityKinds) {
      this.bySlug.set(kind, new Map());
      this.byFormerSlug.set(kind, new Map());
    }
    for (const file of files) {
      if (file.kind === 'SOURCE') sources.push(readSourceDraft(file));
      else entities.push(readEntityDraft(file, file.kind));
    }
    // If two files have one name, the first keeps it. The other is reported as a duplicate.
    for (const entity of entities) {
      const slugs = this.bySlug.get(entity.kind);
      if (slugs !== undefined && !slugs.has(entity.slug)) slugs.set(entity.slug, entity);
      const formers = this.byFormerSlug.get(entity.kind);
      for (const slug of entity.formerSlugs) {
        if (formers !== undefined && !formers.has(slug)) formers.set(slug, entity);
      }
    }
    for (const source of sources) {
      if (!this.sourceById.has(source.id)) this.sourceById.set(source.id, source);
    }
    this.entities = entities;
    this.sources = sources;
  }

  /** The current slugs of a kind. */
  slugsOf(kind: EntityKind): Iterable<string> {
    return this.bySlug.get(kind)?.keys() ?? [];
  }

  /** The entity of a kind with the slug, otherwise the one that had the slug before. */
  find(kind: EntityKind, slug: string): EntityDraft | null {
    return this.bySlug.get(kind)?.get(slug) ?? this.byFormerSlug.get(kind)?.get(slug) ?? null;
  }

  /** The entity of a reference. A reference without a kind has the expected kind. */
  resolve(reference: DraftReference, expected: EntityKind): EntityDraft | null {
    return this.find(reference.kind ?? expected, reference.slug);
  }

  /** The other end of an edge; null if there is no such entity. */
  targetOf(from: EntityDraft, edge: DraftEdge): EntityDraft | null {
    return this.resolve(edge.to, expectedKind(from, edge));
  }
}

/** The kind of a target that is written without a folder. */
export function expectedKind(from: EntityDraft, edge: DraftEdge): EntityKind {
  const { to } = relationOf(edge.type);
  const [first] = to;
  return first === undefined || to.includes(from.kind) ? from.kind : first;
}

/** A problem at a place in a file. */
export function problemIn(
  file: SeedFile,
  path: SeedPath,
  code: string,
  message: string,
  severity: SeedProblem['severity'] = 'error',
): SeedProblem {
  return { file: file.file, ...file.yaml.locate(path), severity, code, message };
}
