import { LRUCache } from 'lru-cache';
import type { ClassesFound } from '../../reads.ts';

/** Classes that a condition names, as they are stored. */
export interface ClassSet {
  /** Their numbers, as a list in JSON. */
  readonly numbers: string;
  /** A byte for each number, which is 1 for those of the set. Null if it would be too long. */
  readonly marks: Buffer | null;
  /** How many models they have. */
  readonly models: number;
}

const bytesOfObject = 500;
const bytesOfNumber = 8;

/** What was read of the classes of models, until any of them changes. It is bounded by bytes. */
export class KeptClasses {
  /** By the keys of the classes. */
  readonly sets: LRUCache<string, ClassSet>;
  /** By what was asked. */
  readonly found: LRUCache<string, ClassesFound>;

  constructor(mostBytes: number) {
    const maxSize = Math.ceil(mostBytes / 2);
    this.sets = new LRUCache({
      maxSize,
      sizeCalculation: ({ numbers, marks }, keys) =>
        bytesOfObject + keys.length + numbers.length + (marks?.length ?? 0),
    });
    this.found = new LRUCache({
      maxSize,
      sizeCalculation: ({ keys, places, counts, openIds }, asked) =>
        bytesOfObject +
        asked.length +
        keys.length +
        bytesOfNumber * counts.length +
        bytesOfObject * ((places?.length ?? 0) + openIds.length),
    });
  }

  forget(): void {
    this.sets.clear();
    this.found.clear();
  }
}
