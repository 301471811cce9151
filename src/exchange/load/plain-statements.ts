import { nameLanguageOf, statedLanguage } from '../../ontology/name-language.ts';
import { claimProperties, type FactValue } from '../../ontology/properties.ts';
import type { ClaimRecord, RelationRecord } from '../../ontology/records.ts';
import type { RelationType } from '../../ontology/relations.ts';
import type { EntityInput } from '../../store/graph-store.ts';
import type { EdgeStatement, EntityHead, FactStatement } from '../statement.ts';
import type { EntityStatements } from '../statement-stream.ts';
import { labelsOf } from './entity-records.ts';
import { ClaimCollection, positionIn } from './fold-claims.ts';

// The records of a single data set contain all of its statements, so the statements need not be
// stored beside them. Plain statements have the form that such records give back.

type Placed<Statement> = readonly [place: readonly [property: number, at: number], Statement];

/** Converts statements to the form that records give back. */
export function plainStatements(
  { head, facts, edges }: EntityStatements,
  nameOf: (id: string) => string,
): EntityStatements {
  const collection = new ClaimCollection();
  for (const fact of facts) collection.addFact(fact);
  for (const edge of edges) collection.addEdge(edge, nameOf(edge.objectId));
  const claims = [...collection.byId.values()];
  const placeOf = (claim: (typeof claims)[number]) =>
    [claimProperties.indexOf(claim.property), claim.position] as const;
  return {
    head: { ...head, aliases: [], labels: labelsOf(head) },
    facts: inPlace(
      claims.flatMap((claim): Placed<FactStatement>[] =>
        claim.edge === null
          ? [[placeOf(claim), factOf(claim, claim.property, claim.value as FactValue)]]
          : [],
      ),
    ),
    edges: inPlace(
      claims.flatMap((claim): Placed<EdgeStatement>[] => {
        const { edge } = claim;
        if (edge === null) return [];
        return [[placeOf(claim), edgeOf(claim, edge, edge.objectId)]];
      }),
    ),
  };
}

/** Restores the statements of a single data set from the records. */
export function statementsOfRecords(
  record: EntityInput,
  claims: readonly ClaimRecord[],
  relations: ReadonlyMap<string, RelationRecord>,
): EntityStatements {
  const placeOf = (claim: ClaimRecord) =>
    [claimProperties.indexOf(claim.property), positionIn(claim)] as const;
  return {
    head: headOf(record),
    facts: inPlace(
      claims.flatMap((claim): Placed<FactStatement>[] =>
        claim.value === null
          ? []
          : [[placeOf(claim), factOf(claim, claim.property, JSON.parse(claim.value) as FactValue)]],
      ),
    ),
    edges: inPlace(
      claims.flatMap((claim): Placed<EdgeStatement>[] => {
        const relation = relations.get(claim.relationId ?? '');
        if (relation === undefined) return [];
        const { fromId, toId } = relation;
        const objectId = fromId === claim.subjectId ? toId : fromId;
        return [[placeOf(claim), edgeOf(claim, relation, objectId)]];
      }),
    ),
  };
}

type Said = Pick<
  ClaimRecord,
  | 'subjectId'
  | 'artifact'
  | 'sourceId'
  | 'asOf'
  | 'rank'
  | 'evidence'
  | 'note'
  | 'valueText'
  | 'method'
>;

function saidIn({ subjectId, artifact, sourceId, asOf, rank, evidence, note }: Said) {
  return { subjectId, artifact, sourceId, asOf, rank, evidence, note };
}

function factOf(claim: Said, property: string, value: FactValue): FactStatement {
  const { valueText } = claim;
  return { ...saidIn(claim), property: property as FactStatement['property'], value, valueText };
}

function edgeOf(
  claim: Said,
  edge: Pick<RelationRecord, 'type' | 'expression' | 'since' | 'until'>,
  objectId: string,
): EdgeStatement {
  const { expression, since, until } = edge;
  const type = edge.type as RelationType;
  const { method, valueText } = claim;
  const objectName = expression === null ? valueText : null;
  return { ...saidIn(claim), type, objectId, expression, since, until, method, objectName };
}

function inPlace<Statement>(placed: Placed<Statement>[]): Statement[] {
  placed.sort(([one], [other]) => one[0] - other[0] || one[1] - other[1]);
  return placed.map(([, statement]) => statement);
}

function headOf(record: EntityInput): EntityHead {
  const { kind, id, slug, formerSlugs, name, labels, summary } = record;
  const { status, replacedById, exactMatch, closeMatch } = record;
  return {
    ...{ kind, id, slug, formerSlugs, name, aliases: [], labels, summary },
    ...statedLanguage(nameLanguageOf({ name, labels })),
    ...{ status, replacedById, exactMatch, closeMatch, own: ownOf(record) },
  };
}

function ownOf(record: EntityInput): EntityHead['own'] {
  if (record.kind === 'TERM') return { termKind: record.termKind, faqs: record.faqs };
  if (record.kind !== 'LICENSE') return {};
  const { identifiers, documents, clauses, clausesComplete } = record;
  return { identifiers, documents, clauses, clausesComplete };
}
