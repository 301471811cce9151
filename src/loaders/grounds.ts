import type { Tags } from '../store/cache-tags.ts';
import type { RevisionTags } from '../store/graph-store.ts';

/** So many tags are known with the revision that changed them last. */
const mostTags = 100_000;
/** An answer that rests on more than this rests on everything. */
const mostGrounds = 10_000;

/** Whether something kept still stands: no revision passed, or none that changed what it rests on. */
export type Standing = 'same' | 'lifted' | 'changed';

/** What something kept rests on, and the revision for which it was last known to stand. */
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

  /** Whether it stands at the revision that is known now. */
  check(): Standing {
    const { revision } = this.#changes;
    // A request that began later may have put it there.
    if (this.#revision >= revision) return 'same';
    if (!this.#changes.spared(this.#parts, this.#revision)) return 'changed';
    this.#revision = revision;
    return 'lifted';
  }

  /** Roughly what it takes, in bytes; tags are shared with pages. */
  get bytes(): number {
    const parts = this.#parts ?? [];
    return parts.reduce((sum, tags) => sum + 16 * (tags.length + 2), 100);
  }
}

/** What changed in a graph, as far as is known: of each tag the revision that last changed it. */
export class KnownChanges {
  readonly #last = new Map<string, number>();
  readonly #most: number;
  /** Of changes up to here not all are known. */
  #floor: number;
  #revision: number;

  constructor(revision: number, most = mostTags) {
    this.#revision = revision;
    this.#floor = revision;
    this.#most = most;
  }

  /** The revision up to which everything is known. */
  get revision(): number {
    return this.#revision;
  }

  /** Takes note of the next revision. */
  add({ revision, tags }: RevisionTags): void {
    this.#revision = revision;
    if (tags === null) {
      this.#last.clear();
      this.#floor = revision;
      return;
    }
    for (const tag of tags) {
      // Those that changed last come last.
      this.#last.delete(tag);
      this.#last.set(tag, revision);
    }
    for (const [tag, last] of this.#last) {
      if (this.#last.size <= this.#most) break;
      this.#last.delete(tag);
      this.#floor = last;
    }
  }

  /** Whether none of the tags changed after the revision; null: all tags there are. */
  spared(parts: readonly Tags[] | null, since: number): boolean {
    if (since >= this.#revision) return true;
    if (parts === null || since < this.#floor) return false;
    return parts.every((tags) => tags.every((tag) => (this.#last.get(tag) ?? 0) <= since));
  }
}

/** What the answer to a request rests on, collected while it is made. */
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

  /** All of it; null: everything. */
  parts(): readonly Tags[] | null {
    return this.#everything ? null : [...this.#found];
  }
}
