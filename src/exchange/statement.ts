import type { ClaimProperty, FactValue } from '../ontology/properties.ts';
import type { ClaimRecord, RelationRecord, SourceRecord } from '../ontology/records.ts';
import type { RelationType } from '../ontology/relations.ts';
import type { EntityKind } from '../ontology/vocabulary.ts';
import type { EntityInput } from '../store/graph-store.ts';

type Statement = Pick<
  ClaimRecord,
  'subjectId' | 'artifact' | 'sourceId' | 'asOf' | 'rank' | 'evidence' | 'note'
>;

/** What a source says of an entity's property. */
export interface FactStatement extends Statement {
  readonly property: Exclude<ClaimProperty, RelationType>;
  readonly value: FactValue;
  /** The value as the source writes it. */
  readonly valueText: string;
}

/** What a source says of an edge from the subject; of a symmetric type, between the two. */
export interface EdgeStatement
  extends Statement,
    Pick<RelationRecord, 'type' | 'expression' | 'since' | 'until' | 'method'> {
  readonly objectId: string;
  /** What its data set calls the object; where absent, the name among its own entities. */
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
  /** Alternative names in English, apart from those among the labels. */
  readonly aliases: readonly string[];
  /** The BCP 47 tag of the language of the name; English unless given, "und" where nobody says. */
  readonly nameLanguage?: string;
  /** The properties of its kind alone that no claim gives. */
  readonly own: Readonly<Partial<Record<OwnProperty, unknown>>>;
};

/** Everything an importer knows, before it is folded to records. */
export interface Statements {
  readonly entities: Iterable<EntityHead>;
  readonly sources: Iterable<SourceRecord>;
  readonly facts: Iterable<FactStatement>;
  readonly edges: Iterable<EdgeStatement>;
}
