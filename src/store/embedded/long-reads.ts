import { relationTypes } from '../../ontology/relations.ts';
import type { EdgeSpec, Read } from '../reads.ts';
import type { Graph } from './graph.ts';

/**
 * Whether a read may cover much of the graph and block other reads. From `hubFrom` relations of one
 * type, reading all relations of an entity takes long.
 */
export function mayTakeLong(read: Read, graph: Graph, hubFrom: number): boolean {
  const isHub = (id: string) =>
    graph.slots(id, relationTypes, 'BOTH').some(({ total }) => total >= hubFrom);
  switch (read.kind) {
    case 'list':
    case 'listCount':
      return read.spec.where !== null;
    case 'facet': {
      const { where, by } = read.spec;
      return where !== null || (by.op === 'linked' && by.hops.length > 1);
    }
    case 'useClasses':
    case 'textMatches':
      return true;
    case 'edges': {
      const { where, order } = read.spec;
      const isWalk = where === null && order.property === 'sort' && isPlain(read.spec);
      return !isWalk && read.ownerIds.some((id) => isHub(id));
    }
    case 'edgeCounts':
      return (
        (read.spec.where !== null || !isPlain(read.spec) || read.spec.types.length > 1) &&
        read.ownerIds.some((id) => isHub(id))
      );
    case 'links':
      return read.ownerIds.some((id) => isHub(id));
    case 'surroundings':
      return read.depth > 1 || isHub(read.ofId);
    default:
      return false;
  }
}

/** Whether the stored order or count of neighbors is enough. */
function isPlain({ ranks, neighborKinds, artifact, on }: EdgeSpec): boolean {
  return ranks === 'BEST' && neighborKinds === null && artifact === null && on === null;
}
