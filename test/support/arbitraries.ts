import fc from 'fast-check';
import { consequences, type DisagreementRecord } from '../../src/ontology/disagreement.ts';
import { valuesOf } from '../../src/ontology/enumeration.ts';
import type { ClaimRecord, RelationRecord } from '../../src/ontology/records.ts';
import { relationOf, relationTypes } from '../../src/ontology/relations.ts';
import { ArtifactEnum } from '../../src/ontology/vocabulary.ts';
import type { EntityInput } from '../../src/store/graph-store.ts';
import {
  claim,
  disagreement,
  license,
  model,
  organization,
  relation,
  source,
  term,
  tool,
  type World,
} from './records.ts';

// Small worlds with few names and dates, so that equal values are common.

const names = ['Same', 'SAME', 'Ähnlich', 'שם', '𝔘ni', 'a', 'zz'] as const;
const days = ['2024', '2024-06', '2024-06-15', '2025'] as const;
const artifacts = valuesOf(ArtifactEnum);
const ranks = ['PREFERRED', 'NORMAL', 'DEPRECATED'] as const;

const orNull = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values));
const name = fc.constantFrom(...names);

function several(
  prefix: string,
  most: number,
  make: (slug: string) => fc.Arbitrary<EntityInput>,
): fc.Arbitrary<EntityInput[]> {
  return fc
    .integer({ min: 1, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => make(`${prefix}${i}`))));
}

const aTerm = (slug: string) =>
  fc
    .record({ name, termKind: fc.constantFrom('CONCEPT', 'METRIC') })
    .map((given) => term(slug, given));

const aModel = (slug: string) =>
  fc
    .record({
      name,
      totalParameters: orNull([0, 7, Number.MAX_SAFE_INTEGER]),
      contextTokens: orNull([1, 2]),
      sortReleasedOn: fc.constantFrom('', '2024-01-01', '2025-07-11'),
      familyName: orNull(['Ähnlich', '𝔘ni', '\uFFFDa']),
      availabilityKeys: fc.subarray(['WEIGHTS=OPEN', 'WEIGHTS=CLOSED', 'TRAINING_DATA=OPEN']),
      inputModalities: orNull([[], ['TEXT'], ['TEXT', 'IMAGE']] as ('TEXT' | 'IMAGE')[][]),
    })
    .map((given) => model(slug, given));

const aLicense = (slug: string) =>
  fc.record({ name, osiApproved: orNull([true, false]) }).map((given) => license(slug, given));

const entities = fc
  .tuple(
    several('t', 5, aTerm),
    several('m', 4, aModel),
    several('l', 3, aLicense),
    several('o', 2, (slug) => name.map((given) => organization(slug, { name: given }))),
    several('u', 2, (slug) => name.map((given) => tool(slug, { name: given }))),
  )
  .map((kinds) => kinds.flat());

const manyOfPair = ['LICENSED_UNDER', 'RELATED_TO', 'DERIVED_FROM'] as const;

/** A relation of some type between two different entities that it may connect. */
function aRelation(all: readonly EntityInput[]): fc.Arbitrary<RelationRecord | null> {
  return fc
    .record({
      // Types that may connect a pair several times or in both directions are more frequent.
      type: fc.constantFrom(...relationTypes, ...manyOfPair, ...manyOfPair),
      ends: fc.tuple(fc.nat(), fc.nat()),
      number: fc.nat({ max: 999 }),
      rank: fc.constantFrom(...ranks),
      best: fc.boolean(),
      artifact: orNull(artifacts.slice(0, 2)),
      since: orNull(days),
      until: orNull(days),
    })
    .map(({ type, ends: [one, other], number, rank, best, artifact, since, until }) => {
      const pick = (side: 'from' | 'to', index: number) => {
        const fit = all.filter(({ kind }) => relationOf(type)[side].includes(kind));
        return fit[index % fit.length];
      };
      const from = pick('from', one);
      const to = pick('to', other);
      if (from === undefined || to === undefined || from === to) return null;
      const own = type === 'LICENSED_UNDER' ? { artifact, since, until } : {};
      return relation(from, type, to, { id: `Relation:r${number}`, rank, best, ...own });
    });
}

const sources = [source('s0'), source('s1')] as const;

function aClaim(
  all: readonly EntityInput[],
  edges: readonly RelationRecord[],
): fc.Arbitrary<ClaimRecord> {
  return fc
    .record({
      number: fc.nat({ max: 99 }),
      subject: fc.constantFrom(...all),
      by: fc.constantFrom(...sources),
      edge: fc.option(fc.nat()),
      rank: fc.constantFrom(...ranks),
      best: fc.boolean(),
      contested: fc.boolean(),
      property: fc.constantFrom('STATEMENT', 'DEFINITION'),
    })
    .map(({ number, subject, by, edge, property, ...given }) => {
      const stated = edge === null ? undefined : edges[edge % Math.max(1, edges.length)];
      const about: Partial<ClaimRecord> =
        stated === undefined ? { property } : { property: stated.type, relationId: stated.id };
      const owner = stated === undefined ? subject : { id: stated.fromId };
      return claim(`c${number}`, owner, by, { ...given, ...about });
    });
}

function aDisagreement(all: readonly EntityInput[]): fc.Arbitrary<DisagreementRecord> {
  return fc
    .record({
      subject: fc.constantFrom(...all),
      property: fc.constantFrom('DEFINITION', 'LICENSED_UNDER'),
      consequence: fc.constantFrom(...consequences),
      contested: fc.boolean(),
    })
    .map(({ subject, property, consequence, contested }) => {
      const id = `Disagreement:${subject.id}.${property}`;
      return disagreement(id, subject, { property, consequence, contested });
    });
}

const idOf = ({ id }: { readonly id: string }) => id;

/**
 * A graph of about fifteen entities of every kind, with up to thirty relations and twelve claims.
 */
export const aWorld: fc.Arbitrary<World> = entities.chain((all) =>
  fc
    .array(aRelation(all), { maxLength: 40 })
    .map((found) => found.filter((each) => each !== null))
    .map((found) => [...new Map(found.map((each) => [each.id, each])).values()])
    .chain((relations) =>
      fc.uniqueArray(aClaim(all, relations), { maxLength: 12, selector: idOf }).chain((claims) =>
        fc
          .array(aDisagreement(all), { maxLength: 12 })
          .map((found) => [...new Map(found.map((each) => [each.id, each])).values()])
          .map((disagreements) => ({
            ...{ entities: all, relations, claims, sources, disagreements },
          })),
      ),
    ),
);
