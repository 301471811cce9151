import { madeOnce } from '../../base/made-once.ts';
import { allThen } from '../../base/promises.ts';
import { licenseTerms } from '../../loaders/license-loader.ts';
import { classBounds } from '../../loaders/loaders.ts';
import type { UseFact } from '../../ontology/use-vocabulary.ts';
import { UNKNOWN } from '../../reasoning/licensing/answer-order.ts';
import { ClassJudge, type ReadClass, readClass } from '../../reasoning/licensing/judge-class.ts';
import type { CompiledLicense } from '../../reasoning/licensing/license-terms.ts';
import type { UseProfile } from '../../reasoning/licensing/use-profile.ts';
import type { Condition } from '../../store/list-condition.ts';
import type { ClassesFound } from '../../store/reads.ts';
import type { UseClassText } from '../../store/use-class-text.ts';
import type { GraphContext } from '../context.ts';

const classesAtATime = 200;

/** Rows are the same objects as long as pages are cached. */
const contents = new WeakMap<UseClassText, ReadClass>();

function contentOf(text: UseClassText): ReadClass {
  return madeOnce(contents, text, () => readClass(text.content));
}

/** Models that are judged together: those of one class that were released by the day, or not. */
interface Share {
  readonly answer: number;
  readonly count: number;
  /** The facts that are missing where the answer is unknown. */
  missing(): readonly UseFact[];
}

/** What is known of a list without a look at its models one by one. */
interface Shares {
  readonly shares: readonly Share[];
  /** Models that have no class yet. */
  readonly openIds: readonly string[];
}

/** Answers a use for classes of models. */
export class ClassAnswers {
  readonly #profile: UseProfile;
  readonly #context: GraphContext;
  readonly #licenses = new Map<string, CompiledLicense>();
  readonly #judge: ClassJudge;

  constructor(profile: UseProfile, context: GraphContext) {
    this.#profile = profile;
    this.#context = context;
    this.#judge = new ClassJudge(this.#licenses, profile);
  }

  /** The models of a list by their answers; null: too many of them have no class, or one of their own. */
  async sharesOf(where: Condition | null): Promise<Shares | null> {
    const found = await this.#found(where);
    if (found === null) return null;
    const late = await this.#found(joined(where, this.#releasedLater()));
    if (late === null) return null;
    const lateCounts = new Map(late.classes.map(({ key, count }) => [key, count]));
    const shares: Share[] = [];
    for (const [at, text] of found.classes.entries()) {
      if (at % classesAtATime === 0) await this.#context.turn.pause();
      const unreleased = lateCounts.get(text.key) ?? 0;
      this.#share(shares, text, true, text.count - unreleased);
      this.#share(shares, text, false, unreleased);
    }
    return { shares, openIds: found.openIds };
  }

  /**
   * What narrows a list to models that may have one of the answers: all that have one satisfy it. Null:
   * nothing narrows it; undefined: no model has one.
   */
  async narrowing(answers: ReadonlySet<number>): Promise<Condition | null | undefined> {
    const found = await this.#found(null);
    if (found === null) return null;
    const keys: string[] = [];
    // Whoever was not released has no permission, whatever its class.
    const isPermission = [...answers].every((answer) => answer < UNKNOWN);
    for (const [at, text] of found.classes.entries()) {
      if (at % classesAtATime === 0) await this.#context.turn.pause();
      const content = contentOf(text);
      const asReleased = answers.has(this.#judge.answer(content, true));
      const isWanted =
        asReleased || (!isPermission && answers.has(this.#judge.answer(content, false)));
      if (isWanted) keys.push(text.key);
    }
    const ids = found.openIds;
    if (keys.length + ids.length === 0) return undefined;
    const classed: Condition | null =
      keys.length === found.classes.length ? null : { op: 'classed', keys, ids };
    // Hardly any model is released after today.
    const wasBefore = this.#profile.use.obtainedOn !== null;
    return isPermission && wasBefore ? joined(classed, this.#releasedBy()) : classed;
  }

  #share(shares: Share[], text: UseClassText, isReleased: boolean, count: number): void {
    if (count <= 0) return;
    const content = contentOf(text);
    const answer = this.#judge.answer(content, isReleased);
    shares.push({ answer, count, missing: () => this.#judge.missing(content, isReleased) });
  }

  /** The classes of a list, with all licenses that they name. */
  async #found(where: Condition | null): Promise<ClassesFound | null> {
    const { loaders } = this.#context;
    const found = await loaders.useClasses(where);
    if (found.classes.length > classBounds.mostClasses) return null;
    if (found.openIds.length > classBounds.mostOpen) return null;
    const named = new Set<string>();
    for (const [at, text] of found.classes.entries()) {
      if (at % classesAtATime === 0) await this.#context.turn.pause();
      for (const id of contentOf(text).licenseIds) if (!this.#licenses.has(id)) named.add(id);
    }
    const licenses = await allThen([...named].map((id) => licenseTerms(id, { loaders })));
    for (const license of licenses)
      if (license !== null) this.#licenses.set(license.terms.id, license);
    return found;
  }

  /** A model's release counts from its first possible day. */
  #releasedLater(): Condition {
    // Between this day and the next in the order of texts.
    return { op: 'range', property: 'sortReleasedOn', min: `${this.#profile.day}+`, max: null };
  }

  #releasedBy(): Condition {
    return { op: 'range', property: 'sortReleasedOn', min: null, max: this.#profile.day };
  }
}

/** Both conditions. */
export function joined(one: Condition | null, other: Condition | null): Condition | null {
  if (one === null || other === null) return one ?? other;
  return { op: 'all', of: [one, other] };
}
