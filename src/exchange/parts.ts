import type { SourceRecord } from '../ontology/records.ts';
import { labelsOf } from './entity-records.ts';
import type { EntityHead } from './statement.ts';
import type { EntityStatements } from './statement-stream.ts';

/** What one data set says of a thing. */
export interface Part<Said> {
  readonly dataset: string;
  readonly said: Said;
}
export type EntityPart = Part<EntityStatements>;
export type SourcePart = Part<SourceRecord>;

/** Where a data set stands: of plain texts that several give, those of the first stand. */
export type OrderOf = (dataset: string) => number;

/** The parts by the order of their data sets. */
export function inOrder<Said>(parts: readonly Part<Said>[], orderOf: OrderOf): Part<Said>[] {
  return parts.toSorted(
    (one, other) =>
      orderOf(one.dataset) - orderOf(other.dataset) || (one.dataset < other.dataset ? -1 : 1),
  );
}

/** What several data sets say of one entity, as if one said it. */
export function mergedStatements(parts: readonly EntityPart[]): EntityStatements {
  const said = parts.map((part) => part.said);
  return {
    head: mergedHead(said.map(({ head }) => head)),
    facts: said.flatMap(({ facts }) => facts),
    edges: said.flatMap(({ edges }) => edges),
  };
}

/**
 * One head of several: a plain text is that of the first who gives it; labels, former slugs and
 * matches are those of all. What the parts of a license mean together comes from one of them.
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
    // What others call it in its place is no second name.
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

/** Each of them once, where it comes first. */
function distinct<Value>(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** One source of several records of it: the first, with what it lacks from those after it. */
export function mergedSource(parts: readonly SourcePart[]): SourceRecord {
  const [first, ...others] = parts.map(({ said }) => said);
  if (first === undefined) throw new Error('A source that nobody states has no record.');
  const merged: Record<string, unknown> = { ...first };
  for (const other of others) {
    for (const [name, value] of Object.entries(other)) merged[name] ??= value;
  }
  return merged as SourceRecord;
}
