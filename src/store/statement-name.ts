import type { RelationType } from '../ontology/relations.ts';
import type { Read } from './reads.ts';

/** The name of a statement: the names of its pieces with their details, joined by "+". */
export function statementName(reads: readonly Read[]): string {
  return reads.map(pieceName).join('+');
}

function pieceName(read: Read): string {
  switch (read.kind) {
    case 'list':
    case 'listCount':
      return `${read.kind}:${read.spec.kind}`;
    case 'facet': {
      const { kind, by } = read.spec;
      const what =
        by.op === 'property'
          ? `${by.prefix.replace('=', '') || by.property}`
          : by.hops.map(({ type }) => type).join('>');
      return `facet:${kind}:${what}`;
    }
    case 'edges':
    case 'edgeCounts':
      return `${read.kind}:${typeNames(read.spec.types)}`;
    case 'links':
      return `links:${typeNames(read.spec.types)}`;
    case 'fans':
    case 'routes':
    case 'surroundings':
    case 'relationsAmong':
      return `${read.kind}:${typeNames(read.types)}`;
    case 'claims':
    case 'claimCounts':
      return `${read.kind}:${read.spec.of}`;
    default:
      return read.kind;
  }
}

function typeNames(types: readonly RelationType[]): string {
  return types.length > 4 ? '*' : types.join('|');
}
