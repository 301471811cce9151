import { relationOf, relationTypes } from '../../src/ontology/relations.ts';

/** A hand-written statement for an operation that the peer lacks, and its answer. */
export interface HandStatement {
  readonly text: string;
  /** Makes the answer from the only row of the result. */
  readonly answer: (row: readonly unknown[]) => unknown;
}

/** The types of relations between terms. WordNet has no others. */
const types = relationTypes.filter((type) => {
  const { from, to } = relationOf(type);
  return from.includes('TERM') && to.includes('TERM');
});
const any = types.join('|');
const looseness = types
  .map((type) => `WHEN '${type}' THEN ${relationOf(type).looseness}`)
  .join(' ');

type Texts = readonly string[];

/** Internal ids in the form that clients see. */
const globalIds = (ids: unknown) =>
  (ids as Texts).map((id) => ({ id: Buffer.from(id).toString('base64url') }));
const terms = (rows: unknown) => (rows as readonly Texts[]).map(([slug, name]) => ({ slug, name }));
const slugs = (found: unknown) => (found as Texts).map((slug) => ({ slug }));

function neighborhood(depth: number, limit: number): HandStatement {
  return {
    text: `MATCH (c:Term {slug: $slug})
      CALL (c) {
        MATCH p = (c)-[:${any}*1..${depth}]-(n:Term) WHERE n <> c
        WITH n, min(length(p)) AS distance ORDER BY distance, n.degree, n.id LIMIT ${limit}
        RETURN collect(n) AS found
      }
      WITH [c] + found[..${limit - 1}] AS around, size(found) = ${limit} AS truncated
      RETURN [n IN around | [n.slug, n.name]], truncated, COLLECT {
        UNWIND around AS a MATCH (a)-[r:${any}]->(b) WHERE b IN around RETURN r.id ORDER BY r.id
      }`,
    answer: ([around, truncated, relations]) => {
      return { truncated, entities: terms(around), relations: globalIds(relations) };
    },
  };
}

const search: HandStatement = {
  text: `CALL db.index.fulltext.queryNodes('bench_hand_text', $lucene, {limit: 10}) YIELD node, score
    RETURN collect([node.slug, node.name])`,
  answer: ([found]) => ({ nodes: terms(found) }),
};

/** By the id of the cell that they belong to. */
export const handStatements: Readonly<Record<string, HandStatement>> = {
  'search-name': search,
  'search-typo': search,
  'search-words': search,
  suggest: {
    text: `MATCH (t:Term) WHERE t.sort STARTS WITH $prefix
      WITH t ORDER BY t.degree DESC, t.sort, t.id LIMIT 10 RETURN collect([t.slug, t.name])`,
    answer: ([found]) =>
      (found as readonly Texts[]).map(([slug, name]) => ({ text: name, entity: { slug } })),
  },
  path: {
    text: `MATCH (a:Term {slug: $from}) MATCH (b:Term {slug: $to})
      MATCH p = allShortestPaths((a)-[:${any}*..10]-(b))
      WITH p ORDER BY
        reduce(sum = 0, r IN relationships(p) | sum + CASE type(r) ${looseness} END),
        reduce(sum = 0, n IN nodes(p)[1..-1] | sum + n.degree),
        [n IN nodes(p) | n.slug], [r IN relationships(p) | r.id]
      LIMIT 1
      RETURN length(p), [n IN nodes(p) | n.slug]`,
    answer: ([length, along]) => ({ length, entities: slugs(along) }),
  },
  'neighborhood-2': neighborhood(2, 100),
  'neighborhood-3': neighborhood(3, 500),
  prerequisites: {
    text: `MATCH (t:Term {slug: $slug})
      RETURN t.slug, COLLECT { MATCH (t)-[:REQUIRES*1..5]->(r:Term) RETURN DISTINCT r.slug }`,
    answer: ([slug, required]) => {
      return { slug, prerequisites: slugs(required).map((term) => ({ term })) };
    },
  },
};

/** The index that the searches need. */
export const handIndexes: readonly string[] = [
  'CREATE FULLTEXT INDEX bench_hand_text IF NOT EXISTS FOR (t:Term) ON EACH [t.name, t.aliases, t.summary]',
];
