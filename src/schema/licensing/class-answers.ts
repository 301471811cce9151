import { compareText } from '../../base/compare-text.ts';
import { madeOnce } from '../../base/made-once.ts';
import { allThen } from '../../base/promises.ts';
import type { KnownClasses } from '../../loaders/known-classes.ts';
import { licenseTerms } from '../../loaders/license-loader.ts';
import { classBounds } from '../../loaders/loaders.ts';
import type { UseFact } from '../../ontology/use-vocabulary.ts';
import { answersInOrder, UNKNOWN } from '../../reasoning/licensing/answer-order.ts';
import {
  ClassJudge,
  factsOf,
  licensesNamedBy,
  type ReadClass,
} from '../../reasoning/licensing/judge-class.ts';
import type { UseProfile } from '../../reasoning/licensing/use-profile.ts';
import type { Condition } from '../../store/list-condition.ts';
import type { ClassesFound } from '../../store/reads.ts';
import type { ClassShare } from '../../store/use-class-text.ts';
import type { GraphContext } from '../context.ts';

const classesAtATime = 1000;
const classesReadAtATime = 200;

/** The shares of classes that were found, ready to be judged. */
interface Table {
  readonly found: ClassesFound;
  /** The class of each share of `found`, in the same order. */
  readonly classes: readonly ReadClass[];
  readonly licenseIds: ReadonlySet<string>;
  /** Where they are kept. */
  readonly known: KnownClasses;
}

/** A cached result is always the same object, so it can be a key. */
const tables = new WeakMap<ClassesFound, Promise<Table | null>>();

/** Models with the answer UNKNOWN that miss the same facts. */
export interface Unknown {
  readonly count: number;
  missing(): readonly UseFact[];
}

/** The answers for a list, without judging models one by one. */
interface Shares {
  /** The number of models for each answer number. */
  readonly counts: readonly number[];
  readonly unknown: readonly Unknown[];
  /** Models without a class. */
  readonly openIds: readonly string[];
}

/** Judges a use for classes of models. */
export class ClassAnswers {
  readonly #profile: UseProfile;
  readonly #context: GraphContext;
  readonly #rivals: readonly string[];

  constructor(profile: UseProfile, context: GraphContext) {
    this.#profile = profile;
    this.#context = context;
    this.#rivals = [...new Set(profile.use.competesWith)].sort(compareText);
  }

  /** The models of a list by answer. Null if too many have no class or a class of their own. */
  async sharesOf(where: Condition | null): Promise<Shares | null> {
    const [found, late] = await Promise.all([this.#found(where), this.#late(where)]);
    if (found === null || late === null) return null;
    const judge = await this.#judge(found);
    const lateCounts = new Map(
      late.keys.map((key, at) => [`${key},${late.places?.[at] ?? ''}`, late.counts[at] ?? 0]),
    );
    const counts = answersInOrder.map(() => 0);
    const unknown = new Map<number, number>();
    // Models of one class are judged together: those that were released by the day, or that were not.
    const add = (of: ReadClass, places: string, isReleased: boolean, count: number) => {
      const { answer, missing } = judge.judge(of, isReleased, places);
      counts[answer] = (counts[answer] ?? 0) + count;
      if (answer === UNKNOWN) unknown.set(missing, (unknown.get(missing) ?? 0) + count);
    };
    for (const [number, of] of found.classes.entries()) {
      if (number % classesAtATime === 0) await this.#context.turn.pause();
      const places = found.found.places?.[number] ?? '';
      const count = found.found.counts[number] ?? 0;
      const unreleased =
        lateCounts.size === 0 ? 0 : (lateCounts.get(`${found.found.keys[number]},${places}`) ?? 0);
      if (count > unreleased) add(of, places, true, count - unreleased);
      if (unreleased > 0) add(of, places, false, unreleased);
    }
    return {
      counts,
      unknown: [...unknown].map(([bits, count]) => ({ count, missing: () => factsOf(bits) })),
      openIds: found.found.openIds,
    };
  }

  /**
   * A condition for models that may have one of the answers. All models with such an answer meet
   * it. Null if no condition helps; undefined if no model has such an answer.
   */
  async narrowing(answers: ReadonlySet<number>): Promise<Condition | null | undefined> {
    const found = await this.#found(null);
    if (found === null) return null;
    const judge = await this.#judge(found);
    const shares: ClassShare[] = [];
    // A model that was not released yet is never permitted, whatever its class.
    const isPermission = [...answers].every((answer) => answer < UNKNOWN);
    const isWanted = (of: ReadClass, places: string) =>
      answers.has(judge.judge(of, true, places).answer) ||
      (!isPermission && answers.has(judge.judge(of, false, places).answer));
    for (const [number, of] of found.classes.entries()) {
      if (number % classesAtATime === 0) await this.#context.turn.pause();
      const places = found.found.places?.[number] ?? '';
      if (isWanted(of, places)) shares.push({ key: found.found.keys[number] ?? '', places });
    }
    const ids = found.found.openIds;
    if (shares.length + ids.length === 0) return undefined;
    const classed: Condition | null =
      shares.length === found.classes.length
        ? null
        : { op: 'classed', shares, rivals: this.#rivals, ids };
    // Hardly any model is released after today.
    const wasBefore = this.#profile.use.obtainedOn !== null;
    return isPermission && wasBefore ? joined(classed, this.#releasedBy()) : classed;
  }

  /** The classes of the models in a list that were released later. Null as for all of them. */
  async #late(where: Condition | null): Promise<ClassesFound | null> {
    const later = this.#releasedLater();
    // Hardly any model is released after today, which an index tells whatever the list.
    if (where !== null && this.#profile.use.obtainedOn === null) {
      const all = await this.#found(later);
      if (all?.found.keys.length === 0 && all.found.openIds.length === 0) return all.found;
    }
    return (await this.#found(joined(where, later)))?.found ?? null;
  }

  /**
   * The classes of a list. Null if there are too many, or too many models without one, or if a
   * write removed some of them meanwhile.
   */
  async #found(where: Condition | null): Promise<Table | null> {
    const found = await this.#context.loaders.useClasses(where, this.#rivals);
    const { mostClasses, mostOpen } = classBounds;
    if (found.keys.length > mostClasses || found.openIds.length > mostOpen) return null;
    return madeOnce(tables, found, () => this.#read(found));
  }

  async #read(found: ClassesFound): Promise<Table | null> {
    const { loaders, turn } = this.#context;
    const keys = found.places === null ? found.keys : [...new Set(found.keys)];
    // Another request may make room meanwhile; these classes then stay with this one.
    const { known, unread } = loaders.classKeeper.roomFor(keys);
    if (unread.length > 0) {
      const contents = await loaders.classContents(unread);
      for (const [number, [key, content]] of [...contents].entries()) {
        if (number % classesReadAtATime === 0) await turn.pause();
        known.add(key, content);
      }
    }
    const classes: ReadClass[] = [];
    for (const key of found.keys) {
      const read = known.get(key);
      if (read === undefined) return null;
      classes.push(read);
    }
    return { found, classes, licenseIds: licensesNamedBy(classes), known };
  }

  /** A judge who knows the licenses of the classes. */
  async #judge({ licenseIds, known }: Table): Promise<ClassJudge> {
    const { loaders } = this.#context;
    const terms = await allThen([...licenseIds].map((id) => licenseTerms(id, { loaders })));
    const licenses = terms.filter((license) => license !== null);
    const byId = new Map(licenses.map((license) => [license.terms.id, license]));
    return new ClassJudge(byId, this.#profile, known.judgmentsFor(this.#profile));
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
