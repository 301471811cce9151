import type { ClauseRecord } from '../../ontology/clause.ts';
import { type ClauseContext, clauseRecords, zSeedClauses } from '../../ontology/clause-seed.ts';
import { entityId, sourceId } from '../../ontology/ids.ts';
import type { SourceRecord } from '../../ontology/records.ts';
import { EntityStatusEnum, EvidenceEnum, IdentifierSchemeEnum } from '../../ontology/vocabulary.ts';
import type { EdgeStatement, EntityHead, FactStatement, Statements } from '../statement.ts';
import { documentsOf } from './license-documents.ts';
import { dateText, list, mapping, oneOf, text, texts } from './loose.ts';
import type { DraftEdge, DraftFact, EntityDraft, SourceDraft } from './seed-draft.ts';
import type { SeedIndex } from './seed-index.ts';

function idOf({ kind, id }: EntityDraft): string {
  return entityId(kind, id);
}

/** Returns a value that checked data must have. If it is missing, the check has a bug. */
function required<Value>(value: Value | null, what: string, { file }: EntityDraft): Value {
  if (value === null) throw new Error(`${file.file}: ${what} was not checked`);
  return value;
}

/** A value as written: "128K", "TEXT, IMAGE". */
function writtenText({ written }: DraftFact): string {
  return Array.isArray(written) ? written.join(', ') : String(written).trim();
}

/** The records of a license's clauses. A clause without a source has the citation of the file. */
function clausesOf(draft: EntityDraft): readonly ClauseRecord[] {
  const { data } = draft;
  const cite = mapping(data.cite);
  const source = text(cite.source);
  return clauseRecords(zSeedClauses.parse(list(data.clauses)), {
    licenseId: idOf(draft),
    activitiesVersion: draft.activitiesVersion,
    documents: documentsOf(draft) as ClauseContext['documents'],
    cite: {
      sourceId: source === null ? null : sourceId(source),
      evidence: oneOf(EvidenceEnum.values, cite.evidence),
      asOf: dateText(cite.asOf),
    },
  });
}

function ownProperties(draft: EntityDraft): EntityHead['own'] {
  const { kind, data } = draft;
  if (kind === 'TERM') {
    const faqs = draft.faqs.map(({ question, answer, asOf, source }) => ({
      question,
      answer,
      asOf,
      sourceId: source === null ? null : sourceId(source),
    }));
    return { termKind: data.termKind, faqs };
  }
  if (kind !== 'LICENSE') return {};
  const identifiers = list(data.identifiers).map((item) => {
    const { scheme, value } = mapping(item);
    return { scheme: oneOf(IdentifierSchemeEnum.values, scheme), value: text(value) };
  });
  const documents = documentsOf(draft);
  const clauses = clausesOf(draft);
  const clausesComplete = data.clausesComplete === true;
  return { identifiers, documents, clauses, clausesComplete };
}

function headOf(index: SeedIndex, draft: EntityDraft): EntityHead {
  const { kind, data, replacedBy } = draft;
  const replacement = replacedBy === null ? null : index.resolve(replacedBy, kind);
  return {
    kind,
    id: idOf(draft),
    slug: draft.slug,
    formerSlugs: [...draft.formerSlugs],
    name: draft.name,
    aliases: draft.aliases.map((alias) => alias.text),
    labels: draft.labels.map((label) => ({
      text: label.text,
      language: label.language,
      kind: label.kind,
    })),
    summary: text(data.summary),
    status: oneOf(EntityStatusEnum.values, data.status) ?? 'CURRENT',
    replacedById: replacement === null ? null : idOf(replacement),
    exactMatch: [...texts(data.exactMatch)],
    closeMatch: [...texts(data.closeMatch)],
    own: ownProperties(draft),
  };
}

/** The common parts of the statements of a draft. */
function statementOf(draft: EntityDraft, given: DraftFact | DraftEdge) {
  const { artifact, asOf, rank, evidence, note, source } = given;
  const from = { subjectId: idOf(draft), sourceId: sourceId(required(source, 'source', draft)) };
  return { ...from, artifact, asOf, rank, evidence, note };
}

function factsOf(draft: EntityDraft): FactStatement[] {
  return draft.facts.map((fact) => ({
    ...statementOf(draft, fact),
    property: fact.property,
    value: required(fact.value, fact.property, draft),
    valueText: writtenText(fact),
  }));
}

function edgesOf(index: SeedIndex, draft: EntityDraft): EdgeStatement[] {
  return draft.edges.map((edge) => {
    const { type, expression, since, until, method } = edge;
    const target = required(index.targetOf(draft, edge), edge.to.slug, draft);
    const objectId = idOf(target);
    return { ...statementOf(draft, edge), type, objectId, expression, since, until, method };
  });
}

function sourceRecord({ id, data }: SourceDraft): SourceRecord {
  return {
    id: sourceId(id),
    title: text(data.title) ?? id,
    url: text(data.url),
    publisher: text(data.publisher),
    publishedOn: dateText(data.publishedOn),
    retrievedOn: dateText(data.retrievedOn),
  };
}

/** The statements of checked seeds, with every reference resolved to an id. */
export function seedStatements(index: SeedIndex): Statements {
  return {
    entities: index.entities.map((draft) => headOf(index, draft)),
    sources: index.sources.map(sourceRecord),
    facts: index.entities.flatMap(factsOf),
    edges: index.entities.flatMap((draft) => edgesOf(index, draft)),
  };
}
