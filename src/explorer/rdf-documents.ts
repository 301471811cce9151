import type { EntityKind } from './documents/types.ts';

/** The graph as Turtle. The caller of the explorer provides it. */
export interface RdfDocuments {
  /** The statements about an entity, with its current slug; null if there is none. */
  entity(
    kind: EntityKind,
    slug: string,
    signal: AbortSignal,
  ): Promise<{ readonly slug: string; readonly turtle: string } | null>;
  /** The statements about a source, with its own address; null if there is none. */
  source(
    slug: string,
    signal: AbortSignal,
  ): Promise<{ readonly turtle: string; readonly url: string | null } | null>;
  /** A description of the whole graph, in VoID and DCAT. */
  dataset(signal: AbortSignal): Promise<string>;
  /** Our own vocabulary. */
  vocabulary(): string;
  /** The addresses of the dumps, by the name of the format. */
  readonly dumps: readonly { readonly name: string; readonly path: string }[];
}
