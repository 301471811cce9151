import { madeOnce } from '../../base/made-once.ts';
import { mapInSteps, type Steps } from '../../base/steps.ts';
import type { UseFact } from '../../ontology/use-vocabulary.ts';
import type { Artifact } from '../../ontology/vocabulary.ts';
import { earlierSpan, type Span, spanOfDay } from '../claims/days.ts';
import { ALLOWED, UNKNOWN } from './answer-order.ts';
import type { Binding } from './binding.ts';
import { bindingAnswer } from './binding-answer.ts';
import { licensesInForce } from './in-force.ts';
import { methodBit } from './license-terms.ts';
import type { LineageGraph, LineageModel } from './lineage-graph.ts';
import type { Carrier, Inheritance, UseClass } from './use-class.ts';
import type { UseProfile } from './use-profile.ts';
import { useVerdict } from './use-verdict.ts';

type Licenses = LineageGraph['licenses'];

const noClass: ReadClass = { own: null, inherited: [], open: true };
const noModels: LineageGraph['models'] = new Map();
const unreleased: Binding = {
  kind: 'UNKNOWN',
  via: [],
  missing: 'LICENSE_IN_FORCE',
  explanation: 'It was released later.',
};
const unfollowed: Binding = {
  kind: 'UNKNOWN',
  via: [],
  missing: 'LINEAGE',
  explanation: 'A part of the lineage is not known.',
};

/** A model with only the facts of this carrier. */
function carrying([licenses, multimodal, developerIds]: Carrier): LineageModel {
  return {
    ...{ id: '', name: '', releasedOn: null, multimodal, developerIds, derivedFrom: [] },
    licenses: licenses.map(([licenseId, artifact, expression, since, until], at) => ({
      // Ids in the order of the relations.
      relationId: String(at).padStart(6, '0'),
      ...{ licenseId, artifact, expression, since, until, evidence: null },
    })),
  };
}

/** A part of the binding: a model's own licenses, or those inherited from another model. */
type Part =
  | { readonly is: 'OWN'; readonly carrier: Carrier }
  | { readonly is: 'INHERITED'; readonly inheritance: Inheritance };

/** A class, given by the numbers of its parts. */
interface ReadClass {
  /** Null if nothing is known about the model. */
  readonly own: number | null;
  readonly inherited: readonly number[];
  readonly open: boolean;
}

/** Classes that are prepared for many uses. A part that several classes share is stored once. */
export interface ReadClasses {
  readonly parts: readonly Part[];
  readonly classes: readonly ReadClass[];
  /** The licenses that the classes name. */
  readonly licenseIds: readonly string[];
}

const classesInStep = 200;

/** Reads classes from the JSON that `useClassOf` wrote. */
export function* readClasses(contents: readonly string[]): Steps<ReadClasses> {
  const parts: Part[] = [];
  const numbers = new Map<string, number>();
  const licenseIds = new Set<string>();
  const numberOf = (part: Part, carrier: Carrier) =>
    madeOnce(numbers, JSON.stringify(part), () => {
      for (const [licenseId] of carrier[0]) licenseIds.add(licenseId);
      return parts.push(part) - 1;
    });
  const classes = yield* mapInSteps(contents, classesInStep, (content): ReadClass => {
    const [own, inherited, open] = JSON.parse(content) as UseClass;
    return {
      own: own === null ? null : numberOf({ is: 'OWN', carrier: own }, own),
      inherited: inherited.map((inheritance) =>
        numberOf({ is: 'INHERITED', inheritance }, inheritance[0]),
      ),
      open,
    };
  });
  return { parts, classes, licenseIds: [...licenseIds] };
}

/** The answer of a part, and the missing facts if it is UNKNOWN. */
interface Judged {
  readonly answer: number;
  readonly missing: readonly UseFact[];
}

/** Judges classes of models for one use. Results for shared parts are computed once. */
export class ClassJudge {
  readonly #read: ReadClasses;
  readonly #licenses: Licenses;
  readonly #profile: UseProfile;
  readonly #judged: Judged[] = [];
  readonly #unreleased: Judged;
  readonly #unfollowed: Judged;

  /** `licenses` has all licenses that the classes name. */
  constructor(read: ReadClasses, licenses: Licenses, profile: UseProfile) {
    this.#read = read;
    this.#licenses = licenses;
    this.#profile = profile;
    this.#unreleased = this.#judge(unreleased);
    this.#unfollowed = this.#judge(unfollowed);
  }

  /**
   * The answer, as a number, for the models of the class that were released by the day, or that
   * were not.
   */
  answer(at: number, isReleased: boolean): number {
    let worst = ALLOWED;
    for (const { answer } of this.#parts(at, isReleased)) worst = Math.max(worst, answer);
    return worst;
  }

  /** The facts that are missing if the answer is unknown. */
  missing(at: number, isReleased: boolean): readonly UseFact[] {
    const parts = this.#parts(at, isReleased);
    if (parts.some(({ answer }) => answer > UNKNOWN)) return [];
    return [...new Set(parts.flatMap(({ missing }) => missing))];
  }

  /** All of them bind together. */
  #parts(at: number, isReleased: boolean): readonly Judged[] {
    const { own, inherited, open } = this.#read.classes[at] ?? noClass;
    if (own === null) return [this.#unfollowed];
    const first = isReleased ? this.#part(own) : this.#unreleased;
    if (this.#profile.use.artifact !== 'WEIGHTS') return [first];
    const parts = inherited.map((number) => this.#part(number));
    return open ? [first, ...parts, this.#unfollowed] : [first, ...parts];
  }

  #part(number: number): Judged {
    const known = this.#judged[number];
    if (known !== undefined) return known;
    const part = this.#read.parts[number];
    if (part === undefined) return this.#unfollowed;
    const judged = this.#judge(
      part.is === 'OWN' ? this.#own(part.carrier) : this.#inherited(part.inheritance),
    );
    this.#judged[number] = judged;
    return judged;
  }

  #judge(binding: Binding): Judged {
    const answer = bindingAnswer(binding, this.#profile);
    const missing = answer === UNKNOWN ? useVerdict(binding, this.#profile).missing : [];
    return { answer, missing };
  }

  #own(carrier: Carrier): Binding {
    const { use, day } = this.#profile;
    return this.#inForce(carrier, use.artifact, spanOfDay(day), 0);
  }

  #inherited([carrier, methods, taken]: Inheritance): Binding {
    const day = spanOfDay(this.#profile.day);
    const by = taken === null ? day : earlierSpan(day, { first: taken[0], last: taken[1] });
    const path = methods.reduce((bits, method) => bits | methodBit(method), 0);
    return this.#inForce(carrier, 'WEIGHTS', by, path);
  }

  #inForce(carrier: Carrier, artifact: Artifact, taken: Span, path: number): Binding {
    const graph = { models: noModels, licenses: this.#licenses };
    return licensesInForce(graph, { model: carrying(carrier), artifact, taken, via: [], path });
  }
}
