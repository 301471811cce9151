import type { Quad } from 'n3';
import { DataFactory } from 'n3';
import { kindOfId } from '../../ontology/ids.ts';
import { nameLanguageOf } from '../../ontology/name-language.ts';
import type { FactValue } from '../../ontology/properties.ts';
import type { ClaimRecord, EntityRecord, RelationRecord } from '../../ontology/records.ts';
import type { RelationType } from '../../ontology/relations.ts';
import {
  ArtifactEnum,
  DerivationMethodEnum,
  type EntityKind,
  EvidenceEnum,
  RankEnum,
} from '../../ontology/vocabulary.ts';
import { factTerms } from './fact-terms.ts';
import type { Names } from './names.ts';
import { isRelationType, predicateOf } from './predicates.ts';
import { countTerm, dateTerm, plainTerm, textTerm } from './terms.ts';

const { namedNode, quad } = DataFactory;

interface End {
  readonly id: string;
  readonly kind: EntityKind;
}

/** The statements of a relation about its ends, seen from the end where it starts. */
export function* relationQuads(
  type: RelationType,
  from: End,
  to: End,
  names: Names,
): Generator<Quad> {
  const subject = names.entity(from);
  const object = names.entity(to);
  const concepts = from.kind === 'TERM' && to.kind === 'TERM';
  const predicate = type === 'RELATED_TO' && concepts ? 'skos:related' : predicateOf(type);
  yield quad(subject, names.node(predicate), object);
}

/** The usual notation of a value, to compare with that of the source: "128K". */
export function writtenAs(value: FactValue): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** The statements of a claim: its subject and value, its source, date and support. */
export function* claimQuads(
  claim: ClaimRecord,
  subject: EntityRecord,
  relation: RelationRecord | null,
  names: Names,
): Generator<Quad> {
  const about = names.entity(subject);
  const node = namedNode(`${about.value}#claim-${claim.id.slice(claim.id.indexOf(':') + 1)}`);
  const language = nameLanguageOf(subject);
  const is = (curie: Parameters<Names['node']>[0]) => names.node(curie);
  yield quad(node, is('rdf:type'), is('gg:Claim'));
  yield quad(node, is('gg:about'), about);
  yield quad(node, is('gg:predicate'), is(predicateOf(claim.property)));
  if (relation === null) {
    if (isRelationType(claim.property) || claim.value === null) return;
    const value = JSON.parse(claim.value) as FactValue;
    for (const term of factTerms(claim.property, value, language, names)) {
      yield quad(node, is('gg:value'), term);
    }
    if (claim.valueText !== writtenAs(value)) {
      yield quad(node, is('gg:writtenAs'), plainTerm(claim.valueText));
    }
  } else {
    const { fromId, toId, expression } = relation;
    const id = claim.subjectId === fromId ? toId : fromId;
    yield quad(node, is('gg:value'), names.entity({ id, kind: kindOfId(id) ?? 'TERM' }));
    if (expression !== null) yield quad(node, is('gg:expression'), plainTerm(expression));
    if (claim.method !== null) {
      yield quad(node, is('gg:method'), names.value(DerivationMethodEnum, claim.method));
    }
  }
  const { artifact, since, until, asOf, evidence, note } = claim;
  if (artifact !== null) yield quad(node, is('gg:artifact'), names.value(ArtifactEnum, artifact));
  if (since !== null) yield quad(node, is('gg:since'), dateTerm(since));
  if (until !== null) yield quad(node, is('gg:until'), dateTerm(until));
  yield quad(node, is('prov:wasDerivedFrom'), names.source(claim.sourceId));
  if (asOf !== null) yield quad(node, is('gg:asOf'), dateTerm(asOf));
  yield quad(node, is('gg:rank'), names.value(RankEnum, claim.rank));
  if (evidence !== null) yield quad(node, is('gg:evidence'), names.value(EvidenceEnum, evidence));
  if (note !== null) yield quad(node, is('rdfs:comment'), textTerm(note, 'en'));
  yield quad(node, is('schema:position'), countTerm(positionIn(claim)));
}

/** Its position among the claims on one property of its subject, as given. */
function positionIn({ sort }: ClaimRecord): number {
  const [, , position = '0'] = sort.split('.', 3);
  return Number(position);
}
