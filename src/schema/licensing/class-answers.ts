import { inTurns } from '../../base/in-turns.ts';
import { madeOnce } from '../../base/made-once.ts';
import { allThen } from '../../base/promises.ts';
import { licenseTerms } from '../../loaders/license-loader.ts';
import { classBounds } from '../../loaders/loaders.ts';
import type { UseFact } from '../../ontology/use-vocabulary.ts';
import { UNKNOWN } from '../../reasoning/licensing/answer-order.ts';
import {
  ClassJudge,
  type ReadClasses,
  readClasses,
} from '../../reasoning/licensing/judge-class.ts';
import type { UseProfile } from '../../reasoning/licensing/use-profile.ts';
import type { Condition } from '../../store/list-condition.ts';
import type { ClassesFound } from '../../store/reads.ts';
import type { GraphContext } from '../context.ts';

const classesAtATime = 1000;

/** Classes that are ready to be judged, and their indexes by key. */
interface Table {
  readonly classes: ReadClasses;
  readonly places: ReadonlyMap<string, number>;
}

/** A cached result is always the same object, so it can be a key. */
const tables = new WeakMap<ClassesFound, Promise<Table>>();

/** Classes, with a judge that knows them. */
interface Judging {
  readonly places: Table['places'];
  readonly judge: ClassJudge;
}

/**
 * Models that are judged together: models of one class that were released by the day, or that were
 * not.
 */
interface Share {
  readonly answer: number;
  readonly count: number;
  /** The facts that are missing if the answer is unknown. */
  missing(): readonly UseFact[];
}

/** The answers for a list, without judging models one by one. */
interface Shares {
  readonly shares: readonly Share[];
  /** Models without a class. */
  readonly openIds: readonly string[];
}

/** Judges a use for classes of models. */
export class ClassAnswers {
  readonly #profile: UseProfile;
  readonly #context: GraphContext;
  readonly #judgings = new Map<ClassesFound, Promise<Judging>>();

  constructor(profile: UseProfile, context: GraphContext) {
    this.#profile = profile;
    this.#context = context;
  }

  /** The models of a list by answer. Null if too many have no class or a class of their own. */
  async sharesOf(where: Condition | null): Promise<Shares | null> {
    const found = await this.#found(where);
    const late = await this.#found(joined(where, this.#releasedLater()));
    if (found === null || late === null) return null;
    const { places, judge } = await this.#judgingFor(found);
    const lateCounts = new Map(late.classes.map(({ key, count }) => [key, count]));
    const shares: Share[] = [];
    const add = (at: number, isReleased: boolean, count: number) => {
      if (count <= 0) return;
      const answer = judge.answer(at, isReleased);
      shares.push({ answer, count, missing: () => judge.missing(at, isReleased) });
    };
    for (const [number, { key, count }] of found.classes.entries()) {
      if (number % classesAtATime === 0) await this.#context.turn.pause();
      const [at, unreleased] = [places.get(key) ?? -1, lateCounts.get(key) ?? 0];
      add(at, true, count - unreleased);
      add(at, false, unreleased);
    }
    return { shares, openIds: found.openIds };
  }

  /**
   * A condition for models that may have one of the answers. All models with such an answer meet
   * it. Null if no condition helps; undefined if no model has such an answer.
   */
  async narrowing(answers: ReadonlySet<number>): Promise<Condition | null | undefined> {
    const found = await this.#found(null);
    if (found === null) return null;
    const { places, judge } = await this.#judgingFor(found);
    const keys: string[] = [];
    // A model that was not released yet is never permitted, whatever its class.
    const isPermission = [...answers].every((answer) => answer < UNKNOWN);
    const isWanted = (at: number) =>
      answers.has(judge.answer(at, true)) ||
      (!isPermission && answers.has(judge.answer(at, false)));
    for (const [number, { key }] of found.classes.entries()) {
      if (number % classesAtATime === 0) await this.#context.turn.pause();
      if (isWanted(places.get(key) ?? -1)) keys.push(key);
    }
    const ids = found.openIds;
    if (keys.length + ids.length === 0) return undefined;
    const classed: Condition | null =
      keys.length === found.classes.length ? null : { op: 'classed', keys, ids };
    // Hardly any model is released after today.
    const wasBefore = this.#profile.use.obtainedOn !== null;
    return isPermission && wasBefore ? joined(classed, this.#releasedBy()) : classed;
  }

  /** The classes of a list. Null if there are too many, or too many models without one. */
  async #found(where: Condition | null): Promise<ClassesFound | null> {
    const found = await this.#context.loaders.useClasses(where);
    const { mostClasses, mostOpen } = classBounds;
    return found.classes.length > mostClasses || found.openIds.length > mostOpen ? null : found;
  }

  /**
   * The judge for these classes. The classes of the whole graph are read once, and those of a list
   * are among them.
   */
  async #judgingFor(found: ClassesFound): Promise<Judging> {
    const whole = await this.#found(null);
    const all = await this.#judging(whole ?? found);
    // A class may be new since all classes were read.
    const knowsAll = found.classes.every(({ key }) => all.places.has(key));
    return knowsAll ? all : this.#judging(found);
  }

  #judging(found: ClassesFound): Promise<Judging> {
    return madeOnce(this.#judgings, found, async () => {
      const { classes, places } = await madeOnce(tables, found, () => this.#read(found));
      const { loaders } = this.#context;
      const terms = await allThen(classes.licenseIds.map((id) => licenseTerms(id, { loaders })));
      const licenses = terms.filter((license) => license !== null);
      const byId = new Map(licenses.map((license) => [license.terms.id, license]));
      return { places, judge: new ClassJudge(classes, byId, this.#profile) };
    });
  }

  async #read(found: ClassesFound): Promise<Table> {
    const contents = found.classes.map(({ content }) => content);
    const classes = await inTurns(readClasses(contents), this.#context.turn);
    return { classes, places: new Map(found.classes.map(({ key }, at) => [key, at])) };
  }

  /** The release of a model counts as its first possible day. */
  #releasedLater(): Condition {
    // A text that sorts between this day and the next.
    return { op: 'range', property: 'sortReleasedOn', min: `${this.#profile.day}+`, max: null };
  }

  #releasedBy(): Condition {
    return { op: 'range', property: 'sortReleasedOn', min: null, max: this.#profile.day };
  }
}

/** The condition that both hold. */
export function joined(one: Condition | null, other: Condition | null): Condition | null {
  if (one === null || other === null) return one ?? other;
  return { op: 'all', of: [one, other] };
}
