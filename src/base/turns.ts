import { madeOnce } from './made-once.ts';

/** How long a piece of work runs before other work has its turn, in milliseconds. */
const sliceMs = 4;
/** The half-life of a client's use, in milliseconds. */
const halfLifeMs = 2000;
/** This many milliseconds of waiting outweigh one of work, so that no request waits forever. */
const msThatOutweighOne = 16;
/** Above this number of accounts, those of clients with little use are dropped. */
const manyAccounts = 1000;

/** The place of one request's work in the queue of the process. */
export interface Turn {
  /**
   * Called before a piece of work of a few milliseconds. Null means go on. Otherwise the work waits
   * for the promise while other work runs. All waiting parts of a request go on together.
   */
  pause(): Promise<void> | null;
}

/** The turn of work that shares the process with no other work. */
export const alone: Turn = { pause: () => null };

/** A client's recent use of the process, in milliseconds, and its waiting work. */
interface Account {
  used: number;
  at: number;
  readonly waiting: Waiting[];
}

interface Waiting {
  readonly work: Work;
  readonly since: number;
  readonly resume: () => void;
}

/**
 * Shares one thread among the requests of many clients. Work that has run for a slice waits. Next
 * is the client with the least recent use, and among its requests the one with the least work so
 * far. A small question is thus answered before the rest of a large one, however many requests each
 * client sends.
 */
export class Turns {
  readonly #now: () => number;
  readonly #accounts = new Map<string, Account>();
  /** Accounts with waiting work. */
  readonly #queued = new Set<Account>();
  #scheduled = false;
  #current: Work | null = null;
  #since = 0;
  #sliceEnd = 0;

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Begins the turn of a request from the client of this name. */
  begin(client: string): Turn {
    return new Work(client, (work) => this.#pause(work));
  }

  #pause(work: Work): Promise<void> | null {
    const now = this.#now();
    if (this.#current === work) return now < this.#sliceEnd ? null : this.#wait(work, now);
    if (this.#queued.size > 0) return this.#wait(work, now);
    if (this.#current === null) this.#beginSlice(now);
    else if (now >= this.#sliceEnd) return this.#wait(work, now);
    this.#charge(work, now);
    return null;
  }

  #beginSlice(now: number): void {
    this.#sliceEnd = now + sliceMs;
    this.#schedule();
  }

  /** Charges the time so far to the current work, then makes this work the current one. */
  #charge(work: Work | null, now: number): void {
    if (this.#current !== null) {
      const spent = now - this.#since;
      this.#current.spent += spent;
      this.#account(this.#current.client, now).used += spent;
    }
    this.#current = work;
    this.#since = now;
  }

  #wait(work: Work, now: number): Promise<void> {
    const account = this.#account(work.client, now);
    this.#queued.add(account);
    this.#schedule();
    return new Promise((resume) => account.waiting.push({ work, since: now, resume }));
  }

  /**
   * New requests come in before both callbacks. The second runs when the work resumed by the first
   * has stopped.
   */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#resumeNext());
    setImmediate(() => this.#settle());
  }

  #resumeNext(): void {
    const now = this.#now();
    const next = this.#takeNext(now);
    this.#charge(next?.work ?? null, now);
    this.#sliceEnd = now + sliceMs;
    next?.resume();
  }

  #settle(): void {
    const now = this.#now();
    this.#charge(null, now);
    this.#scheduled = false;
    if (this.#queued.size > 0) this.#schedule();
    else if (this.#accounts.size > manyAccounts) this.#forget(now);
  }

  #takeNext(now: number): Waiting | null {
    const account = leastOf(this.#queued, (queued) => this.#decayed(queued, now).used);
    if (account === null) return null;
    const { waiting } = account;
    const next = leastOf(
      waiting,
      ({ work, since }) => work.spent - (now - since) / msThatOutweighOne,
    );
    if (next === null) return null;
    waiting.splice(waiting.indexOf(next), 1);
    if (waiting.length === 0) this.#queued.delete(account);
    return next;
  }

  #account(client: string, now: number): Account {
    const begun = () => ({ used: 0, at: now, waiting: [] });
    return this.#decayed(madeOnce(this.#accounts, client, begun), now);
  }

  #decayed(account: Account, now: number): Account {
    account.used *= 0.5 ** ((now - account.at) / halfLifeMs);
    account.at = now;
    return account;
  }

  #forget(now: number): void {
    for (const [client, account] of this.#accounts) {
      if (this.#decayed(account, now).used < sliceMs) this.#accounts.delete(client);
    }
  }
}

/** The first item with the least value, or null for no items. */
function leastOf<Item>(items: Iterable<Item>, rank: (item: Item) => number): Item | null {
  let least: Item | null = null;
  let value = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const own = rank(item);
    if (own < value) [least, value] = [item, own];
  }
  return least;
}

class Work implements Turn {
  readonly client: string;
  /** The work so far, in milliseconds. */
  spent = 0;
  readonly #ask: (work: Work) => Promise<void> | null;
  #waits: Promise<void> | null = null;

  constructor(client: string, ask: (work: Work) => Promise<void> | null) {
    this.client = client;
    this.#ask = ask;
  }

  pause(): Promise<void> | null {
    if (this.#waits !== null) return this.#waits;
    const waits = this.#ask(this);
    this.#waits = waits;
    waits?.then(() => {
      this.#waits = null;
    });
    return waits;
  }
}
