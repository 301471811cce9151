import type { Tags } from '../store/cache-tags.ts';
import type { RevisionTags } from '../store/graph-store.ts';

/** The most tags whose latest revision is remembered. */
const mostTags = 100_000;
/** An answer with more tags than this is treated as if it rested on everything. */
const mostGrounds = 10_000;

/**
 * Whether a cached value is still valid. "same": nothing was written. "lifted": writes changed
 * nothing that it rests on. "changed": a write changed something that it rests on.
 */
export type Standing = 'same' | 'lifted' | 'changed';

/** What a cached value rests on, and the last revision at which it was known to be valid. */
export class Ground {
  /** Null: everything. */
  readonly #parts: readonly Tags[] | null;
  readonly #changes: KnownChanges;
  #revision: number;

  constructor(parts: readonly Tags[] | null, revision: number, changes: KnownChanges) {
    this.#parts = parts;
    this.#revision = revision;
    this.#changes = changes;
  }

  /** Whether the value is valid at the latest known revision. */
  check(): Standing {
    const { revision } = this.#changes;
    // A later request may have cached it at a newer revision.
    if (this.#revision >= revision) return 'same';
    if (!this.#changes.spared(this.#parts, this.#revision)) return 'changed';
    this.#revision = revision;
    return 'lifted';
  }

  /** Roughly its size in bytes. Tags are shared with pages, so they do not count. */
  get bytes(): number {
    const parts = this.#parts ?? [];
    return parts.reduce((sum, tags) => sum + 16 * (tags.length + 2), 100);
  }
}

/** The known changes of a graph: for each tag, the revision that changed it last. */
export class KnownChanges {
  readonly #last = new Map<string, number>();
  readonly #most: number;
  /** Changes up to this revision may be incomplete. */
  #floor: number;
  #revision: number;

  constructor(revision: number, most = mostTags) {
    this.#revision = revision;
    this.#floor = revision;
    this.#most = most;
  }

  /** The latest known revision. */
  get revision(): number {
    return this.#revision;
  }

  /** Adds the changes of the next revision. */
  add({ revision, tags }: RevisionTags): void {
    this.#revision = revision;
    if (tags === null) {
      this.#last.clear();
      this.#floor = revision;
      return;
    }
    for (const tag of tags) {
      // The map keeps the tags in the order of their changes.
      this.#last.delete(tag);
      this.#last.set(tag, revision);
    }
    for (const [tag, last] of this.#last) {
      if (this.#last.size <= this.#most) break;
      this.#last.delete(tag);
      this.#floor = last;
    }
  }

  /** Whether none of the tags changed after the revision. Null stands for all tags. */
  spared(parts: readonly Tags[] | null, since: number): boolean {
    if (since >= this.#revision) return true;
    if (parts === null || since < this.#floor) return false;
    return parts.every((tags) => tags.every((tag) => (this.#last.get(tag) ?? 0) <= since));
  }
}

/** Collects what the answer to a request rests on. */
export class Resting {
  readonly #found = new Set<Tags>();
  #count = 0;
  #everything = false;

  add(tags: Tags | null): void {
    if (this.#everything) return;
    if (tags === null || this.#count > mostGrounds) {
      this.#everything = true;
      this.#found.clear();
      return;
    }
    if (this.#found.has(tags)) return;
    this.#found.add(tags);
    this.#count += tags.length;
  }

  /** All collected tags; null: everything. */
  parts(): readonly Tags[] | null {
    return this.#everything ? null : [...this.#found];
  }
}
