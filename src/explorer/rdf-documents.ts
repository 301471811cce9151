import type { EntityKind } from './documents/types.ts';

/** What of the graph can be had as Turtle; whoever serves the pages brings it. */
export interface RdfDocuments {
  /** What is said of an entity, with its slug now; null: there is none. */
  entity(
    kind: EntityKind,
    slug: string,
    signal: AbortSignal,
  ): Promise<{ readonly slug: string; readonly turtle: string } | null>;
  /** What is said of a source, and where it is itself; null: there is none. */
  source(
    slug: string,
    signal: AbortSignal,
  ): Promise<{ readonly turtle: string; readonly url: string | null } | null>;
  /** The graph as a whole, in the terms of VoID and DCAT. */
  dataset(signal: AbortSignal): Promise<string>;
  /** Our own vocabulary. */
  vocabulary(): string;
  /** Where the whole graph is, by the name of its form. */
  readonly dumps: readonly { readonly name: string; readonly path: string }[];
}
