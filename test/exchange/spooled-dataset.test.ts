import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset, type Dataset } from '../../src/exchange/dataset.ts';
import { type DatasetReading, readingOf } from '../../src/exchange/dataset-reading.ts';
import { readStatements } from '../../src/exchange/spooled-dataset.ts';
import type {
  EdgeStatement,
  EntityHead,
  FactStatement,
  Statements,
} from '../../src/exchange/statement.ts';
import { streamOf } from '../../src/exchange/statement-stream.ts';
import { entityId, sourceId } from '../../src/ontology/ids.ts';
import { relationOf } from '../../src/ontology/relations.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import { Spool } from '../../src/store/embedded/spool.ts';

const sources = ['one', 'two'].map((slug) => ({
  ...{ id: sourceId(slug), title: slug, url: null, publisher: null },
  ...{ publishedOn: null, retrievedOn: null },
}));

const owns: Partial<Record<EntityKind, EntityHead['own']>> = {
  TERM: { termKind: 'CONCEPT', faqs: [] },
  LICENSE: { identifiers: [], documents: [], clauses: [], clausesComplete: false },
};

function head(kind: EntityKind, slug: string, formerSlugs: readonly string[] = []): EntityHead {
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

const heads = [
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

const aFact: fc.Arbitrary<FactStatement> = fc.oneof(
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

const anEdge: fc.Arbitrary<EdgeStatement> = fc
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

const someStatements: fc.Arbitrary<Statements> = fc
  .record({ facts: fc.array(aFact, { maxLength: 8 }), edges: fc.array(anEdge, { maxLength: 20 }) })
  .map((given) => ({ entities: heads, sources, ...given }));

/** All that a reading gives, in the order of ids. */
async function whole(reading: DatasetReading): Promise<Dataset> {
  const found = { entities: [], relations: [], claims: [], sources: [], disagreements: [] } as {
    -readonly [Thing in keyof Dataset]: Dataset[Thing][number][];
  };
  for await (const portion of reading.sources()) found.sources.push(...portion);
  for await (const portion of reading.entities()) found.entities.push(...portion);
  for await (const portion of reading.hanging()) {
    found.relations.push(...portion.relations);
    found.claims.push(...portion.claims);
    found.disagreements.push(...portion.disagreements);
  }
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  found.entities.sort((one, other) => byId(one.record, other.record));
  for (const thing of ['relations', 'claims', 'sources', 'disagreements'] as const) {
    found[thing].sort(byId);
  }
  return found;
}

describe('statements read entity by entity', () => {
  it('give the records that all of them together give', async () => {
    await fc.assert(
      fc.asyncProperty(someStatements, async (statements) => {
        const spool = new Spool();
        try {
          const reading = await readStatements(streamOf(statements), spool);
          const expected = buildDataset(statements);
          expect(await whole(reading)).toEqual(expected);
          expect(reading.sizes).toEqual(readingOf(expected).sizes);
          const ids = ['Term:t0', 'Term:none', 'Model:m2'];
          expect(reading.own('entities', ids)).toEqual(new Set(['Term:t0', 'Model:m2']));
        } finally {
          spool.close();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are refused where a relation leads to nothing, or an entity is stated twice', async () => {
    const none = { sources: [], facts: [] };
    const edge: EdgeStatement = {
      ...{ type: 'BROADER', subjectId: 'Term:t0', objectId: 'Term:gone', artifact: null },
      ...{ expression: null, since: null, until: null, method: null, sourceId: 'Source:one' },
      ...{ asOf: null, rank: 'NORMAL', evidence: null, note: null },
    };
    const reading = (statements: Statements) => {
      const spool = new Spool();
      return readStatements(streamOf(statements), spool).finally(() => spool.close());
    };
    await expect(reading({ ...none, entities: heads, edges: [edge] })).rejects.toThrow(
      'a relation leads to Term:gone',
    );
    await expect(
      reading({ ...none, entities: [...heads, head('TERM', 't1')], edges: [] }),
    ).rejects.toThrow('Term:t1 is stated twice');
  });
});
