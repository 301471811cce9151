import { entityKinds, kindOf } from '../ontology/kinds.ts';
import type { EntityKind } from './documents/types.ts';

/** What a link needs to know of an entity. */
export interface Linked {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly name: string;
}

/** Addresses of pages, below wherever the server is reached. */
export class Addresses {
  /** Where clients reach the server, without a slash at its end. */
  readonly publicUrl: () => string;

  /** `publicUrl` is asked with every page: a server that takes any free port learns it late. */
  constructor(publicUrl: () => string) {
    this.publicUrl = publicUrl;
  }

  /** A path of ours as it stands in a link. */
  path(path: string): string {
    return `${new URL(this.publicUrl()).pathname.replace(/\/$/, '')}${path}`;
  }

  /** The page of an entity. */
  of({ kind, slug }: Pick<Linked, 'kind' | 'slug'>): string {
    return this.path(`/${kindOf(kind).folder}/${encodeURIComponent(slug)}`);
  }

  /** The list of all entities of a kind. */
  list(kind: EntityKind): string {
    return this.path(`/${kindOf(kind).folder}`);
  }

  /** The same from A to Z: models have another list besides, to choose from. */
  aToZ(kind: EntityKind): string {
    return kind === 'MODEL' ? this.path('/a-z/models') : this.list(kind);
  }

  /** A path with the host before it, for those who read the page elsewhere. */
  absolute(path: string): string {
    return new URL(path, `${this.publicUrl()}/`).href;
  }
}

/** The kind whose pages lie in a folder of addresses. */
export function kindInFolder(folder: string): EntityKind | null {
  return entityKinds.find((kind) => kindOf(kind).folder === folder) ?? null;
}
