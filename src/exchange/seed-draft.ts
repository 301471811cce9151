import type { FactProperty, FactValue } from '../ontology/properties.ts';
import type { RelationType } from '../ontology/relations.ts';
import type { Activity } from '../ontology/use-vocabulary.ts';
import type {
  Artifact,
  DerivationMethod,
  EntityKind,
  Evidence,
  LabelKind,
  Rank,
} from '../ontology/vocabulary.ts';
import type { SeedFile } from './seed-reader.ts';
import type { SeedPath } from './yaml-file.ts';

/** What a seed file names of another file: a slug, with the kind where it says so. */
export interface DraftReference {
  readonly path: SeedPath;
  readonly kind: EntityKind | null;
  readonly slug: string;
}

/** The citation of a statement, including what it inherits from the file. */
export interface DraftCitation {
  /** Id of a source file; null where neither the entry nor the file names one. */
  readonly source: string | null;
  readonly sourcePath: SeedPath;
  readonly evidence: Evidence | null;
  readonly asOf: string | null;
  /** The entry gives evidence or date without a source to go with them. */
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
  /** As the file has it; parsed by the property's schema when the value is needed. */
  readonly written: unknown;
  readonly value: FactValue | null;
}

/** A statement on an edge that starts at the file's entity. */
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

/** The parts of a license's clause that refer to something else. */
interface DraftClause extends DraftCitation {
  readonly path: SeedPath;
  /** Title or kind of a document of the file; null where it names none. */
  readonly document: string | null;
  /** The activities that it lists by name; empty for a named set of them. */
  readonly activities: readonly Activity[];
  /** The version of the activities that it was read with; null: neither it nor the file says. */
  readonly activitiesVersion: number | null;
}

/**
 * An entity as far as its file could be read. Malformed parts are left out here; the check of
 * shapes reports them. Thus all other checks can run on every file.
 */
export interface EntityDraft {
  readonly file: SeedFile;
  readonly kind: EntityKind;
  readonly id: string;
  readonly slug: string;
  /** Includes the id where the slug has moved away from it. */
  readonly formerSlugs: readonly string[];
  readonly name: string;
  readonly aliases: readonly { readonly text: string; readonly path: SeedPath }[];
  readonly labels: readonly DraftLabel[];
  readonly replacedBy: DraftReference | null;
  readonly facts: readonly DraftFact[];
  readonly edges: readonly DraftEdge[];
  readonly faqs: readonly DraftFaq[];
  /** Of a license file; empty in others. */
  readonly clauses: readonly DraftClause[];
  /** The version of the activities for clauses that name none; null: the file names none. */
  readonly activitiesVersion: number | null;
  /** The file's mapping, for what is copied as it is. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A source as far as its file could be read. */
export interface SourceDraft {
  readonly file: SeedFile;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}
