import type { EntityKind } from '../../ontology/vocabulary.ts';

/** What a label is to its entity, best first. */
export const labelRoles = ['NAME', 'ALIAS', 'HIDDEN'] as const;
export type LabelRole = (typeof labelRoles)[number];

/** A word or phrase by which an entity may be named in a text. */
export interface MentionLabel {
  readonly text: string;
  readonly entityId: string;
  readonly kind: EntityKind;
  readonly role: LabelRole;
  /** The number of relations of the entity. It ranks the entities that share a label. */
  readonly degree?: number;
  /** The name of the entity, where the index has no label for it. */
  readonly entityName?: string;
}

/** A place in a text that names one or more entities. */
export interface Mention {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** The text between them, as written. */
  readonly text: string;
  /** The entities that the mention may mean, best first. */
  readonly entityIds: readonly [string, ...string[]];
}
