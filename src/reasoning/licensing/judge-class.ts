import { madeOnce } from '../../base/made-once.ts';
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

/** Any model that carries this. */
function carrying([licenses, multimodal, developerIds]: Carrier): LineageModel {
  return {
    ...{ id: '', name: '', releasedOn: null, multimodal, developerIds, derivedFrom: [] },
    licenses: licenses.map(([licenseId, artifact, expression, since, until], at) => ({
      // They stand in the order of the relations.
      relationId: String(at).padStart(6, '0'),
      ...{ licenseId, artifact, expression, since, until, evidence: null },
    })),
  };
}

/** A class made ready for many uses. */
export interface ReadClass {
  readonly useClass: UseClass;
  /** The licenses that it names. */
  readonly licenseIds: readonly string[];
  /** Parts that are the same in many classes, by their text. */
  readonly own: readonly [text: string, part: Carrier] | null;
  readonly inherited: readonly (readonly [text: string, part: Inheritance])[];
}

/** Reads a class as `useClassOf` gave it, from its JSON. */
export function readClass(content: string): ReadClass {
  const useClass = JSON.parse(content) as UseClass;
  const [own, inherited] = useClass;
  const carriers = [...(own === null ? [] : [own]), ...inherited.map(([carrier]) => carrier)];
  const licenseIds = carriers.flatMap(([edges]) => edges.map(([licenseId]) => licenseId));
  return {
    useClass,
    licenseIds: [...new Set(licenseIds)],
    own: own === null ? null : [JSON.stringify(own), own],
    inherited: inherited.map((each) => [JSON.stringify(each), each]),
  };
}

/** What a part answers, and which facts it lacks where that is UNKNOWN. */
interface Judged {
  readonly answer: number;
  readonly missing: readonly UseFact[];
}

/** Judges classes of models for one use. A part that many classes have is judged once. */
export class ClassJudge {
  readonly #licenses: Licenses;
  readonly #profile: UseProfile;
  readonly #judged = new Map<string, Judged>();
  readonly #unreleased: Judged;
  readonly #unfollowed: Judged;

  /** The licenses are all that the classes name. */
  constructor(licenses: Licenses, profile: UseProfile) {
    this.#licenses = licenses;
    this.#profile = profile;
    this.#unreleased = this.#judge(unreleased);
    this.#unfollowed = this.#judge(unfollowed);
  }

  /** The answer, as a number, for the models of the class that were released by the day, or not. */
  answer(read: ReadClass, isReleased: boolean): number {
    let worst = ALLOWED;
    for (const { answer } of this.#parts(read, isReleased)) worst = Math.max(worst, answer);
    return worst;
  }

  /** The facts that are missing where that answer is UNKNOWN. */
  missing(read: ReadClass, isReleased: boolean): readonly UseFact[] {
    const parts = [...this.#parts(read, isReleased)];
    if (parts.some(({ answer }) => answer > UNKNOWN)) return [];
    return [...new Set(parts.flatMap(({ missing }) => missing))];
  }

  /** All of them bind together. */
  *#parts({ own, inherited, useClass }: ReadClass, isReleased: boolean): Iterable<Judged> {
    const [, , open] = useClass;
    if (own === null) {
      yield this.#unfollowed;
      return;
    }
    const [text, carrier] = own;
    yield isReleased ? this.#part(text, () => this.#own(carrier)) : this.#unreleased;
    if (this.#profile.use.artifact !== 'WEIGHTS') return;
    for (const [key, each] of inherited) yield this.#part(key, () => this.#inherited(each));
    if (open) yield this.#unfollowed;
  }

  #part(text: string, bind: () => Binding): Judged {
    return madeOnce(this.#judged, text, () => this.#judge(bind()));
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
