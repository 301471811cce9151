import { madeOnce } from '../../base/made-once.ts';
import { valuesOf } from '../../ontology/enumeration.ts';
import { type UseFact, UseFactEnum } from '../../ontology/use-vocabulary.ts';
import type { Artifact } from '../../ontology/vocabulary.ts';
import { earlierSpan, type Span, spanOfDay } from '../claims/days.ts';
import { UNKNOWN } from './answer-order.ts';
import type { Binding } from './binding.ts';
import { bindingAnswer } from './binding-answer.ts';
import { bitsOf } from './bits.ts';
import { licensesInForce } from './in-force.ts';
import { type CompiledLicense, pathOf } from './license-terms.ts';
import type { LineageGraph, LineageModel } from './lineage-graph.ts';
import {
  type Carrier,
  type Inheritance,
  type RivalShare,
  rivalParts,
  type UseClass,
} from './use-class.ts';
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

/** A model with only the facts of this carrier, from this licensor if it has one. */
function carrying([licenses, multimodal, has]: Carrier, licensorId: string): LineageModel {
  const developerIds = has ? [licensorId] : [];
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
export type Part = (
  | { readonly is: 'OWN'; readonly carrier: Carrier }
  | { readonly is: 'INHERITED'; readonly inheritance: Inheritance }
) & {
  /** Its number among the parts of a reader. */
  readonly at: number;
  /** The licenses that it names. */
  readonly licenseIds: readonly string[];
};

/** A class that is prepared for many uses. */
export interface ReadClass {
  /** Null if nothing is known about the model. */
  readonly own: Part | null;
  readonly inherited: readonly Part[];
  readonly open: boolean;
}

/** Reads classes. Those that it reads share equal parts. */
export class ClassReader {
  readonly #parts = new Map<string, Part>();

  /** The number of different parts that were read. */
  get size(): number {
    return this.#parts.size;
  }

  /** Reads a class from the JSON that `useClassOf` wrote. */
  read(content: string): ReadClass {
    const [own, inherited, open] = JSON.parse(content) as UseClass;
    return {
      own: own && this.#shared({ is: 'OWN', carrier: own }, own),
      inherited: inherited.map((inheritance) =>
        this.#shared({ is: 'INHERITED', inheritance }, inheritance[0]),
      ),
      open,
    };
  }

  #shared(
    part:
      | { readonly is: 'OWN'; readonly carrier: Carrier }
      | { readonly is: 'INHERITED'; readonly inheritance: Inheritance },
    [edges]: Carrier,
  ): Part {
    return madeOnce(this.#parts, JSON.stringify(part), () => {
      const licenseIds = [...new Set(edges.map(([licenseId]) => licenseId))];
      return { ...part, at: this.#parts.size, licenseIds };
    });
  }
}

/** The licenses that classes name. */
export function licensesNamedBy(classes: readonly ReadClass[]): ReadonlySet<string> {
  const seen: boolean[] = [];
  const found = new Set<string>();
  const add = ({ at, licenseIds }: Part) => {
    if (seen[at]) return;
    seen[at] = true;
    for (const id of licenseIds) found.add(id);
  };
  for (const { own, inherited } of classes) {
    if (own !== null) add(own);
    for (const part of inherited) add(part);
  }
  return found;
}

/** An answer as a number, and the missing facts as bits if it is UNKNOWN. */
export interface Judged {
  readonly answer: number;
  readonly missing: number;
}

const allFacts = valuesOf(UseFactEnum);
const factBits = bitsOf(allFacts);

/** The facts of these bits. */
export function factsOf(bits: number): readonly UseFact[] {
  return allFacts.filter((fact) => (factBits([fact]) & bits) !== 0);
}

/** The judgment of parts that both bind. Nothing is missing where one of them is worse than UNKNOWN. */
function together(one: Judged, other: Judged): Judged {
  if (one.answer !== other.answer) return one.answer > other.answer ? one : other;
  const missing = one.missing | other.missing;
  return missing === one.missing ? one : { answer: one.answer, missing };
}

/** A judgment of a part, with the licenses that it rests on. */
interface Judgment {
  readonly judged: Judged;
  readonly licenses: readonly (CompiledLicense | undefined)[];
  /** The last judge who found that it stands. */
  judge: ClassJudge;
}

/**
 * The judgments of a reader's parts for one use: for each part that of other licensors, then that of
 * rivals. A judgment stands as long as its licenses are the same.
 */
export type Judgments = Judgment[];

type Rivals = ReadonlyMap<number, RivalShare>;
const noRivals: Rivals = new Map();
/** No organization has this id. */
const somebody = '';

function rivalsAt(places: string): Rivals {
  return places === '' ? noRivals : rivalParts(places.split(','));
}

/** Judges classes of models for one use. Results for shared parts are computed once. */
export class ClassJudge {
  readonly #licenses: Licenses;
  readonly #profile: UseProfile;
  readonly #judgments: Judgments;
  readonly #unreleased: Judged;
  readonly #unfollowed: Judged;

  /**
   * `licenses` has all licenses that the classes name. `judgments` are for the same use, and may be
   * of an earlier state of the graph.
   */
  constructor(licenses: Licenses, profile: UseProfile, judgments: Judgments = []) {
    this.#licenses = licenses;
    this.#profile = profile;
    this.#judgments = judgments;
    this.#unreleased = this.#judge(unreleased);
    this.#unfollowed = this.#judge(unfollowed);
  }

  /**
   * The judgment for the models of the class that were released by the day, or that were not.
   * `places` are those of rivals that the use names, joined by commas.
   */
  judge({ own, inherited, open }: ReadClass, isReleased: boolean, places = ''): Judged {
    if (own === null) return this.#unfollowed;
    const rivals = rivalsAt(places);
    let judged = isReleased ? this.#share(own, rivals.get(0)) : this.#unreleased;
    if (this.#profile.use.artifact !== 'WEIGHTS') return judged;
    for (const [at, part] of inherited.entries()) {
      judged = together(judged, this.#share(part, rivals.get(at + 1)));
    }
    return open ? together(judged, this.#unfollowed) : judged;
  }

  /** The judgment of a part that comes from rivals, from others or from both. */
  #share(part: Part, rivals: RivalShare | undefined): Judged {
    if (rivals === undefined) return this.#part(part, false);
    const ofRivals = this.#part(part, true);
    return rivals === 'ALL' ? ofRivals : together(ofRivals, this.#part(part, false));
  }

  #part(part: Part, isOfRival: boolean): Judged {
    const at = 2 * part.at + Number(isOfRival);
    const kept = this.#judgments[at];
    if (kept?.judge === this) return kept.judged;
    const licenses = part.licenseIds.map((id) => this.#licenses.get(id));
    if (kept?.licenses.every((license, at) => license === licenses[at])) {
      kept.judge = this;
      return kept.judged;
    }
    const licensorId = isOfRival ? (this.#profile.use.competesWith?.[0] ?? somebody) : somebody;
    const judged = this.#judge(
      part.is === 'OWN'
        ? this.#own(part.carrier, licensorId)
        : this.#inherited(part.inheritance, licensorId),
    );
    this.#judgments[at] = { judged, licenses, judge: this };
    return judged;
  }

  #judge(binding: Binding): Judged {
    const answer = bindingAnswer(binding, this.#profile);
    const missing = answer === UNKNOWN ? useVerdict(binding, this.#profile).missing : [];
    return { answer, missing: factBits(missing) };
  }

  #own(carrier: Carrier, licensorId: string): Binding {
    const { use, day } = this.#profile;
    return this.#inForce(carrying(carrier, licensorId), use.artifact, spanOfDay(day), 0);
  }

  #inherited([carrier, methods, taken]: Inheritance, licensorId: string): Binding {
    const day = spanOfDay(this.#profile.day);
    const by = taken === null ? day : earlierSpan(day, { first: taken[0], last: taken[1] });
    const path = pathOf(methods);
    return this.#inForce(carrying(carrier, licensorId), 'WEIGHTS', by, path);
  }

  #inForce(model: LineageModel, artifact: Artifact, taken: Span, path: number): Binding {
    const graph = { models: noModels, licenses: this.#licenses };
    return licensesInForce(graph, { model, artifact, taken, via: [], path });
  }
}
