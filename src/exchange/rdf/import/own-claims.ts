import {
  type ClaimProperty,
  claimProperties,
  type FactProperty,
  type FactValue,
  propertyOf,
} from '../../../ontology/properties.ts';
import { type RelationType, relationOf } from '../../../ontology/relations.ts';
import {
  ArtifactEnum,
  DerivationMethodEnum,
  type EntityKind,
  EvidenceEnum,
  RankEnum,
} from '../../../ontology/vocabulary.ts';
import { writtenAs } from '../../../vocab/rdf/claim-quads.ts';
import { enumerationOfFact, enumValueIn } from '../../../vocab/rdf/fact-terms.ts';
import { ownNameOf } from '../../../vocab/rdf/names.ts';
import type { Statement } from '../../../vocab/rdf/node-index.ts';
import { isRelationType, predicateOf } from '../../../vocab/rdf/predicates.ts';
import { quoted, shown } from '../../../vocab/skos/integrity.ts';
import type { EdgeStatement, FactStatement } from '../../statement.ts';
import { flagIn, type NodeReader, sourceIdIn } from './node-reader.ts';

/** The statements in the claims about an entity. */
interface OwnClaims {
  readonly facts: readonly FactStatement[];
  readonly edges: readonly EdgeStatement[];
}

/** Reads the claims about an entity, in their original order. */
export function ownClaims(
  reader: NodeReader,
  nodes: readonly string[],
  subject: { readonly id: string; readonly kind: EntityKind },
  /** Whether the files describe an entity or source with this id. */
  isDescribed: (id: string) => boolean,
): OwnClaims {
  const properties = propertiesOf(reader);
  const facts: FactStatement[] = [];
  const edges: EdgeStatement[] = [];
  const position = (node: string) => Number(reader.text(node, 'schema:position') ?? 0);
  const inOrder = nodes
    .map((node) => ({ node, position: position(node) }))
    .sort((one, other) => one.position - other.position);
  for (const { node } of inOrder) {
    const predicate = reader.one(node, 'gg:predicate');
    const property = properties.get(predicate?.object.value ?? '');
    const values = reader.all(node, 'gg:value');
    const [first] = values;
    const place = predicate?.place ?? reader.placeOf(node);
    if (property === undefined || first === undefined) {
      const what = property === undefined ? 'a property of claims, its gg:predicate' : 'a gg:value';
      reader.problem(place, 'claim', `${shown(node)}: expected ${what}`);
      continue;
    }
    const statement = statementOf(reader, node, subject.id, isDescribed);
    if (statement === null) continue;
    if (isRelationType(property)) {
      const edge = edgeOf(reader, node, property, subject.kind, first, isDescribed);
      if (edge !== null) edges.push({ ...statement, ...edge });
      continue;
    }
    if (!propertyOf(property).kinds.includes(subject.kind)) {
      const message = `${shown(node)}: expected a property of this kind of entity, not ${property}`;
      reader.problem(place, 'claim', message);
      continue;
    }
    const value = factValue(reader, node, property, values);
    if (value === null) continue;
    const valueText = reader.text(node, 'gg:writtenAs') ?? writtenAs(value);
    facts.push({ ...statement, property, value, valueText });
  }
  return { facts, edges };
}

const known = new WeakMap<object, ReadonlyMap<string, ClaimProperty>>();

/** The property of each predicate. */
function propertiesOf({ names }: NodeReader): ReadonlyMap<string, ClaimProperty> {
  const found =
    known.get(names) ??
    new Map(claimProperties.map((each) => [names.node(predicateOf(each)).value, each] as const));
  known.set(names, found);
  return found;
}

function statementOf(
  reader: NodeReader,
  node: string,
  subjectId: string,
  isDescribed: (id: string) => boolean,
) {
  const source = reader.one(node, 'prov:wasDerivedFrom');
  const sourceId = source === null ? null : sourceIdIn(source.object);
  if (sourceId === null || !isDescribed(sourceId)) {
    const place = source?.place ?? reader.placeOf(node);
    const message = `${shown(node)}: expected a source that is described, its prov:wasDerivedFrom`;
    reader.problem(place, 'claim', message);
    return null;
  }
  return {
    ...{ subjectId, sourceId },
    artifact: reader.value(node, 'gg:artifact', ArtifactEnum),
    asOf: reader.date(node, 'gg:asOf'),
    rank: reader.value(node, 'gg:rank', RankEnum) ?? ('NORMAL' as const),
    evidence: reader.value(node, 'gg:evidence', EvidenceEnum),
    note: reader.text(node, 'rdfs:comment'),
  };
}

function edgeOf(
  reader: NodeReader,
  node: string,
  type: RelationType,
  from: EntityKind,
  { object, place }: Statement,
  isDescribed: (id: string) => boolean,
) {
  const to = object.termType === 'NamedNode' ? ownNameOf(object.value) : null;
  const declared = relationOf(type);
  const fits =
    to !== null &&
    to.kind !== null &&
    declared.from.includes(from) &&
    declared.to.includes(to.kind) &&
    isDescribed(to.id);
  if (!fits) {
    const kinds = declared.to.join(' or ').toLowerCase();
    const message = `${shown(node)}: expected ${type} to lead to a ${kinds} that is described, found ${quoted(object.value)}`;
    reader.problem(place, 'claim', message);
    return null;
  }
  return {
    ...{ type, objectId: to.id },
    expression: reader.text(node, 'gg:expression'),
    since: reader.date(node, 'gg:since'),
    until: reader.date(node, 'gg:until'),
    method: reader.value(node, 'gg:method', DerivationMethodEnum),
  };
}

function factValue(
  reader: NodeReader,
  node: string,
  property: FactProperty,
  values: readonly Statement[],
): FactValue | null {
  const { type, value: schema } = propertyOf(property);
  const declared = enumerationOfFact(property);
  const read = values.map(({ object }) => {
    if (declared !== null) return enumValueIn(declared, reader.names.own, object);
    if (type === 'count') return Number(object.value);
    return type === 'flag' ? flagIn(object) : object.value;
  });
  const isList = Array.isArray(type);
  if (!isList && read.length > 1) {
    reader.problem(reader.placeOf(node), 'several-values', `${shown(node)}: expected one gg:value`);
    return null;
  }
  return reader.checked(node, property, schema, isList ? read : read[0]);
}
