import { suggestion } from '../../base/nearest.ts';
import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { relationOf } from '../../ontology/relations.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { SeedProblem } from '../seed-problems.ts';
import type { DraftCitation, DraftEdge, DraftReference, EntityDraft } from '../seeds/seed-draft.ts';
import { expectedKind, problemIn, type SeedIndex } from '../seeds/seed-index.ts';

/** The most suggestions. Each one compares all slugs, so the limit keeps the check linear. */
const suggestionsAtMost = 200;

class ReferenceCheck {
  readonly problems: SeedProblem[] = [];
  private readonly usedSources = new Set<string>();
  private suggestions = 0;
  private readonly index: SeedIndex;

  constructor(index: SeedIndex) {
    this.index = index;
  }

  private suggest(text: string, known: Iterable<string>): string {
    this.suggestions += 1;
    return this.suggestions > suggestionsAtMost ? '' : suggestion(text, known);
  }

  /** Reports a reference that was not found, or that uses a former slug. */
  private resolve(
    from: EntityDraft,
    reference: DraftReference,
    expected: EntityKind,
  ): EntityDraft | null {
    const kind = reference.kind ?? expected;
    const { slug, path } = reference;
    const found = this.index.find(kind, slug);
    const { folder } = kindOf(kind);
    if (found === null) {
      const elsewhere = entityKinds.find((other) => this.index.find(other, slug) !== null);
      const hint =
        elsewhere === undefined
          ? this.suggest(slug, this.index.slugsOf(kind))
          : `; there is "${kindOf(elsewhere).folder}/${slug}"`;
      const message = `there is no "${slug}" in ${folder}${hint}`;
      this.problems.push(problemIn(from.file, path, 'dangling-reference', message));
    } else if (found.slug !== slug) {
      const message = `"${slug}" is a former slug; write "${found.slug}"`;
      this.problems.push(problemIn(from.file, path, 'former-slug', message, 'warning'));
    }
    return found;
  }

  private source(from: EntityDraft, { source, sourcePath }: DraftCitation): void {
    if (source === null) return;
    this.usedSources.add(source);
    if (this.index.sourceById.has(source)) return;
    const hint = this.suggest(source, this.index.sourceById.keys());
    const message = `there is no "${source}" in sources${hint}`;
    this.problems.push(problemIn(from.file, sourcePath, 'dangling-reference', message));
  }

  private edge(from: EntityDraft, edge: DraftEdge): void {
    const { to } = relationOf(edge.type);
    if (edge.to.kind !== null && !to.includes(edge.to.kind)) {
      const kinds = to.map((kind) => kindOf(kind).folder).join(', ');
      const message = `${edge.type} leads to one of ${kinds}, not ${kindOf(edge.to.kind).folder}`;
      this.problems.push(problemIn(from.file, edge.to.path, 'wrong-kind', message));
      return;
    }
    if (this.resolve(from, edge.to, expectedKind(from, edge)) === from) {
      const message = `${edge.type} leads from "${from.slug}" to itself`;
      this.problems.push(problemIn(from.file, edge.to.path, 'self-relation', message));
    }
  }

  private replacement(from: EntityDraft): void {
    const { replacedBy, file, data } = from;
    if (replacedBy === null) return;
    const found = this.resolve(from, replacedBy, from.kind);
    if (found === from) {
      const message = 'an entity cannot be replaced by itself';
      this.problems.push(problemIn(file, replacedBy.path, 'self-relation', message));
    }
    if (data.status !== 'DEPRECATED') {
      const message = 'expected "status: DEPRECATED" beside replacedBy';
      this.problems.push(problemIn(file, replacedBy.path, 'replaced-but-current', message));
    }
  }

  entity(entity: EntityDraft): void {
    for (const fact of entity.facts) this.source(entity, fact);
    for (const faq of entity.faqs) this.source(entity, faq);
    for (const clause of entity.clauses) this.source(entity, clause);
    for (const edge of entity.edges) {
      this.source(entity, edge);
      this.edge(entity, edge);
    }
    this.replacement(entity);
    const { cite } = entity.data as { cite?: { source?: unknown } | null };
    if (typeof cite?.source !== 'string') return;
    const sourcePath = ['cite', 'source'];
    const rest = { evidence: null, asOf: null, partial: false };
    this.source(entity, { source: cite.source, sourcePath, ...rest });
  }

  unusedSources(): void {
    for (const { id, file } of this.index.sourceById.values()) {
      if (this.usedSources.has(id) || (file.yaml.data ?? null) === null) continue;
      const message = `no claim cites the source "${id}"`;
      this.problems.push(problemIn(file, ['id'], 'unused-source', message, 'warning'));
    }
  }
}

/** Every reference must lead to a file of the right kind, and every source must be cited. */
export function checkReferences(index: SeedIndex): readonly SeedProblem[] {
  const check = new ReferenceCheck(index);
  for (const entity of index.entities) check.entity(entity);
  check.unusedSources();
  return check.problems;
}
