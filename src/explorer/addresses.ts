import { entityKinds, kindOf } from '../ontology/kinds.ts';
import type { EntityKind } from './documents/types.ts';

/** The parts of an entity that a link needs. */
export interface Linked {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly name: string;
}

/** Addresses of pages, below the public URL of the server. */
export class Addresses {
  /** The public URL of the server, without a trailing slash. */
  readonly publicUrl: () => string;

  /** `publicUrl` is called for every page, since a server on a free port learns its URL late. */
  constructor(publicUrl: () => string) {
    this.publicUrl = publicUrl;
  }

  /** One of our paths, as links write it. */
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

  /** The list of a kind from A to Z. For models, the other list is the chooser. */
  aToZ(kind: EntityKind): string {
    return kind === 'MODEL' ? this.path('/a-z/models') : this.list(kind);
  }

  /** A path with its host, for readers on another site. */
  absolute(path: string): string {
    return new URL(path, `${this.publicUrl()}/`).href;
  }
}

/** The kind whose pages are in a folder; null for any other folder. */
export function kindInFolder(folder: string): EntityKind | null {
  return entityKinds.find((kind) => kindOf(kind).folder === folder) ?? null;
}
