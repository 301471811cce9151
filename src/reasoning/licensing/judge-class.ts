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

/** The licenses that a class names. */
export function licensesIn([own, inherited]: UseClass): readonly string[] {
  const carriers = [...(own === null ? [] : [own]), ...inherited.map(([carrier]) => carrier)];
  return [...new Set(carriers.flatMap(([edges]) => edges.map(([licenseId]) => licenseId)))];
}

/** Judges classes of models for one use. What many classes share is judged once. */
export class ClassJudge {
  readonly #licenses: Licenses;
  readonly #profile: UseProfile;
  readonly #answers = new Map<string, number>();

  /** The licenses are all that the classes name. */
  constructor(licenses: Licenses, profile: UseProfile) {
    this.#licenses = licenses;
    this.#profile = profile;
  }

  /** The answer, as a number, for the models of the class that were released by the day, or not. */
  answer([own, inherited, open]: UseClass, isReleased: boolean): number {
    const { artifact } = this.#profile.use;
    if (own === null) return UNKNOWN;
    let worst = isReleased ? this.#part(own, () => this.#own(own)) : UNKNOWN;
    if (artifact !== 'WEIGHTS') return worst;
    for (const each of inherited) {
      worst = Math.max(
        worst,
        this.#part(each, () => this.#inherited(each)),
      );
    }
    return open ? Math.max(worst, UNKNOWN) : worst;
  }

  /** The facts that are missing where the answer is unknown. */
  missing(useClass: UseClass, isReleased: boolean): readonly UseFact[] {
    const [own, inherited, open] = useClass;
    if (own === null) return useVerdict(unfollowed, this.#profile).missing;
    const binding = isReleased ? this.#own(own) : unreleased;
    const { artifact } = this.#profile.use;
    const more =
      artifact === 'WEIGHTS'
        ? [...inherited.map((each) => this.#inherited(each)), ...(open ? [unfollowed] : [])]
        : [];
    const whole: Binding = more.length === 0 ? binding : { kind: 'ALL', of: [binding, ...more] };
    return useVerdict(whole, this.#profile).missing;
  }

  #part(part: Carrier | Inheritance, bind: () => Binding): number {
    return madeOnce(this.#answers, JSON.stringify(part), () =>
      Math.max(ALLOWED, bindingAnswer(bind(), this.#profile)),
    );
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
