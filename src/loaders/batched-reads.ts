import DataLoader from 'dataloader';
import { madeOnce } from '../base/made-once.ts';
import { type GraphStore, type ReadOptions, StoreError } from '../store/graph-store.ts';
import type { Read, ReadResult } from '../store/reads.ts';

/** Something that a field needs from the store. */
export interface Question<Owner, Plan> {
  /** Questions with equal keys are sent once in a request. */
  readonly key: string;
  /** Questions of one group become one read. */
  readonly group: string;
  /** The subject of the question; null for a read without a single subject. */
  readonly owner: Owner;
  /** The key of an owner within its group. */
  readonly ownerKey: string;
  /** The parts to read of the owner. */
  readonly plan: Plan;
  /** Makes the read for all owners and plans of the group. */
  ask(owners: readonly Owner[], plans: readonly Plan[]): Answerable<Owner>;
}

/** A read, with a function that takes one owner's part of the result. */
export interface Answerable<Owner> {
  readonly read: Read;
  take(result: ReadResult, owner: Owner, index: number): unknown;
}

/** Answers questions. All questions of one tick go to the store as one statement. */
export type BatchedReads = DataLoader<Question<unknown, unknown>, unknown, string>;

/**
 * The batched reads of one request. A failed statement fails all of its questions; but of several
 * reads, only those fail that are beyond a bound.
 */
export function batchedReads(store: Pick<GraphStore, 'read'>, options: ReadOptions): BatchedReads {
  return new DataLoader<Question<unknown, unknown>, unknown, string>(
    async (questions) => {
      const groups = groupsOf(questions);
      const asked = [...groups.values()].map((group) => group.ask());
      const results = await readEach(
        store,
        asked.map(({ read }) => read),
        options,
      );
      [...groups.values()].forEach((group, index) => {
        group.settle(
          asked[index] as Answerable<unknown>,
          results[index] as ReadResult | StoreError,
        );
      });
      return questions.map(({ group, ownerKey }) => groups.get(group)?.answers.get(ownerKey));
    },
    { cacheKeyFn: ({ key }) => key },
  );
}

async function readEach(
  store: Pick<GraphStore, 'read'>,
  reads: readonly Read[],
  options: ReadOptions,
): Promise<readonly (ReadResult | StoreError)[]> {
  try {
    return await store.read(reads, options);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'STORE_BOUND')) throw error;
    const [first, ...others] = reads;
    if (first === undefined || others.length === 0) return [error];
    const each = await Promise.all(reads.map((read) => readEach(store, [read], options)));
    return each.flat();
  }
}

function groupsOf(questions: readonly Question<unknown, unknown>[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const question of questions) {
    const group = madeOnce(groups, question.group, () => new Group(question));
    group.owners.set(question.ownerKey, question.owner);
    group.plans.add(question.plan);
  }
  return groups;
}

class Group {
  readonly owners = new Map<string, unknown>();
  readonly plans = new Set<unknown>();
  /** By owner: its value, or the error of taking it. */
  readonly answers = new Map<string, unknown>();
  readonly #first: Question<unknown, unknown>;

  constructor(first: Question<unknown, unknown>) {
    this.#first = first;
  }

  ask(): Answerable<unknown> {
    return this.#first.ask([...this.owners.values()], [...this.plans]);
  }

  settle(asked: Answerable<unknown>, result: ReadResult | StoreError): void {
    let index = 0;
    for (const [key, owner] of this.owners) {
      this.answers.set(key, taken(asked, result, owner, index));
      index += 1;
    }
  }
}

/** The value of one owner. An Error as a value fails only its own question. */
function taken(
  asked: Answerable<unknown>,
  result: ReadResult | StoreError,
  owner: unknown,
  index: number,
) {
  if (result instanceof StoreError) return result;
  try {
    return asked.take(result, owner, index);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
