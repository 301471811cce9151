import { LRUCache } from 'lru-cache';
import { madeOnce } from '../base/made-once.ts';
import { ClassReader, type Judgments, type ReadClass } from '../reasoning/licensing/judge-class.ts';
import { type UseProfile, useContent } from '../reasoning/licensing/use-profile.ts';
import type { JudgedTable, LicensesOfTable, Shares } from './judged-table.ts';

/** Twice as many classes as one question may name. */
const mostClasses = 100_000;
const mostUses = 16;
/** The most shares of all kept tables, and of all kept judgments of tables. */
const mostInTables = 200_000;

/** Shares of classes, ready to be judged. */
export interface ClassTable extends Shares {
  /** The class of each share. */
  readonly classes: readonly ReadClass[];
  /** The licenses that the classes name. */
  readonly licenseIds: readonly string[];
  /** Where the classes are kept. */
  readonly known: KnownClasses;
}

/**
 * Classes of models and judgments of them. The key of a class stands for its content, so no write
 * makes it old. Judgments rest on licenses, which whoever takes them has to compare.
 */
export class KnownClasses {
  /** Tables by the text of what was found. */
  readonly tables = new LRUCache<string, ClassTable>({
    maxSize: mostInTables,
    sizeCalculation: ({ keys }) => keys.length + 1,
  });
  readonly #classes = new Map<string, ReadClass>();
  readonly #judgments = new LRUCache<string, Judgments>({ max: mostUses });
  readonly #judged = new LRUCache<string, JudgedTable>({
    maxSize: mostInTables,
    sizeCalculation: ({ released }) => released.length + 1,
  });
  readonly #numbers = new WeakMap<ClassTable, number>();
  readonly #reader = new ClassReader();
  #count = 0;

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

  /** The judgments of a table for a use, if they are kept and rest on these licenses. */
  judgedTable(
    table: ClassTable,
    profile: UseProfile,
    licenses: LicensesOfTable,
  ): JudgedTable | undefined {
    const kept = this.#judged.get(this.#keyOf(table, profile));
    return kept?.restsOn(licenses) ? kept : undefined;
  }

  keepJudged(table: ClassTable, profile: UseProfile, judged: JudgedTable): void {
    this.#judged.set(this.#keyOf(table, profile), judged);
  }

  hasRoomFor(more: number): boolean {
    return Math.max(this.#classes.size, this.#reader.size) + more <= mostClasses;
  }

  #keyOf(table: ClassTable, profile: UseProfile): string {
    const number = madeOnce(this.#numbers, table, () => ++this.#count);
    return `${number}/${useContent(profile)}`;
  }
}

/** The classes that a process keeps. If there are too many, it begins anew. */
export class ClassKeeper {
  #known = new KnownClasses();

  /** The table that was made of this text, if it is kept. */
  tableOf(text: string): ClassTable | undefined {
    return this.#known.tables.get(text);
  }

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
