import { compareText } from '../../base/compare-text.ts';
import { groupBy } from '../../base/group-by.ts';
import { valuesOf } from '../../ontology/enumeration.ts';
import { ordersOf } from '../../ontology/filters.ts';
import { spanOf } from '../../ontology/partial-date.ts';
import { type FactProperty, plainFactsOf, propertyOf } from '../../ontology/properties.ts';
import { entityRecordSchemas } from '../../ontology/records.ts';
import { ArtifactEnum, type EntityKind, entityKinds } from '../../ontology/vocabulary.ts';
import { bestClaim } from '../../reasoning/claims/claim-rank.ts';
import type { EntityInput } from '../../store/graph-store.ts';
import { foldedNames } from '../../text/folded-names.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { EntityHead } from '../statement.ts';
import type { Claim } from './fold-claims.ts';

const stamps = { revision: true, updatedAt: true } as const;
const inputSchemas = {
  TERM: entityRecordSchemas.TERM.omit(stamps),
  MODEL: entityRecordSchemas.MODEL.omit(stamps),
  LICENSE: entityRecordSchemas.LICENSE.omit(stamps),
  ORGANIZATION: entityRecordSchemas.ORGANIZATION.omit(stamps),
  TOOL: entityRecordSchemas.TOOL.omit(stamps),
} as const;

type Values = Readonly<Record<string, unknown>>;

/** The properties of each kind's records that hold plain facts, and those that lists are ordered by. */
const plainKeys = new Map(
  entityKinds.map((kind) => [kind, plainFactsOf(kind).map(({ key }) => key)]),
);
const orders = new Map(entityKinds.map((kind) => [kind, Object.values(ordersOf(kind))]));
const artifacts = valuesOf(ArtifactEnum);

/** The values of the best claims, by record property; null where nothing is known. */
function bestValues(kind: EntityKind, claims: readonly Claim[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of plainKeys.get(kind) ?? []) values[key] = null;
  const byKey = groupBy(claims, ({ property }) => propertyOf(property as FactProperty).key);
  for (const [key, group] of byKey) {
    if (key in values) values[key] = bestClaim(group)?.value ?? null;
  }
  return values;
}

/** The best claim on each artifact, in the order of declaration. */
function bestByArtifact(property: FactProperty, claims: readonly Claim[]): readonly Claim[] {
  const all = claims.filter((claim) => claim.property === property);
  if (all.length === 0) return [];
  return artifacts.flatMap(
    (artifact) => bestClaim(all.filter((claim) => claim.artifact === artifact)) ?? [],
  );
}

function availabilityOf(claims: readonly Claim[]): Values {
  const best = bestByArtifact('AVAILABILITY', claims);
  return {
    availability: best.map(({ artifact, value, asOf, sourceId }) => ({
      artifact,
      availability: value,
      asOf,
      sourceId,
    })),
    availabilityKeys: best.map(({ artifact, value }) => `${artifact}=${value}`),
  };
}

/** Adds the sort values of lists. An unknown value sorts as the earliest or smallest. */
function addSortValues(kind: EntityKind, values: Record<string, unknown>): void {
  for (const { property, type, of } of orders.get(kind) ?? []) {
    if (of === null) continue;
    const value = values[of] ?? null;
    if (type === 'number') values[property] = value ?? -1;
    else values[property] = value === null ? '' : spanOf(String(value)).first;
  }
}

type Labels = EntityInput['labels'];

/** The name and the aliases as labels, then the given labels, each once. */
export function labelsOf(head: EntityHead): Labels {
  const language = head.nameLanguage ?? 'en';
  const labels: Labels = [
    { text: head.name, language, kind: 'PREFERRED' },
    ...head.aliases.map((text) => ({ text, language, kind: 'ALTERNATIVE' }) as const),
    ...head.labels,
  ];
  if (labels.length === 1) return labels;
  const seen = new Set<string>();
  return labels.filter(({ text, language, kind }) => {
    const key = JSON.stringify([text, language, kind]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The latest date of claims that are not deprecated. An imprecise date counts as its first day. */
function latestDate(claims: readonly Claim[]): string | null {
  let latest: string | null = null;
  for (const { asOf, rank } of claims) {
    if (asOf === null || rank === 'DEPRECATED' || asOf === latest) continue;
    if (latest === null || compareDates(asOf, latest) > 0) latest = asOf;
  }
  return latest;
}

/** Compares the first days of two dates. If these are equal, the more precise date is later. */
function compareDates(one: string, other: string): number {
  return compareText(spanOf(one).first, spanOf(other).first) || one.length - other.length;
}

/**
 * Makes the record of an entity from its head, its claims (on its facts and on the edges that it
 * states) and its degree.
 */
export function entityRecord(
  head: EntityHead,
  claims: readonly Claim[],
  degree: number,
): EntityInput {
  return inputSchemas[head.kind].parse(valuesOfRecord(head, claims, degree)) as EntityInput;
}

function valuesOfRecord(head: EntityHead, claims: readonly Claim[], degree: number): Values {
  const { own, nameLanguage = 'en' } = head;
  const labels = labelsOf(head);
  const aliases = labels
    .filter(({ kind, language }) => {
      return kind === 'ALTERNATIVE' && language.toLowerCase() === nameLanguage.toLowerCase();
    })
    .map(({ text }) => text);
  const facts = claims.filter(({ edge }) => edge === null);
  const values = bestValues(head.kind, facts);
  addSortValues(head.kind, values);
  const sort = sortKey(head.name);
  const folded = foldedNames(sort, head.slug, aliases);
  // The schema leaves out what is no property of the record.
  return Object.assign(values, head, own, {
    ...(head.kind === 'MODEL' ? availabilityOf(facts) : {}),
    ...{ labels, aliases, sort, folded, degree, factsAsOf: latestDate(claims) },
  });
}

/** The keys that find an entity: its slug, its former slugs and, for a license, its SPDX id. */
export function locatorKeys(record: EntityInput): readonly string[] {
  const spdx = record.kind === 'LICENSE' && record.spdxId !== null ? [record.spdxId] : [];
  return [...new Set([record.slug, ...record.formerSlugs, ...spdx])];
}
