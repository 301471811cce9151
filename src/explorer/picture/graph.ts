import type { Linked } from '../addresses.ts';
import type { DerivationMethod, PictureFragment, RelationType } from '../documents/types.ts';
import { relationNames } from '../words.ts';

/** The content of a picture: entities, the center first, and lines between them. */
export interface PictureGraph {
  readonly nodes: readonly PictureNode[];
  readonly lines: readonly PictureLine[];
}

interface PictureNode extends Linked {
  /** The row of the node, counted from the center's row; null for any place. */
  readonly level: number | null;
}

/** All relations between two entities, drawn as one line. */
export interface PictureLine {
  /** Indexes of nodes. */
  readonly from: number;
  readonly to: number;
  readonly relations: readonly DrawnRelation[];
}

export interface DrawnRelation {
  readonly name: string;
  /** Indexes of nodes. */
  readonly from: number;
  readonly to: number;
  readonly symmetric: boolean;
}

type Key = Pick<Linked, 'kind' | 'slug'>;

function keyOf({ kind, slug }: Key): string {
  return `${kind}/${slug}`;
}

/** Collects entities and relations. Relations between the same two entities share a line. */
export class PictureBuilder {
  readonly #nodes = new Map<string, PictureNode & { readonly at: number }>();
  readonly #lines = new Map<string, { from: number; to: number; relations: DrawnRelation[] }>();

  /** Adds an entity, unless it was added before. */
  add(entity: Linked, level: number | null = null): void {
    const key = keyOf(entity);
    if (this.#nodes.has(key)) return;
    const { kind, slug, name } = entity;
    this.#nodes.set(key, { kind, slug, name, level, at: this.#nodes.size });
  }

  /** Adds a relation between two added entities. */
  link(from: Key, to: Key, type: RelationType, method: DerivationMethod | null): void {
    const start = this.#nodes.get(keyOf(from))?.at;
    const end = this.#nodes.get(keyOf(to))?.at;
    if (start === undefined || end === undefined || start === end) return;
    const key = start < end ? `${start}-${end}` : `${end}-${start}`;
    const line = this.#lines.get(key) ?? { from: start, to: end, relations: [] };
    this.#lines.set(key, line);
    const { name, symmetric } = relationNames(type, method);
    const drawn = { name, from: start, to: end, symmetric };
    const isThere = line.relations.some(
      (each) => each.name === name && (symmetric || each.from === start),
    );
    if (!isThere) line.relations.push(drawn);
  }

  build(): PictureGraph {
    return { nodes: [...this.#nodes.values()], lines: [...this.#lines.values()] };
  }
}

/** The picture of the entities around one. */
export function pictureOfNeighborhood(found: PictureFragment): PictureGraph {
  const picture = new PictureBuilder();
  for (const entity of found.entities ?? []) if (entity !== null) picture.add(entity);
  for (const { from, to, type, method } of found.relations) {
    if (from !== null && to !== null) picture.link(from, to, type, method);
  }
  return picture.build();
}

interface Step {
  readonly depth: number;
  readonly model: Linked | null;
  readonly parent: Linked | null;
  readonly relation: { readonly method: DerivationMethod | null } | null;
}

/** The lineage of a model: ancestors above it, derived models below it. */
export function pictureOfLineage(
  model: Linked,
  ancestors: readonly Step[],
  descendants: readonly Step[],
): PictureGraph {
  const picture = new PictureBuilder();
  picture.add(model, 0);
  for (const step of ancestors) if (step.model !== null) picture.add(step.model, -step.depth);
  for (const step of descendants) if (step.model !== null) picture.add(step.model, step.depth);
  for (const { model: older, parent, relation } of ancestors) {
    if (older && parent) picture.link(parent, older, 'DERIVED_FROM', relation?.method ?? null);
  }
  for (const { model: newer, parent, relation } of descendants) {
    if (newer && parent) picture.link(newer, parent, 'DERIVED_FROM', relation?.method ?? null);
  }
  return picture.build();
}
