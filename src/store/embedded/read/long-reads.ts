import { cellProperties } from '../../../ontology/filter-cells.ts';
import { relationOf } from '../../../ontology/relations.ts';
import { isCellHop } from '../../cell-conditions.ts';
import type { EdgePageSpec, EdgeSpec, FacetSpec, ListSpec, Read, Selection } from '../../reads.ts';
import { allRelations } from '../../sides.ts';
import type { Graph } from '../database/graph.ts';
import { byCells } from '../match/cells.ts';
import { tallyOf } from '../match/tally.ts';

/**
 * Whether a read may cover much of the graph and block other reads. From `hubFrom` relations of one
 * type, reading all relations of an entity takes long.
 */
export function mayTakeLong(read: Read, graph: Graph, hubFrom: number): boolean {
  return looksLong(read, graph, hubFrom) && !isSmall(graph, hubFrom);
}

/** From so many pages, counts and entities on, reads together take long, however small each is. */
const manyParts = 500;

/** Whether reads ask for so much that it would block others. */
export function areMany(reads: readonly Read[]): boolean {
  return reads.reduce((sum, read) => sum + partsOf(read), 0) >= manyParts;
}

function partsOf(read: Read): number {
  switch (read.kind) {
    case 'entities':
      return read.ids.length * partsOfEach(read.select);
    case 'locate':
      return read.locators.length * partsOfEach(read.select);
    case 'edges':
      return read.ownerIds.length * read.spec.window.limit * partsOfEach(read.select);
    case 'edgeCounts':
    case 'links':
    case 'claims':
    case 'claimCounts':
      return read.ownerIds.length;
    case 'list':
      return read.spec.window.limit * partsOfEach(read.select);
    default:
      return 1;
  }
}

/** An entity, and what comes along with it. */
function partsOfEach({ edges, counts }: Selection): number {
  return edges.reduce(
    (sum, { spec, select }) => sum + 1 + spec.window.limit * (partsOfEach(select) - 1),
    1 + counts.length,
  );
}

/** Whether the graph is too small to have a hub. */
function isSmall(graph: Graph, hubFrom: number): boolean {
  return [...tallyOf(graph).values()].every((count) => count < hubFrom);
}

function looksLong(read: Read, graph: Graph, hubFrom: number): boolean {
  const isHub = (id: string) => graph.slots(id, allRelations).some(({ total }) => total >= hubFrom);
  const bringsLong = (id: string, { edges, counts }: Selection) =>
    (edges.some(({ spec }) => !isWalk(spec)) || counts.some((spec) => !isStored(spec))) &&
    isHub(id);
  switch (read.kind) {
    case 'entities':
      return (
        read.ids.some((id) => bringsLong(id, read.select)) || read.select.edges.some(leadsToLong)
      );
    case 'locate':
      return (
        read.locators.some(({ kind, key }) => {
          const entity = graph.located(kind, key);
          return entity !== undefined && bringsLong(entity.id, read.select);
        }) || read.select.edges.some(leadsToLong)
      );
    case 'list':
      return read.spec.where !== null || mayLeadToLong(read.select);
    case 'listCount':
      return read.spec.where !== null && !isSummed(read.spec, graph);
    case 'facet':
      return !isSummedFacet(read.spec, graph) || mayLeadToLong(read.select);
    case 'useClasses':
    case 'classContents':
    case 'textMatches':
      return true;
    case 'edges':
      return (!isWalk(read.spec) && read.ownerIds.some(isHub)) || mayLeadToLong(read.select);
    case 'edgeCounts':
      return !isStored(read.spec) && read.ownerIds.some(isHub);
    case 'links':
      return read.ownerIds.some(isHub);
    case 'sharedNeighbors':
      return read.pairs.reduce((sum, pair) => sum + smallerOf(pair), 0) >= hubFrom;
    case 'surroundings':
      return read.depth > 1 || isHub(read.ofId);
    default:
      return false;
  }
}

function smallerOf([one, other]: Read<'sharedNeighbors'>['pairs'][number]): number {
  return Math.min(one.total, other.total);
}

/** Whether entities of an unknown number of relations bring along what takes long at a hub. */
function mayLeadToLong({ edges, counts }: Selection): boolean {
  return (
    edges.some((nested) => !isWalk(nested.spec) || leadsToLong(nested)) ||
    counts.some((spec) => !isStored(spec))
  );
}

function leadsToLong({ select }: { readonly select: Selection }): boolean {
  return mayLeadToLong(select);
}

/** Whether a page is a range of an index, in its order. */
function isWalk(spec: EdgePageSpec): boolean {
  if (leadsToFew(spec)) return true;
  return spec.where === null && spec.order.property === 'sort' && isPlain(spec);
}

/** Whether a stored number is the count. */
function isStored(spec: EdgeSpec): boolean {
  if (leadsToFew(spec)) return true;
  return spec.where === null && isPlain(spec) && spec.types.length === 1;
}

/** As many relations start at an entity as its sources state. */
function leadsToFew({ types, direction }: EdgeSpec): boolean {
  return direction === 'OUT' && types.every((type) => !relationOf(type).symmetric);
}

/** Whether the stored order or count of neighbors is enough. */
function isPlain({ ranks, neighborKinds, artifact, on }: EdgeSpec): boolean {
  return ranks === 'BEST' && neighborKinds === null && artifact === null && on === null;
}

/** Whether the list is counted by a sum over few cells. */
function isSummed({ kind, where }: ListSpec, graph: Graph): boolean {
  const { test, rest } = byCells(kind, where, graph);
  return test !== null && rest === null;
}

function isSummedFacet(spec: FacetSpec, graph: Graph): boolean {
  const { by, where } = spec;
  if (by.op === 'property') {
    return isSummed(spec, graph) && cellProperties.includes(by.property);
  }
  const [hop, ...others] = by.hops;
  if (hop !== undefined && isCellHop(hop) && isSummed(spec, graph)) return true;
  return where === null && others.length === 0;
}
