import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../src/explorer/picture/boxes.ts';
import { PictureBuilder, type PictureGraph } from '../../src/explorer/picture/graph.ts';
import { layoutOf } from '../../src/explorer/picture/layout.ts';

/** A graph of entities around one, with some relations between them. */
const graphs = (most: number) =>
  fc
    .record({
      names: fc.array(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), {
        minLength: 1,
        maxLength: most,
      }),
      pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: most }),
      inRows: fc.boolean(),
    })
    .map(({ names, pairs, inRows }) => {
      const picture = new PictureBuilder();
      const slugs = names.map((_name, index) => `n${index}`);
      names.forEach((name, index) => {
        picture.add({ kind: 'TERM', slug: `n${index}`, name }, inRows ? (index % 5) - 2 : null);
      });
      const link = (from: number, to: number) =>
        picture.link(
          { kind: 'TERM', slug: slugs[from % slugs.length] ?? '' },
          { kind: 'TERM', slug: slugs[to % slugs.length] ?? '' },
          from % 2 === 0 ? 'REQUIRES' : 'RELATED_TO',
          null,
        );
      for (let index = 1; index < slugs.length; index++) link(0, index);
      for (const [from, to] of pairs) link(from, to);
      return picture.build();
    });

const star = (count: number): PictureGraph => {
  const picture = new PictureBuilder();
  picture.add({ kind: 'TERM', slug: 'center', name: 'Open weights' });
  for (let index = 0; index < count; index++) {
    picture.add({ kind: 'MODEL', slug: `m${index}`, name: `Model ${index} of some length` });
    picture.link(
      { kind: 'MODEL', slug: `m${index}` },
      { kind: 'TERM', slug: 'center' },
      'EXEMPLIFIES',
      null,
    );
  }
  return picture.build();
};

describe('a picture', () => {
  it('has no overlapping entities, and all of them inside', () => {
    fc.assert(
      fc.property(graphs(40), (graph) => {
        const { nodes, width, height } = layoutOf(graph, 920);
        expect(nodes).toHaveLength(graph.nodes.length);
        nodes.forEach((node, index) => {
          expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0);
          expect(node.x + node.width / 2).toBeLessThanOrEqual(width);
          expect(node.y - node.height / 2).toBeGreaterThanOrEqual(0);
          expect(node.y + node.height / 2).toBeLessThanOrEqual(height);
          for (const other of nodes.slice(index + 1)) expect(overlaps(node, other)).toBe(false);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same graph, in another process too', () => {
    // The second layout is computed again: a slightly larger width makes another cache key.
    const graph = star(30);
    expect(layoutOf(graph, 900.0001).nodes).toEqual(layoutOf(graph, 900).nodes);
    expect(layoutOf(star(3), 900).nodes.map(({ x, y }) => [x, y])).toMatchInlineSnapshot(`
      [
        [
          298.2,
          155.5,
        ],
        [
          92.2,
          235.8,
        ],
        [
          324.9,
          21,
        ],
        [
          542.5,
          200.5,
        ],
      ]
    `);
  });

  it('fits 150 entities in the width of a page, without overlapping labels', () => {
    const { nodes, lines, width } = layoutOf(star(150), 1200);
    expect(width).toBeLessThanOrEqual(1200);
    const labels = lines.flatMap(({ labelAt, label }) =>
      labelAt === null ? [] : [{ ...labelAt, width: label.length * 5, height: 11 }],
    );
    labels.forEach((label, index) => {
      for (const other of [...nodes, ...labels.slice(index + 1)]) {
        expect(overlaps(label, other)).toBe(false);
      }
    });
  });

  it('draws one line between two entities, for any number of relations', () => {
    const picture = new PictureBuilder();
    const [a, b] = [
      { kind: 'MODEL', slug: 'a', name: 'A' } as const,
      { kind: 'LICENSE', slug: 'b', name: 'B' } as const,
    ];
    picture.add(a);
    picture.add(b);
    picture.link(a, b, 'LICENSED_UNDER', null);
    picture.link(a, b, 'LICENSED_UNDER', null);
    picture.link(b, a, 'RELATED_TO', null);
    picture.link(a, b, 'RELATED_TO', null);
    picture.link(a, a, 'RELATED_TO', null);
    picture.link(a, { kind: 'TERM', slug: 'elsewhere' }, 'RELATED_TO', null);
    const { lines } = picture.build();
    expect(lines).toHaveLength(1);
    expect(lines[0]?.relations.map(({ name }) => name)).toEqual(['licensed under', 'related to']);
  });
});
