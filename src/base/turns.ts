import { madeOnce } from './made-once.ts';

/** How long one piece of work goes on, in milliseconds, before others have their turn. */
const sliceMs = 4;
/** After how long half of what a client used is forgotten, in milliseconds. */
const halfLifeMs = 2000;
/** So many milliseconds of waiting outweigh one of work: no request waits for ever. */
const msThatOutweighOne = 16;
/** Beyond so many, those of clients that used little are forgotten. */
const manyAccounts = 1000;

/** The place of one request's work among all that the process has to do. */
export interface Turn {
  /**
   * Asked before a piece of work of a few milliseconds. Null: go on; else wait for the promise, while
   * others have their turn. All that waits of one request goes on together.
   */
  pause(): Promise<void> | null;
}

/** Work that shares the process with nobody. */
export const alone: Turn = { pause: () => null };

/** What a client made the process do lately, in milliseconds, and what of it waits. */
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
 * Shares one thread among the requests of many clients. Work that has gone on for a slice waits;
 * next is the client that used least lately, and of its requests the one that used least so far.
 * So a small question is answered before the rest of a large one, whoever sends how many of them.
 */
export class Turns {
  readonly #now: () => number;
  readonly #accounts = new Map<string, Account>();
  /** Accounts of which something waits. */
  readonly #queued = new Set<Account>();
  #scheduled = false;
  #current: Work | null = null;
  #since = 0;
  #sliceEnd = 0;

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The turn of a request that begins, for the client of this name. */
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

  /** What the process does from now on is this work's; until now it was another's, or nobody's. */
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

  /** The second runs when all that the first let go on has stopped; before both, requests come in. */
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

/** The item of the least value, the first of several; null where there is none. */
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
  /** Milliseconds. */
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
