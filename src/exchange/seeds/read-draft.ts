import { entityKinds, kindOf } from '../../ontology/kinds.ts';
import { zPartialDate } from '../../ontology/partial-date.ts';
import {
  type FactProperty,
  type FactValue,
  factPropertiesOf,
  propertyOf,
} from '../../ontology/properties.ts';
import { relationTypesFrom } from '../../ontology/relations.ts';
import { slugPattern } from '../../ontology/slug.ts';
import { ActivityEnum } from '../../ontology/use-vocabulary.ts';
import {
  ArtifactEnum,
  DerivationMethodEnum,
  type EntityKind,
  EvidenceEnum,
  LabelKindEnum,
  RankEnum,
} from '../../ontology/vocabulary.ts';
import type { SeedPath } from '../yaml-file.ts';
import { dateText, list, mapping, oneOf, text, texts } from './loose.ts';
import type {
  DraftCitation,
  DraftEdge,
  DraftFact,
  DraftReference,
  EntityDraft,
  SourceDraft,
} from './seed-draft.ts';
import type { SeedFile } from './seed-reader.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** Reads "kimi-k2" or "models/kimi-k2"; null for anything else. */
function readReference(value: unknown, path: SeedPath): DraftReference | null {
  const written = text(value);
  if (written === null) return null;
  const slash = written.indexOf('/');
  const folder = slash < 0 ? null : written.slice(0, slash);
  const kind = entityKinds.find((candidate) => kindOf(candidate).folder === folder) ?? null;
  const slug = written.slice(slash + 1);
  if ((folder !== null && kind === null) || !slugPattern.test(slug)) return null;
  return { path, kind, slug };
}

/** The citation of an entry: its own if it names a source, otherwise that of the file. */
function readCitation(entry: Mapping, path: SeedPath, cite: Mapping): DraftCitation {
  const own = text(entry.source) !== null;
  const given = own ? entry : cite;
  return {
    source: text(given.source),
    sourcePath: own ? [...path, 'source'] : ['cite', 'source'],
    evidence: oneOf(EvidenceEnum.values, given.evidence),
    asOf: dateText(given.asOf),
    partial: !own && (entry.evidence !== undefined || entry.asOf !== undefined),
  };
}

function readStatement(entry: Mapping, path: SeedPath, cite: Mapping) {
  return {
    path,
    ...readCitation(entry, path, cite),
    rank: oneOf(RankEnum.values, entry.rank) ?? ('NORMAL' as const),
    note: text(entry.note),
    artifact: oneOf(ArtifactEnum.values, entry.artifact),
  };
}

/** The stored value of a written one; null if it cannot be read. */
function parseFactValue(property: FactProperty, written: unknown): FactValue | null {
  const { value } = propertyOf(property);
  const input = value === zPartialDate && typeof written === 'number' ? String(written) : written;
  const parsed = value.safeParse(input);
  return parsed.success ? parsed.data : null;
}

function isClaimList(written: unknown): written is readonly Mapping[] {
  return (
    Array.isArray(written) &&
    written.length > 0 &&
    written.every((item) => typeof item === 'object' && item !== null)
  );
}

function readFacts(kind: EntityKind, data: Mapping, cite: Mapping): readonly DraftFact[] {
  const facts: DraftFact[] = [];
  for (const property of factPropertiesOf(kind)) {
    const { key, place } = propertyOf(property);
    const path: SeedPath = place === 'head' ? [key] : ['facts', key];
    const written = place === 'head' ? data[key] : mapping(data.facts)[key];
    if (written === undefined || written === null) continue;
    const entries = isClaimList(written)
      ? written.map((entry, index) => ({ entry, at: [...path, index] }))
      : [{ entry: { value: written }, at: path }];
    for (const { entry, at } of entries) {
      const own = mapping(entry);
      const value = property === 'STATEMENT' ? own.text : own.value;
      facts.push({
        property,
        ...readStatement(own, at, cite),
        written: value,
        value: parseFactValue(property, value),
      });
    }
  }
  return facts;
}

function readEdges(kind: EntityKind, data: Mapping, cite: Mapping): readonly DraftEdge[] {
  const edges: DraftEdge[] = [];
  for (const type of relationTypesFrom(kind)) {
    list(mapping(data.relations)[type]).forEach((item, index) => {
      const path: SeedPath = ['relations', type, index];
      const short = typeof item === 'string';
      const entry = short ? { to: item } : mapping(item);
      const to = readReference(entry.to, short ? path : [...path, 'to']);
      if (to === null) return;
      edges.push({
        type,
        to,
        ...readStatement(entry, path, cite),
        expression: text(entry.expression),
        since: dateText(entry.since),
        until: dateText(entry.until),
        method: oneOf(DerivationMethodEnum.values, entry.method),
      });
    });
  }
  return edges;
}

function readLabels(data: Mapping) {
  return list(data.labels).flatMap((item, index) => {
    const label = mapping(item);
    const written = text(label.text);
    const language = text(label.language);
    const kind = oneOf(LabelKindEnum.values, label.kind);
    if (written === null || language === null || kind === null) return [];
    return [{ path: ['labels', index], text: written, language, kind }];
  });
}

function readFaqs(data: Mapping, cite: Mapping) {
  return list(data.faqs).flatMap((item, index) => {
    const faq = mapping(item);
    const path: SeedPath = ['faqs', index];
    const question = text(faq.question);
    const answer = text(faq.answer);
    if (question === null || answer === null) return [];
    const citation = readCitation(faq, path, cite);
    // An answer may have a date without a source. It then inherits only the source.
    return [{ path, question, answer, ...citation, asOf: dateText(faq.asOf) ?? citation.asOf }];
  });
}

function version(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function readClauses(kind: EntityKind, data: Mapping, cite: Mapping) {
  if (kind !== 'LICENSE') return [];
  return list(data.clauses).map((item, index) => {
    const clause = mapping(item);
    const path: SeedPath = ['clauses', index];
    return {
      path,
      ...readCitation(clause, path, cite),
      document: text(clause.document),
      activities: list(clause.activities).flatMap((name) => oneOf(ActivityEnum.values, name) ?? []),
      activitiesVersion: version(clause.activitiesVersion) ?? version(data.activitiesVersion),
    };
  });
}

/** Reads an entity, as far as its file is readable. */
export function readEntityDraft(file: SeedFile, kind: EntityKind): EntityDraft {
  const data = mapping(file.yaml.data);
  const cite = mapping(data.cite);
  const id = text(data.id) ?? file.stem;
  const slug = text(data.slug) ?? id;
  const former = new Set([id, ...texts(data.formerSlugs)]);
  former.delete(slug);
  return {
    file,
    kind,
    id,
    slug,
    formerSlugs: [...former],
    name: text(data.name) ?? slug,
    aliases: list(data.aliases).flatMap((item, index) => {
      const alias = text(item);
      return alias === null ? [] : [{ text: alias, path: ['aliases', index] }];
    }),
    labels: readLabels(data),
    replacedBy: readReference(data.replacedBy, ['replacedBy']),
    facts: readFacts(kind, data, cite),
    edges: readEdges(kind, data, cite),
    faqs: readFaqs(data, cite),
    clauses: readClauses(kind, data, cite),
    activitiesVersion: version(data.activitiesVersion),
    data,
  };
}

/** Reads a source, as far as its file is readable. */
export function readSourceDraft(file: SeedFile): SourceDraft {
  const data = mapping(file.yaml.data);
  return { file, id: text(data.id) ?? file.stem, data };
}
