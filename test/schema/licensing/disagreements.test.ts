import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { consequences } from '../../../src/ontology/disagreement.ts';
import { dataOf, run } from '../../support/execute.ts';
import { seedReader } from './served-seeds.ts';

interface Row {
  readonly subject: { readonly slug: string };
  readonly property: string;
  readonly artifact: string | null;
  readonly consequence: (typeof consequences)[number];
  readonly contested: boolean;
  readonly effects: readonly string[];
  readonly claims: readonly {
    readonly valueText: string;
    readonly rank: string;
    readonly asOf: string | null;
    readonly source: { readonly title: string };
  }[];
}
interface Found {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($first: Int, $after: String, $last: Int, $before: String, $kinds: [EntityKind!],
    $property: ClaimProperty, $contested: Boolean, $of: EntityRefInput) {
  disagreements(first: $first, after: $after, last: $last, before: $before, kinds: $kinds,
      property: $property, contested: $contested, of: $of) {
    totalCount
    nodes { subject { slug } property artifact consequence contested effects
      claims { valueText rank asOf source { title } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

let reader: GraphReader;
beforeAll(async () => {
  reader = await seedReader();
});

async function found(variables: object): Promise<Found> {
  const data = await dataOf(reader, query, { ...variables });
  return data.disagreements as Found;
}
const named = ({ nodes }: Found) =>
  nodes.map(({ subject, property, artifact }) => [subject.slug, property, artifact].join(' '));

describe('disagreements over the graph', () => {
  it('come with all claims, their sources, dates and ranks', async () => {
    const { nodes } = await found({ of: { model: 'phi-4' } });
    expect(nodes).toMatchObject([
      {
        property: 'LICENSED_UNDER',
        artifact: 'WEIGHTS',
        consequence: 'LICENSE',
        contested: false,
        effects: ['license: MIT License; Apache License 2.0'],
      },
    ]);
    expect(nodes[0]?.claims.at(-1)).toEqual({
      valueText: 'Apache License 2.0',
      rank: 'DEPRECATED',
      asOf: '2026',
      source: { title: 'Open weights (glossary page)' },
    });
    expect(nodes[0]?.claims).toHaveLength(5);
  });

  it('begin with those that change a verdict', async () => {
    const { nodes, totalCount } = await found({ first: 100 });
    expect(nodes).toHaveLength(totalCount);
    const places = nodes.map(({ consequence, contested, effects }) => [
      consequences.indexOf(consequence),
      contested ? 0 : 1,
      -effects.length,
    ]);
    expect(places).toEqual(
      [...places].sort(([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => a - x || b - y || c - z),
    );
    expect(new Set(nodes.map(({ consequence }) => consequence))).toContain('VERDICT');
    expect(nodes[0]?.effects.join()).toMatch(/ALLOWED by .*; ALLOWED_WITH_DUTIES by /);
  });

  it.each([1, 3, 100])('are paged completely, %i at a time', async (first) => {
    const whole = named(await found({ first: 100 }));
    const met: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Found = await found({ first, after });
      expect(page.totalCount).toBe(whole.length);
      met.push(...named(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(met).toEqual(whole);
    expect(named(await found({ last: 2 }))).toEqual(whole.slice(-2));
  });

  it('are filtered', async () => {
    const all = await found({ first: 100 });
    const only = (keep: (row: Row) => boolean) => named({ ...all, nodes: all.nodes.filter(keep) });
    expect(named(await found({ first: 100, property: 'RELEASED_ON' }))).toEqual(
      only(({ property }) => property === 'RELEASED_ON'),
    );
    expect(named(await found({ first: 100, contested: true }))).toEqual(
      only(({ contested }) => contested),
    );
    expect((await found({ kinds: ['TERM'] })).totalCount).toBe(0);
    expect((await found({ kinds: ['MODEL', 'LICENSE'] })).totalCount).toBe(all.totalCount);
  });

  it('are null for a missing entity, and refuse cursors of other entities', async () => {
    expect(await found({ of: { model: 'nothing-of-the-kind' } })).toBeNull();
    for (const variables of [{ after: 'x' }, { first: 101 }, { first: 1, last: 1 }]) {
      const { result } = await run(reader, { query, variables });
      expect(result.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it.each([1, 100])('take the same statements for %i as for any size', async (first) => {
    const { statements } = await run(reader, { query, variables: { first } });
    expect(statements).toEqual([
      'disagreements+disagreementCount',
      'entities+claimsById',
      'sources',
    ]);
    const one = await run(reader, { query, variables: { first, of: { model: 'phi-4' } } });
    expect(one.statements).toEqual(['locate', ...statements]);
  });
});
