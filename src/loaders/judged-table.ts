import { LRUCache } from 'lru-cache';
import { madeOnce } from '../base/made-once.ts';
import type { Judged } from '../reasoning/licensing/judge-class.ts';
import type { CompiledLicense } from '../reasoning/licensing/license-terms.ts';
import type { ClassShare } from '../store/use-class-text.ts';

/** The most sets of answers whose shares are kept. A set takes more memory than judgments. */
const mostChosen = 4;

/** The shares of classes that a question found. */
export interface Shares {
  readonly keys: readonly string[];
  /** See ClassShare. Null without rivals: each class is one share. */
  readonly places: readonly string[] | null;
}

/** The licenses of a table, in its order. Null for one that is not recorded. */
export type LicensesOfTable = readonly (CompiledLicense | null)[];

/** The shares with some answers, in the form of a condition. */
export interface Chosen {
  readonly keys: string;
  readonly apart: readonly ClassShare[];
  /** Whether all their models that were released by the day have one of the answers, or all others. */
  readonly isSure: { readonly released: boolean; readonly unreleased: boolean };
}

/** The judgments of shares for one use. They stand as long as the licenses are the same. */
export class JudgedTable {
  readonly licenses: LicensesOfTable;
  /** For models that were released by the day of the use, in the order of the shares. */
  readonly released: readonly Judged[];
  /** For models that were not. */
  readonly unreleased: readonly Judged[];
  readonly #shares: Shares;
  /** By the answers. */
  readonly #chosen = new LRUCache<string, Chosen>({ max: mostChosen });

  constructor(
    shares: Shares,
    licenses: LicensesOfTable,
    released: readonly Judged[],
    unreleased: readonly Judged[],
  ) {
    this.#shares = shares;
    this.licenses = licenses;
    this.released = released;
    this.unreleased = unreleased;
  }

  restsOn(licenses: LicensesOfTable): boolean {
    return this.licenses.every((license, at) => license === licenses[at]);
  }

  /** The shares with one of the answers. With `alsoUnreleased`, also those with it if unreleased. */
  withAnswers(answers: ReadonlySet<number>, alsoUnreleased: boolean): Chosen {
    const key = JSON.stringify([[...answers].sort(), alsoUnreleased]);
    return madeOnce<string, Chosen>(this.#chosen, key, () => {
      const { keys, places } = this.#shares;
      const has = (judged: Judged | undefined) =>
        judged !== undefined && answers.has(judged.answer);
      const whole: string[] = [];
      const apart: ClassShare[] = [];
      const isSure = { released: true, unreleased: true };
      for (const [at, key] of keys.entries()) {
        const released = has(this.released[at]);
        const unreleased = has(this.unreleased[at]);
        if (!released && !(alsoUnreleased && unreleased)) continue;
        isSure.released &&= released;
        isSure.unreleased &&= unreleased;
        const place = places?.[at] ?? '';
        if (place === '') whole.push(key);
        else apart.push({ key, places: place });
      }
      return { keys: whole.join(' '), apart, isSure };
    });
  }
}
