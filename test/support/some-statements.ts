import fc from 'fast-check';
import type {
  EdgeStatement,
  EntityHead,
  FactStatement,
  Statements,
} from '../../src/exchange/statement.ts';
import { entityId, sourceId } from '../../src/ontology/ids.ts';
import { relationOf } from '../../src/ontology/relations.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';

/** Who states what is generated. */
export const sources = ['one', 'two'].map((slug) => ({
  ...{ id: sourceId(slug), title: slug, url: null, publisher: null },
  ...{ publishedOn: null, retrievedOn: null },
}));

const owns: Partial<Record<EntityKind, EntityHead['own']>> = {
  TERM: { termKind: 'CONCEPT', faqs: [] },
  LICENSE: { identifiers: [], documents: [], clauses: [], clausesComplete: false },
};

/** An entity of a kind of which nothing else is stated. */
export function head(
  kind: EntityKind,
  slug: string,
  formerSlugs: readonly string[] = [],
): EntityHead {
  return {
    ...{
      kind,
      id: entityId(kind, slug),
      slug,
      formerSlugs: [...formerSlugs],
      name: `Name ${slug}`,
    },
    ...{ aliases: [], labels: [], summary: null, status: 'CURRENT', replacedById: null },
    ...{ exactMatch: [], closeMatch: [], own: owns[kind] ?? {} },
  };
}

/** The entities that statements are generated of. */
export const heads = [
  head('TERM', 't0'),
  head('TERM', 't1', ['was-t', 't2']),
  head('TERM', 't2', ['was-t']),
  head('MODEL', 'm0'),
  head('MODEL', 'm1'),
  head('MODEL', 'm2'),
  head('LICENSE', 'l0'),
  head('LICENSE', 'l1'),
];
const idOf = (kind: EntityKind) => heads.filter((each) => each.kind === kind).map(({ id }) => id);

const stated = {
  sourceId: fc.constantFrom(...sources.map(({ id }) => id)),
  asOf: fc.constantFrom(null, '2024', '2025-07-11'),
  rank: fc.constantFrom('NORMAL', 'PREFERRED', 'DEPRECATED'),
  evidence: fc.constantFrom(null, 'COPY', 'PUBLISHER', 'MEMORY'),
  note: fc.constantFrom(null, 'so'),
} as const;

/** What a source says of a model. */
export const aFact: fc.Arbitrary<FactStatement> = fc.oneof(
  fc.record({ ...stated, value: fc.constantFrom('2024', '2025-01', '2025-01-02') }).chain((given) =>
    fc.constantFrom(...idOf('MODEL')).map((subjectId) => ({
      ...{ ...given, subjectId, property: 'RELEASED_ON' as const, artifact: null },
      valueText: given.value,
    })),
  ),
  fc
    .record({
      ...stated,
      value: fc.constantFrom('OPEN', 'CLOSED'),
      artifact: fc.constantFrom('WEIGHTS', 'TRAINING_DATA'),
    })
    .chain((given) =>
      fc.constantFrom(...idOf('MODEL')).map((subjectId) => ({
        ...{ ...given, subjectId, property: 'AVAILABILITY' as const, valueText: given.value },
      })),
    ),
) as fc.Arbitrary<FactStatement>;

/** What a source says of two of them. */
export const anEdge: fc.Arbitrary<EdgeStatement> = fc
  .record({
    ...stated,
    type: fc.constantFrom(
      'LICENSED_UNDER',
      'LICENSED_UNDER',
      'DERIVED_FROM',
      'RELATED_TO',
      'RELATED_TO',
      'CONTRASTS_WITH',
      'BROADER',
      'EXEMPLIFIES',
    ),
    ends: fc.tuple(fc.nat(), fc.nat()),
    artifact: fc.constantFrom(null, 'WEIGHTS'),
    expression: fc.constantFrom(null, 'l0 OR l1'),
    since: fc.constantFrom(null, '2024', '2025'),
    method: fc.constantFrom(null, 'FINETUNE'),
  })
  .map(({ type, ends: [one, other], artifact, expression, since, method, ...given }) => {
    const { from, to } = relationOf(type);
    const pick = (kinds: readonly EntityKind[], at: number) => {
      const fit = heads.filter(({ kind }) => kinds.includes(kind));
      return fit[at % fit.length]?.id ?? '';
    };
    const own = type === 'LICENSED_UNDER' ? { artifact, expression, since } : {};
    return {
      ...{ ...given, type, subjectId: pick(from, one), objectId: pick(to, other), until: null },
      ...{ artifact: null, expression: null, since: null, ...own },
      method: type === 'DERIVED_FROM' ? method : null,
    };
  })
  .filter(({ subjectId, objectId }) => subjectId !== objectId) as fc.Arbitrary<EdgeStatement>;

/** Some facts and edges, of all of them. */
export const someStatements: fc.Arbitrary<Statements> = fc
  .record({ facts: fc.array(aFact, { maxLength: 8 }), edges: fc.array(anEdge, { maxLength: 20 }) })
  .map((given) => ({ entities: heads, sources, ...given }));
