import type { ClaimProperty, FactValue } from '../ontology/properties.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { RelationType } from '../ontology/relations.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import type { EntityInput } from '../store/graph-store.ts';

type Statement = Pick<
  ClaimRecord,
  'subjectId' | 'artifact' | 'sourceId' | 'asOf' | 'rank' | 'evidence' | 'note'
>;

/** The statement of a source on a property of an entity. */
export interface FactStatement extends Statement {
  readonly property: Exclude<ClaimProperty, RelationType>;
  readonly value: FactValue;
  /** The value in the notation of the source. */
  readonly valueText: string;
}

/**
 * The statement of a source on an edge that starts at the subject. A symmetric edge has no
 * direction.
 */
export interface EdgeStatement
  extends Statement,
    Pick<RelationRecord, 'type' | 'expression' | 'since' | 'until' | 'method'> {
  readonly objectId: string;
  /** The name of the object in its data set. By default, the name among its own entities. */
  readonly objectName?: string | null;
}

type HeadProperty =
  | 'id'
  | 'slug'
  | 'formerSlugs'
  | 'name'
  | 'labels'
  | 'summary'
  | 'status'
  | 'replacedById'
  | 'exactMatch'
  | 'closeMatch';
type OwnProperty =
  | 'termKind'
  | 'faqs'
  | 'identifiers'
  | 'documents'
  | 'clauses'
  | 'clausesComplete';

/** The parts of an entity that are not claims, from any importer. */
export type EntityHead = Pick<EntityInput, HeadProperty> & {
  readonly kind: EntityKind;
  /** Alternative names in English, in addition to the labels. */
  readonly aliases: readonly string[];
  /** The BCP 47 tag of the language of the name; English unless given, "und" where nobody says. */
  readonly nameLanguage?: string;
  /** The properties of one kind that no claim gives. */
  readonly own: Readonly<Partial<Record<OwnProperty, unknown>>>;
};

/** All statements of an importer, before records are made from them. */
export interface Statements {
  readonly entities: Iterable<EntityHead>;
  readonly sources: Iterable<SourceRecord>;
  readonly facts: Iterable<FactStatement>;
  readonly edges: Iterable<EdgeStatement>;
}
