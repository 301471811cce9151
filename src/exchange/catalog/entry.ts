import type { FactValue } from '../../ontology/properties.ts';
import type { SourceRecord } from '../../ontology/records.ts';
import type { RelationType } from '../../ontology/relations.ts';
import type { Artifact, DerivationMethod, Evidence } from '../../ontology/vocabulary.ts';
import type { EntityHead, FactStatement } from '../statement.ts';
import type { LeftOut } from './tally.ts';

/** The target of an entry's relation: an entity of the graph, or the thing at an address. */
export type Reference =
  | { readonly id: string }
  | { readonly address: string }
  /** An organization by its exact name. If the graph has none, nothing is stated. */
  | { readonly organization: string };

export interface EntryFact {
  readonly property: FactStatement['property'];
  readonly artifact: Artifact | null;
  readonly value: FactValue;
  readonly valueText: string;
  readonly note: string | null;
}

export interface EntryEdge {
  readonly type: RelationType;
  readonly to: Reference;
  readonly artifact: Artifact | null;
  readonly expression: string | null;
  readonly method: DerivationMethod | null;
  readonly note: string | null;
}

/** A model or a license of a catalog, before its entity in the graph is known. */
export interface Entry {
  readonly kind: 'MODEL' | 'LICENSE';
  /** Addresses of this thing and no other; at least one. */
  readonly addresses: readonly string[];
  /** Names that find a known entity exactly, if no address does. */
  readonly names: readonly string[];
  /** Its name if it is new in the graph. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** The text for its slug if it is new in the graph. */
  readonly slugFrom: string;
  readonly status: EntityHead['status'];
  readonly own: EntityHead['own'];
  readonly facts: readonly EntryFact[];
  readonly edges: readonly EntryEdge[];
  /** The date of its statements, if the catalog gives one. */
  readonly asOf: string | null;
  /**
   * Whether other entries only mention it, for example as a base model. It then adds nothing to a
   * known entity.
   */
  readonly mentioned: boolean;
}

/** All that is read from a catalog besides its entries. */
export interface Catalog {
  readonly source: SourceRecord;
  readonly evidence: Evidence;
  /** The title of the catalog, if it is one of many. */
  readonly title?: string | null;
  /** The number of things read: cards, models, components. */
  readonly read: number;
  readonly leftOut: readonly LeftOut[];
}

/** Takes the entries of a catalog, as many at a time as the reader has. */
export type TakeEntries = (entries: readonly Entry[]) => void;

/** An entry of a thing that others mention without any statement. */
export function mentionOf(
  kind: Entry['kind'],
  address: string,
  given: Pick<Entry, 'name' | 'slugFrom'> & Partial<Pick<Entry, 'own' | 'facts'>>,
): Entry {
  return {
    kind,
    addresses: [address],
    names: [],
    aliases: [],
    status: 'CURRENT',
    own: {},
    facts: [],
    edges: [],
    asOf: null,
    mentioned: true,
    ...given,
  };
}
