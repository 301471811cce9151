import { LRUCache } from 'lru-cache';
import { madeOnce } from '../base/made-once.ts';
import { ClassReader, type Judgments, type ReadClass } from '../reasoning/licensing/judge-class.ts';
import { type UseProfile, useContent } from '../reasoning/licensing/use-profile.ts';

/** Twice as many classes as one question may name. */
const mostClasses = 100_000;
const mostUses = 16;

/**
 * Classes of models and judgments of them. The key of a class stands for its content, so no write
 * makes it old.
 */
export class KnownClasses {
  readonly #classes = new Map<string, ReadClass>();
  readonly #judgments = new LRUCache<string, Judgments>({ max: mostUses });
  readonly #reader = new ClassReader();

  /** The class with a key, if it was read before. */
  get(key: string): ReadClass | undefined {
    return this.#classes.get(key);
  }

  /** Reads the content of a class. */
  add(key: string, content: string): void {
    this.#classes.set(key, this.#reader.read(content));
  }

  /** The judgments of these classes for a use. */
  judgmentsFor(profile: UseProfile): Judgments {
    return madeOnce<string, Judgments>(this.#judgments, useContent(profile), () => []);
  }

  hasRoomFor(more: number): boolean {
    return Math.max(this.#classes.size, this.#reader.size) + more <= mostClasses;
  }
}

/** The classes that a process keeps. If there are too many, it begins anew. */
export class ClassKeeper {
  #known = new KnownClasses();

  /** The known classes, with room for those of these keys that are not among them: the unread. */
  roomFor(keys: readonly string[]): {
    readonly known: KnownClasses;
    readonly unread: readonly string[];
  } {
    const unread = keys.filter((key) => this.#known.get(key) === undefined);
    if (this.#known.hasRoomFor(unread.length)) return { known: this.#known, unread };
    this.#known = new KnownClasses();
    return { known: this.#known, unread: keys };
  }
}
