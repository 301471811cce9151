import type { SourceRecord } from '../../ontology/records.ts';
import type { EntityHead } from '../statement.ts';
import type { EntityStatements } from '../statement-stream.ts';
import { labelsOf } from './entity-records.ts';

/** The statements of one data set about a thing. */
export interface Part<Said> {
  readonly dataset: string;
  readonly said: Said;
}
export type EntityPart = Part<EntityStatements>;
export type SourcePart = Part<SourceRecord>;

/**
 * The place of a data set in the order. If several data sets give a plain text, the first one
 * counts.
 */
export type OrderOf = (dataset: string) => number;

/** The parts in the order of their data sets. */
export function inOrder<Said>(parts: readonly Part<Said>[], orderOf: OrderOf): Part<Said>[] {
  return parts.toSorted(
    (one, other) =>
      orderOf(one.dataset) - orderOf(other.dataset) || (one.dataset < other.dataset ? -1 : 1),
  );
}

/** Merges the statements of several data sets about one entity. */
export function mergedStatements(parts: readonly EntityPart[]): EntityStatements {
  const said = parts.map((part) => part.said);
  return {
    head: mergedHead(said.map(({ head }) => head)),
    facts: said.flatMap(({ facts }) => facts),
    edges: said.flatMap(({ edges }) => edges),
  };
}

/**
 * Merges the heads of an entity. A plain text comes from the first head that has it. Labels, former
 * slugs and matches come from all heads. Clauses and documents of a license belong together, so
 * they come from one head.
 */
function mergedHead(heads: readonly EntityHead[]): EntityHead {
  const [first, ...others] = heads;
  if (first === undefined) throw new Error('An entity of which nobody says anything has no head.');
  const given = <Value>(of: (head: EntityHead) => Value | null) =>
    heads.map(of).find((value) => value !== null) ?? null;
  const all = <Value>(of: (head: EntityHead) => readonly Value[]) => distinct(heads.flatMap(of));
  return {
    ...first,
    formerSlugs: all(({ formerSlugs }) => formerSlugs).filter((slug) => slug !== first.slug),
    aliases: [],
    // Each head names the entity first. Only the first head's name is kept.
    labels: distinct([...labelsOf(first), ...others.flatMap((head) => labelsOf(head).slice(1))]),
    summary: given(({ summary }) => summary),
    replacedById: given(({ replacedById }) => replacedById),
    exactMatch: all(({ exactMatch }) => exactMatch),
    closeMatch: all(({ closeMatch }) => closeMatch),
    own: mergedOwn(heads.map(({ own }) => own)),
  };
}

function mergedOwn(owns: readonly EntityHead['own'][]): EntityHead['own'] {
  const [first = {}] = owns;
  const listed = (property: keyof EntityHead['own'], own: EntityHead['own']) =>
    (own[property] ?? []) as readonly unknown[];
  const having = (property: keyof EntityHead['own']) =>
    owns.find((own) => listed(property, own).length > 0) ?? first;
  const { clauses, clausesComplete, documents } =
    listed('clauses', having('clauses')).length > 0 ? having('clauses') : having('documents');
  return {
    ...first,
    ...('faqs' in first ? { faqs: having('faqs').faqs } : {}),
    ...('identifiers' in first
      ? { identifiers: distinct(owns.flatMap((own) => listed('identifiers', own))) }
      : {}),
    ...('clauses' in first ? { clauses, clausesComplete, documents } : {}),
  };
}

/** Each value once, at its first place. */
function distinct<Value>(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Merges the records of a source: the first one, with missing values from the others. */
export function mergedSource(parts: readonly SourcePart[]): SourceRecord {
  const [first, ...others] = parts.map(({ said }) => said);
  if (first === undefined) throw new Error('A source that nobody states has no record.');
  const merged: Record<string, unknown> = { ...first };
  for (const other of others) {
    for (const [name, value] of Object.entries(other)) merged[name] ??= value;
  }
  return merged as SourceRecord;
}
