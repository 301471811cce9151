import { compareText } from '../../base/compare-text.ts';
import { allThen } from '../../base/promises.ts';
import { JudgedTable } from '../../loaders/judged-table.ts';
import type { ClassTable } from '../../loaders/known-classes.ts';
import { licenseTerms } from '../../loaders/license-loader.ts';
import { classBounds } from '../../loaders/loaders.ts';
import type { UseFact } from '../../ontology/use-vocabulary.ts';
import { answersInOrder, UNKNOWN } from '../../reasoning/licensing/answer-order.ts';
import {
  ClassJudge,
  factsOf,
  type Judged,
  licensesNamedBy,
  type ReadClass,
} from '../../reasoning/licensing/judge-class.ts';
import type { UseProfile } from '../../reasoning/licensing/use-profile.ts';
import type { Condition } from '../../store/list-condition.ts';
import type { ClassesFound, EntityPart } from '../../store/reads.ts';
import { keysIn } from '../../store/use-class-text.ts';
import type { GraphContext } from '../context.ts';
import { releaseDay } from './judge-models.ts';

const classesAtATime = 1000;
const classesReadAtATime = 200;

/** The classes of a list, and the table for them. */
interface Found extends ClassesFound {
  readonly table: ClassTable;
}

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

/** The models of a list that may have some answers. */
interface Narrowed {
  /** All models with such an answer meet it. Null if no condition helps. */
  readonly where: Condition | null;
  /** Whether a model that meets it has such an answer for certain, by its class and its day. */
  isSure(model: EntityPart): boolean;
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
    const { released, unreleased } = await this.#judged(found.table);
    const { keys, places } = found.table;
    const lateCounts = new Map(
      keysIn(late.keys).map((key, at) => [
        `${key},${late.places?.[at] ?? ''}`,
        late.counts[at] ?? 0,
      ]),
    );
    const counts = answersInOrder.map(() => 0);
    const unknown = new Map<number, number>();
    // Models of one class are judged together: those that were released by the day, or that were not.
    const add = ({ answer, missing }: Judged, count: number) => {
      counts[answer] = (counts[answer] ?? 0) + count;
      if (answer === UNKNOWN) unknown.set(missing, (unknown.get(missing) ?? 0) + count);
    };
    for (const [at, judged] of released.entries()) {
      if (at % classesAtATime === 0) await this.#context.turn.pause();
      const count = found.counts[at] ?? 0;
      const later =
        lateCounts.size === 0 ? 0 : (lateCounts.get(`${keys[at]},${places?.[at] ?? ''}`) ?? 0);
      if (count > later) add(judged, count - later);
      if (later > 0) add(unreleased[at] ?? judged, later);
    }
    return {
      counts,
      unknown: [...unknown].map(([bits, count]) => ({ count, missing: () => factsOf(bits) })),
      openIds: found.openIds,
    };
  }

  /** Narrows a list to models that may have one of the answers. Undefined if none has. */
  async narrowing(answers: ReadonlySet<number>): Promise<Narrowed | undefined> {
    if (answers.size === answersInOrder.length) return { where: null, isSure: () => true };
    const found = await this.#found(null);
    if (found === null) return { where: null, isSure: () => false };
    const judged = await this.#judged(found.table);
    // A model that was not released yet is never permitted, whatever its class.
    const isPermission = [...answers].every((answer) => answer < UNKNOWN);
    const { keys, apart, isSure } = judged.withAnswers(answers, !isPermission);
    const ids = found.openIds;
    if (keys === '' && apart.length + ids.length === 0) return undefined;
    // Needed even for all known classes: a model that was written since is in none of them.
    const classed: Condition = { op: 'classed', keys, apart, rivals: this.#rivals, ids };
    // Hardly any model is released after today.
    const wasBefore = this.#profile.use.obtainedOn !== null;
    const open = new Set(ids);
    return {
      where: isPermission && wasBefore ? joined(classed, this.#releasedBy()) : classed,
      isSure: (model) =>
        !open.has(model.id) && (this.#isReleased(model) ? isSure.released : isSure.unreleased),
    };
  }

  /** The classes of the models in a list that were released later. Null as for all of them. */
  async #late(where: Condition | null): Promise<ClassesFound | null> {
    const later = this.#releasedLater();
    // Hardly any model is released after today, which an index tells whatever the list.
    if (where !== null && this.#profile.use.obtainedOn === null) {
      const all = await this.#classes(later);
      if (all?.counts.length === 0 && all.openIds.length === 0) return all;
    }
    return this.#classes(joined(where, later));
  }

  /** The classes of a list. Null if there are too many, or too many models without one. */
  async #classes(where: Condition | null): Promise<ClassesFound | null> {
    const found = await this.#context.loaders.useClasses(where, this.#rivals);
    const { mostClasses, mostOpen } = classBounds;
    return found.counts.length > mostClasses || found.openIds.length > mostOpen ? null : found;
  }

  /** The same with their table. Null also if a write removed some of them meanwhile. */
  async #found(where: Condition | null): Promise<Found | null> {
    const found = await this.#classes(where);
    const table = found && (await this.#table(found));
    return found && table && { ...found, table };
  }

  /** Most questions find the same classes, so that their table is kept by its text. */
  async #table(found: ClassesFound): Promise<ClassTable | null> {
    const { loaders, turn } = this.#context;
    const { places } = found;
    const text = places === null ? found.keys : `${found.keys}\n${places.join(' ')}`;
    const kept = loaders.classKeeper.tableOf(text);
    if (kept !== undefined) return kept;
    const keys = keysIn(found.keys);
    const distinct = places === null ? keys : [...new Set(keys)];
    // Another request may make room meanwhile; these classes then stay with this one.
    const { known, unread } = loaders.classKeeper.roomFor(distinct);
    if (unread.length > 0) {
      const contents = await loaders.classContents(unread);
      for (const [number, [key, content]] of [...contents].entries()) {
        if (number % classesReadAtATime === 0) await turn.pause();
        known.add(key, content);
      }
    }
    const classes: ReadClass[] = [];
    for (const key of keys) {
      const read = known.get(key);
      if (read === undefined) return null;
      classes.push(read);
    }
    const table = { keys, classes, places, licenseIds: [...licensesNamedBy(classes)], known };
    known.tables.set(text, table);
    return table;
  }

  /** The judgments of a table. They are kept as long as they rest on the same licenses. */
  async #judged(table: ClassTable): Promise<JudgedTable> {
    const { loaders, turn } = this.#context;
    const { classes, places, licenseIds, known } = table;
    const licenses = await allThen(licenseIds.map((id) => licenseTerms(id, { loaders })));
    const kept = known.judgedTable(table, this.#profile, licenses);
    if (kept !== undefined) return kept;
    const byId = new Map(
      licenses.flatMap((each) => (each === null ? [] : [[each.terms.id, each]])),
    );
    const judge = new ClassJudge(byId, this.#profile, known.judgmentsFor(this.#profile));
    const released: Judged[] = [];
    const unreleased: Judged[] = [];
    for (const [at, each] of classes.entries()) {
      if (at % classesAtATime === 0) await turn.pause();
      released.push(judge.judge(each, true, places?.[at]));
      unreleased.push(judge.judge(each, false, places?.[at]));
    }
    const judged = new JudgedTable(table, licenses, released, unreleased);
    known.keepJudged(table, this.#profile, judged);
    return judged;
  }

  /** The release of a model counts as its first possible day. */
  #releasedLater(): Condition {
    // A text that sorts between this day and the next.
    return { op: 'range', property: releaseDay, min: `${this.#profile.day}+`, max: null };
  }

  #releasedBy(): Condition {
    return { op: 'range', property: releaseDay, min: null, max: this.#profile.day };
  }

  #isReleased({ [releaseDay]: day }: EntityPart): boolean {
    return typeof day === 'string' && day <= this.#profile.day;
  }
}

/** The condition that both hold. */
export function joined(one: Condition | null, other: Condition | null): Condition | null {
  if (one === null || other === null) return one ?? other;
  return { op: 'all', of: [one, other] };
}
