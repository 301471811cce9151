import { describe, expect, it } from 'vitest';
import { schemaRules } from '../../../src/store/neo4j/indexes/constraints.ts';
import { composeReads } from '../../../src/store/neo4j/read/compose.ts';
import { orderKey, placeOf } from '../../../src/store/neo4j/sort-copies.ts';
import type { EdgePageSpec, Read, Selection } from '../../../src/store/reads.ts';
import { byName, edgePageSpec, nothing, page, selecting } from '../../support/reads.ts';

const edges = (spec: EdgePageSpec, select: Selection = nothing): Read => ({
  kind: 'edges',
  ownerIds: ['Term:a'],
  spec,
  select,
});
const textOf = (...reads: Read[]) => composeReads(reads).text;

describe('the text of a statement', () => {
  const nasty = "x'}) DETACH DELETE n //` \u0000 $p0 \\";

  it('holds no value, whatever it is', () => {
    const spec = edgePageSpec(['LICENSED_UNDER'], {
      artifact: 'WEIGHTS',
      on: nasty,
      where: {
        op: 'all',
        of: [
          { op: 'in', property: 'slug', values: [nasty] },
          { op: 'contains', property: 'folded', text: nasty },
          { op: 'range', property: 'name', min: nasty, max: nasty },
          { op: 'linked', hops: [{ type: 'CLASSIFIED_AS', direction: 'OUT' }], slugs: [nasty] },
        ],
      },
      window: page({ after: { value: nasty, id: nasty } }),
    });
    const { text, parameters } = composeReads([
      { ...edges(spec), ownerIds: [nasty] } as Read,
      { kind: 'locate', locators: [{ kind: 'TERM', key: nasty }], select: nothing },
      { kind: 'sources', ids: [nasty] },
    ]);
    expect(text).not.toContain('DETACH');
    expect(JSON.stringify(parameters)).toContain('DETACH');
  });

  it.each<[string, Read]>([
    ['a type', edges(edgePageSpec(['X]->() DETACH DELETE n //' as 'BROADER']))],
    ['a property', edges(edgePageSpec(['BROADER']), selecting('name} //'))],
    [
      'a property of a condition',
      edges(edgePageSpec(['BROADER'], { where: { op: 'in', property: 'x`', values: [] } })),
    ],
    [
      'an order',
      edges(edgePageSpec(['BROADER'], { order: { property: 'x`', descending: false } })),
    ],
    [
      'an order that only some of the neighbors have',
      edges(
        edgePageSpec(['RELATED_TO'], { order: { property: 'sortReleasedOn', descending: true } }),
      ),
    ],
    ['a kind', { kind: 'listCount', spec: { kind: 'X) //' as 'TERM', where: null } }],
    [
      'a hop',
      {
        kind: 'listCount',
        spec: {
          kind: 'TERM',
          where: { op: 'linked', hops: [{ type: 'X' as 'BROADER', direction: 'OUT' }], slugs: [] },
        },
      },
    ],
  ])('takes no name that the ontology has not: %s', (_, read) => {
    expect(() => composeReads([read])).toThrow(expect.objectContaining({ code: 'STORE_FAILURE' }));
  });

  it('is one for all owners, properties, pages and limits', () => {
    const first = textOf(edges(edgePageSpec(['BROADER'])));
    const later = { value: 'b', id: 'Relation:1' };
    const window = page({ limit: 50, after: later, before: later });
    expect(textOf(edges(edgePageSpec(['BROADER'], { window }), selecting('name', 'slug')))).toBe(
      first,
    );
  });

  it('differs by what differs in the plan', () => {
    const texts = [
      edgePageSpec(['BROADER']),
      edgePageSpec(['PART_OF']),
      edgePageSpec(['BROADER'], { direction: 'IN' }),
      edgePageSpec(['BROADER'], { direction: 'BOTH' }),
      edgePageSpec(['BROADER'], { ranks: 'ALL' }),
      edgePageSpec(['BROADER'], { order: { ...byName, descending: true } }),
      edgePageSpec(['BROADER'], { where: { op: 'in', property: 'slug', values: [] } }),
    ].map((spec) => textOf(edges(spec)));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is empty where no neighbor can have the kinds', () => {
    expect(textOf(edges(edgePageSpec(['BROADER'], { neighborKinds: ['TOOL'] })))).not.toContain(
      'MATCH',
    );
  });
});

describe('an order key', () => {
  const keys = (
    values: readonly (readonly [string | number, string])[],
    type: 'string' | 'number',
  ) => values.map(([value, id]) => orderKey(value, id, type));

  it('keeps the order of texts, then of ids', () => {
    const inOrder = keys(
      [
        ['', 'b'],
        ['a', 'a'],
        ['a', 'b'],
        ['a b', 'a'],
        ['ab', 'a'],
      ],
      'string',
    );
    expect(inOrder.toSorted()).toEqual(inOrder);
  });

  it('keeps the order of numbers, those below zero too', () => {
    const numbers = [-(2 ** 53 - 1), -10, -9, -1, 0, 1, 9, 10, 2 ** 53 - 1];
    const inOrder = keys(
      numbers.map((number) => [number, 'x'] as const),
      'number',
    );
    expect(inOrder.toSorted()).toEqual(inOrder);
    expect(inOrder.map((key) => placeOf(key, 'number'))).toEqual(
      numbers.map((value) => ({ value, id: 'x' })),
    );
  });

  it('refuses a value of another type', () => {
    expect(() => orderKey('1', 'x', 'number')).toThrow('whole number');
    expect(() => orderKey(1, 'x', 'string')).toThrow('a text');
  });
});

describe('constraints and indexes', () => {
  it('have names of their own', () => {
    const names = schemaRules().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are created only where they are missing', () => {
    for (const { text } of schemaRules()) expect(text).toContain('IF NOT EXISTS');
  });
});
