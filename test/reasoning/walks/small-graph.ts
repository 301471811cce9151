import fc from 'fast-check';
import type { Link } from '../../../src/ontology/relations.ts';
import { type RelationType, relationOf, relationTypes } from '../../../src/ontology/relations.ts';
import type { Expand } from '../../../src/reasoning/walks/expand.ts';

/** A relation between two of the entities n0, n1 … */
export interface Arc {
  readonly id: string;
  readonly type: RelationType;
  readonly from: number;
  readonly to: number;
}

/** Small graphs of any shape: several relations between two entities, cycles, islands. */
export function arbitraryArcs(
  size: number,
  types: readonly RelationType[] = relationTypes,
): fc.Arbitrary<readonly Arc[]> {
  const end = fc.nat(size - 1);
  return fc
    .uniqueArray(fc.tuple(end, end, fc.constantFrom(...types)), {
      maxLength: size * 3,
      selector: ([from, to, type]) => `${from} ${to} ${type}`,
    })
    .map((arcs) =>
      arcs
        .filter(([from, to]) => from !== to)
        .map(([from, to, type], index) => ({ id: `Relation:${index}`, type, from, to })),
    );
}

export const nameOf = (index: number) => `n${index}`;

/** The number of arcs at an entity. */
export function degreeOf(arcs: readonly Arc[], index: number): number {
  return arcs.filter(({ from, to }) => from === index || to === index).length;
}

/** The links of every entity, in the given directions. */
export function linksOf(
  arcs: readonly Arc[],
  direction: 'OUT' | 'BOTH' = 'BOTH',
): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  const add = (arc: Arc, own: number, neighbor: number) => {
    const link = {
      relationId: arc.id,
      type: arc.type,
      forward: own === arc.from,
      neighborId: nameOf(neighbor),
      neighborSlug: nameOf(neighbor),
      neighborDegree: degreeOf(arcs, neighbor),
    };
    links.set(nameOf(own), [...(links.get(nameOf(own)) ?? []), link]);
  };
  for (const arc of arcs) {
    add(arc, arc.from, arc.to);
    if (direction === 'BOTH' || relationOf(arc.type).symmetric) add(arc, arc.to, arc.from);
  }
  return links;
}

/** An expansion over the links, with a record of the requested ids. */
export function expandOver(links: ReadonlyMap<string, readonly Link[]>): {
  readonly expand: Expand;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const expand: Expand = async (ids) => {
    asked.push(...ids);
    return new Map(ids.map((id) => [id, links.get(id) ?? []]));
  };
  return { expand, asked };
}
