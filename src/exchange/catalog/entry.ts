import type { FactValue } from '../../ontology/properties.ts';
import type { SourceRecord } from '../../ontology/records.ts';
import type { RelationType } from '../../ontology/relations.ts';
import type { Artifact, DerivationMethod, Evidence } from '../../ontology/vocabulary.ts';
import type { EntityHead, FactStatement } from '../statement.ts';
import type { LeftOut } from './tally.ts';

/** What an entry leads to: an entity of the graph, or whatever an address names. */
export type Reference =
  | { readonly id: string }
  | { readonly address: string }
  /** An organization by its exact name; where the graph has none, nothing is stated. */
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

/** A model or a license as a catalog has it, before it is known which entity of the graph that is. */
export interface Entry {
  readonly kind: 'MODEL' | 'LICENSE';
  /** Addresses that name it and nothing else; at least one. */
  readonly addresses: readonly string[];
  /** Names by which a known entity is found exactly, where no address finds one. */
  readonly names: readonly string[];
  /** What it is called if the graph does not know it. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** What its slug is made of if the graph does not know it. */
  readonly slugFrom: string;
  readonly status: EntityHead['status'];
  readonly own: EntityHead['own'];
  readonly facts: readonly EntryFact[];
  readonly edges: readonly EntryEdge[];
  /** The date of what is said of it, where the catalog has one. */
  readonly asOf: string | null;
  /** Only named by others, as the base of a model: it adds nothing to what is known already. */
  readonly mentioned: boolean;
}

/** All that a catalog states, under one source. */
export interface Catalog {
  readonly source: SourceRecord;
  readonly evidence: Evidence;
  readonly entries: readonly Entry[];
  /** What the catalog calls itself, where it is one of many. */
  readonly title?: string | null;
  /** How many things were read: cards, models, components. */
  readonly read: number;
  readonly leftOut: readonly LeftOut[];
}

/** An entry of a thing that others name and of which nothing else is said. */
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
