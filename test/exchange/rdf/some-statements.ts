import fc from 'fast-check';
import type {
  EdgeStatement,
  EntityHead,
  FactStatement,
  Statements,
} from '../../../src/exchange/statement.ts';
import type { ClauseRecord } from '../../../src/ontology/clause.ts';
import { clauseId, emptyCondition } from '../../../src/ontology/clause.ts';
import { entityId, sourceId } from '../../../src/ontology/ids.ts';
import { factPropertiesOf, propertyOf } from '../../../src/ontology/properties.ts';
import type { SourceRecord } from '../../../src/ontology/records.ts';
import { relationOf, relationTypes } from '../../../src/ontology/relations.ts';
import { type EntityKind, entityKinds } from '../../../src/ontology/vocabulary.ts';
import { enumerationOfFact } from '../../../src/vocab/rdf/fact-terms.ts';

// Any statements that a load takes, with texts that are hard to write.

const texts = [
  'plain',
  'with "quotes" and \\ strokes',
  'a line\nand another',
  'tab-less, <b>not bold</b> & more',
  'Ünïcödé 𝔘 שלום',
  "it's '''quoted'''",
  'ends in a stroke\\',
  '@en ^^xsd:string',
  '{"json": [1]}',
] as const;
const prose = fc.constantFrom(...texts);
const line = fc.constantFrom(...texts.filter((text) => !text.includes('\n')));
const languages = fc.constantFrom('en', 'de', 'zh-Hant', 'pt-BR', 'und', 'ar');
const dates = ['2024', '2025-07', '2025-07-11'] as const;
const date = fc.constantFrom(...dates);
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const address = fc.constantFrom(
  'https://example.org/a',
  'https://example.org/%C3%BC?q=1&r=(2)#part',
  'http://www.wikidata.org/entity/Q42',
  'https://example.org/a"b',
  'https://example.org/{x}|y',
);

const sources: fc.Arbitrary<readonly SourceRecord[]> = fc
  .tuple(orNull(address), orNull(line), orNull(date))
  .map(([url, publisher, day]) => [
    { id: sourceId('one'), title: 'One', url, publisher, publishedOn: day, retrievedOn: null },
    {
      ...{ id: sourceId('other-1.0'), title: 'The "other" one', url: null, publisher: null },
      ...{ publishedOn: null, retrievedOn: day },
    },
  ]);
const sourceIds = [sourceId('one'), sourceId('other-1.0')];

const slugs: Readonly<Record<EntityKind, readonly string[]>> = {
  TERM: ['t-0', 't-1', 't-2', 't-3'],
  MODEL: ['m-0', 'm-1.5', 'm-2'],
  LICENSE: ['l-0', 'l++1'],
  ORGANIZATION: ['o-0'],
  TOOL: ['u-0'],
};
const idsOf = (kinds: readonly EntityKind[]) =>
  kinds.flatMap((kind) => slugs[kind].map((slug) => entityId(kind, slug)));

const aClause = (licenseId: string): fc.Arbitrary<ClauseRecord> =>
  fc
    .record({
      key: fc.constantFrom('grant', 'duty-1'),
      effect: fc.constantFrom('PERMITS', 'REQUIRES', 'FORBIDS'),
      activities: fc.constantFrom(['RUN'], ['FINE_TUNE', 'RUN'], ['REDISTRIBUTE']),
      duty: orNull(
        fc.record({
          kind: fc.constantFrom('DISPLAY_NAME', 'ATTRIBUTE'),
          name: orNull(line),
          beforeUse: fc.boolean(),
        }),
      ),
      appliesWhen: fc.array(aCondition, { maxLength: 2 }),
      exceptWhen: fc.array(aCondition, { maxLength: 1 }),
      bindsDerivatives: fc.constantFrom([], ['FINETUNE', 'MERGE']),
      text: prose,
      section: orNull(line),
      documentIndex: fc.constantFrom(null, 0, 1),
      evidence: fc.constantFrom(null, 'COPY'),
      sourceId: fc.constantFrom(null, ...sourceIds),
      asOf: orNull(date),
    })
    .map((given) => ({
      ...given,
      ...{ id: clauseId(licenseId, given.key), activitiesVersion: 1 },
    })) as unknown as fc.Arbitrary<ClauseRecord>;

const aCondition = fc
  .record({
    commercial: fc.constantFrom(null, true, false),
    multimodal: fc.constantFrom(null, true),
    threshold: orNull(
      fc.record({
        ...{ metric: fc.constant('REVENUE'), comparison: fc.constantFrom('ABOVE', 'BELOW') },
        ...{ value: fc.constantFrom(0, 700_000_000), currency: fc.constantFrom('USD', null) },
        ...{ window: fc.constant('YEAR'), measuredAt: fc.constant('TIME_OF_USE') },
        scope: fc.constantFrom('GROUP', 'PRODUCT'),
      }),
    ),
    territory: orNull(
      fc.record({
        codes: fc.constantFrom(['EU'], ['US', 'DE']),
        inside: fc.boolean(),
        test: fc.constant('PLACE_OF_USE'),
      }),
    ),
  })
  .map((given) => ({ ...emptyCondition, ...given }));

function anOwn(kind: EntityKind, id: string): fc.Arbitrary<EntityHead['own']> {
  if (kind === 'TERM') {
    return fc.record({
      termKind: fc.constantFrom('CONCEPT', 'METRIC'),
      faqs: fc.array(
        fc.record({
          ...{ question: line, answer: prose, asOf: orNull(date) },
          sourceId: fc.constantFrom(null, ...sourceIds),
        }),
        { maxLength: 2 },
      ),
    });
  }
  if (kind !== 'LICENSE') return fc.constant({});
  return fc
    .record({
      identifiers: fc.subarray([
        { scheme: 'SCANCODE', value: 'LicenseRef-x' },
        { scheme: 'HUGGING_FACE', value: 'x "y"' },
      ]),
      documents: fc.constantFrom(
        [],
        [
          { kind: 'AGREEMENT', title: 'Text', url: 'https://example.org/l', publishedOn: '2024' },
          { kind: 'USE_POLICY', title: 'Policy "1"', url: null, publishedOn: null },
        ],
      ),
      clauses: fc.uniqueArray(aClause(id), { maxLength: 2, selector: ({ key }) => key }),
      clausesComplete: fc.boolean(),
    })
    .map((own) => ({
      ...own,
      clauses: own.clauses.map((clause) => ({
        ...clause,
        documentIndex: own.documents.length === 0 ? null : clause.documentIndex,
      })),
    })) as fc.Arbitrary<EntityHead['own']>;
}

function aHead(kind: EntityKind, slug: string): fc.Arbitrary<EntityHead> {
  const id = entityId(kind, slug);
  return fc
    .record({
      name: line,
      nameLanguage: languages,
      moved: fc.boolean(),
      labels: fc.uniqueArray(
        fc.record({
          ...{ text: line, language: languages },
          kind: fc.constantFrom('ALTERNATIVE', 'HIDDEN'),
        }),
        { maxLength: 4, selector: ({ text, language }) => `${language} ${text}` },
      ),
      summary: orNull(line),
      status: fc.constantFrom('CURRENT', 'DEPRECATED'),
      replacedById: fc.constantFrom(null, ...idsOf([kind])),
      exactMatch: fc.subarray(['https://example.org/a', 'http://www.wikidata.org/entity/Q42']),
      closeMatch: fc.subarray(['https://example.org/b', 'https://example.org/c?d=(e)']),
      own: anOwn(kind, id),
    })
    .map(({ moved, labels, ...given }) => ({
      ...{ kind, id, aliases: [], ...given },
      slug: moved ? `${slug}-now` : slug,
      formerSlugs: moved ? [slug] : [],
      // A label is of one kind.
      labels: labels.filter(({ text, language }) => {
        return text !== given.name || language !== given.nameLanguage;
      }),
    })) as fc.Arbitrary<EntityHead>;
}

const stated = {
  sourceId: fc.constantFrom(...sourceIds),
  asOf: orNull(date),
  rank: fc.constantFrom('NORMAL', 'PREFERRED', 'DEPRECATED'),
  evidence: fc.constantFrom(null, 'COPY', 'PUBLISHER', 'MEMORY'),
  note: orNull(prose),
} as const;

const subjectsOfFacts = entityKinds.flatMap((kind) =>
  factPropertiesOf(kind).flatMap((property) => idsOf([kind]).map((id) => ({ id, property }))),
);

const aFact: fc.Arbitrary<FactStatement> = fc
  .constantFrom(...subjectsOfFacts)
  .chain(({ id, property }) => {
    const { type, perArtifact = false, value } = propertyOf(property);
    const declared = enumerationOfFact(property);
    const values = Object.keys(declared?.values ?? {});
    const one = {
      text: prose,
      date,
      count: fc.constantFrom(1, 131_072, 1e12),
      flag: fc.boolean(),
      address,
    };
    const written: fc.Arbitrary<unknown> =
      typeof type === 'string'
        ? one[type as keyof typeof one]
        : Array.isArray(type)
          ? fc.subarray(values, { minLength: 1 })
          : fc.constantFrom(...values);
    return fc.record({
      ...stated,
      subjectId: fc.constant(id),
      property: fc.constant(property),
      artifact: perArtifact ? fc.constantFrom('WEIGHTS', 'TRAINING_DATA') : fc.constant(null),
      value: written.filter((each) => value.safeParse(each).success),
      valueText: fc.constantFrom('128K', 'so it is written'),
    });
  }) as fc.Arbitrary<FactStatement>;

const anEdge: fc.Arbitrary<EdgeStatement> = fc
  .constantFrom(...relationTypes)
  .chain((type) => {
    const { from, to, attributes } = relationOf(type);
    const has = (name: (typeof attributes)[number]) => attributes.includes(name);
    return fc.record({
      ...stated,
      type: fc.constant(type),
      subjectId: fc.constantFrom(...idsOf(from)),
      objectId: fc.constantFrom(...idsOf(to)),
      artifact: has('artifact') ? fc.constantFrom(null, 'WEIGHTS') : fc.constant(null),
      expression: has('expression') ? fc.constantFrom(null, 'l-0 OR l++1') : fc.constant(null),
      since: has('since') ? orNull(date) : fc.constant(null),
      until: has('until') ? orNull(date) : fc.constant(null),
      method: has('method') ? fc.constantFrom(null, 'FINETUNE', 'MERGE') : fc.constant(null),
    });
  })
  .filter(({ subjectId, objectId }) => subjectId !== objectId) as fc.Arbitrary<EdgeStatement>;

/** Conditions of SKOS hold among terms: what is broader comes later, and is not related. */
function fits({ type, subjectId, objectId }: EdgeStatement): boolean {
  if (type === 'BROADER') return subjectId < objectId;
  return type !== 'RELATED_TO' || !(subjectId.startsWith('Term:') && objectId.startsWith('Term:'));
}

/** Statements of a small graph of every kind. */
export const someStatements: fc.Arbitrary<Statements> = fc
  .tuple(...entityKinds.flatMap((kind) => slugs[kind].map((slug) => aHead(kind, slug))))
  .chain((entities) =>
    fc.record({
      entities: fc.constant(entities),
      sources,
      facts: fc.array(aFact, { maxLength: 12 }),
      edges: fc.array(anEdge, { maxLength: 20 }).map((edges) => edges.filter(fits)),
    }),
  );
