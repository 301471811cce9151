import type { FactProperty, FactValue } from '../../ontology/properties.ts';
import type { RelationType } from '../../ontology/relations.ts';
import type { Activity } from '../../ontology/use-vocabulary.ts';
import type {
  Artifact,
  DerivationMethod,
  EntityKind,
  Evidence,
  LabelKind,
  Rank,
} from '../../ontology/vocabulary.ts';
import type { SeedPath } from '../yaml-file.ts';
import type { SeedFile } from './seed-reader.ts';

/** A reference to another file: a slug, with the kind if it is given. */
export interface DraftReference {
  readonly path: SeedPath;
  readonly kind: EntityKind | null;
  readonly slug: string;
}

/** The citation of a statement, with the parts inherited from the file. */
export interface DraftCitation {
  /** The id of a source file; null if neither the entry nor the file names one. */
  readonly source: string | null;
  readonly sourcePath: SeedPath;
  readonly evidence: Evidence | null;
  readonly asOf: string | null;
  /** Whether the entry has evidence or a date without a source. */
  readonly partial: boolean;
}

interface DraftStatement extends DraftCitation {
  readonly path: SeedPath;
  readonly rank: Rank;
  readonly note: string | null;
  readonly artifact: Artifact | null;
}

/** A statement on a fact. */
export interface DraftFact extends DraftStatement {
  readonly property: FactProperty;
  /** As written in the file. The property's schema parses it when the value is needed. */
  readonly written: unknown;
  readonly value: FactValue | null;
}

/** A statement on an edge that starts at the entity of the file. */
export interface DraftEdge extends DraftStatement {
  readonly type: RelationType;
  readonly to: DraftReference;
  readonly expression: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly method: DerivationMethod | null;
}

interface DraftLabel {
  readonly path: SeedPath;
  readonly text: string;
  readonly language: string;
  readonly kind: LabelKind;
}

interface DraftFaq extends DraftCitation {
  readonly path: SeedPath;
  readonly question: string;
  readonly answer: string;
}

/** The parts of a clause that refer to something else. */
interface DraftClause extends DraftCitation {
  readonly path: SeedPath;
  /** The title or kind of a document in the file; null for none. */
  readonly document: string | null;
  /** The activities that it lists by name; empty for a named set. */
  readonly activities: readonly Activity[];
  /** The version of the activities; null if neither the clause nor the file states one. */
  readonly activitiesVersion: number | null;
}

/**
 * An entity, as far as its file is readable. Malformed parts are left out, and the check of shapes
 * reports them. All other checks can then run on every file.
 */
export interface EntityDraft {
  readonly file: SeedFile;
  readonly kind: EntityKind;
  readonly id: string;
  readonly slug: string;
  /** Includes the id if the slug has changed. */
  readonly formerSlugs: readonly string[];
  readonly name: string;
  readonly aliases: readonly { readonly text: string; readonly path: SeedPath }[];
  readonly labels: readonly DraftLabel[];
  readonly replacedBy: DraftReference | null;
  readonly facts: readonly DraftFact[];
  readonly edges: readonly DraftEdge[];
  readonly faqs: readonly DraftFaq[];
  /** Only license files have clauses. */
  readonly clauses: readonly DraftClause[];
  /** The version of the activities for clauses that state none; null if the file states none. */
  readonly activitiesVersion: number | null;
  /** The mapping of the file, for parts that are copied unchanged. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A source, as far as its file is readable. */
export interface SourceDraft {
  readonly file: SeedFile;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}
