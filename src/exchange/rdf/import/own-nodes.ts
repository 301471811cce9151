import { madeOnce } from '../../../base/made-once.ts';
import { entityKinds, kindOf } from '../../../ontology/kinds.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { Names, ownNameOf, rdfType } from '../../../vocab/rdf/names.ts';
import { type NodeIndex, nodeKey } from '../../../vocab/rdf/node-index.ts';

/** An entity or source in one of our exports. */
interface OwnNode {
  readonly node: string;
  readonly id: string;
  /** Null for a source. */
  readonly kind: EntityKind | null;
  /** The names of the server that wrote the export. */
  readonly names: Names;
}

export interface OwnNodes {
  readonly byNode: ReadonlyMap<string, OwnNode>;
  /** The nodes of claims, by the node of their subject. */
  readonly claims: ReadonlyMap<string, readonly string[]>;
  /** Whether a node belongs to an export: an entity, a source, a part of them, or the scheme. */
  readonly covered: (node: string) => boolean;
}

const typeNames = new Map<string, EntityKind | null>([
  ...entityKinds.map((kind) => [kindOf(kind).typeName, kind] as const),
  ['Source', null],
]);

/**
 * Finds the nodes of our own exports. Their address and their type begin with the address of one
 * server, as in `<https://a.example/models/phi-4> a <https://a.example/vocab#Model>`.
 */
export function ownNodesIn(graph: NodeIndex): OwnNodes {
  const servers = new Map<string, Names>();
  const byNode = new Map<string, OwnNode>();
  const claims = new Map<string, string[]>();
  const claimNodes: { node: string; about: string }[] = [];
  for (const [node, statements] of graph.nodes()) {
    for (const { predicate, object } of statements) {
      if (predicate !== rdfType) continue;
      const [, base, typeName] = /^(.+)\/vocab#([A-Za-z]+)$/s.exec(object.value) ?? [];
      if (base === undefined || typeName === undefined || !node.startsWith(`${base}/`)) continue;
      const names = madeOnce(servers, base, () => new Names(base));
      if (typeName === 'Claim') {
        const about = graph.values(node, names.node('gg:about').value)[0]?.object;
        if (about !== undefined) claimNodes.push({ node, about: nodeKey(about) });
        continue;
      }
      const own = ownNameOf(node);
      if (own?.base !== base || typeNames.get(typeName) !== own.kind) continue;
      if (typeNames.has(typeName)) byNode.set(node, { node, id: own.id, kind: own.kind, names });
    }
  }
  for (const { node, about } of claimNodes) {
    const known = claims.get(about);
    if (known === undefined) claims.set(about, [node]);
    else known.push(node);
  }
  const schemes = new Set([...servers.values()].map((names) => names.scheme().value));
  const covered = (node: string) => {
    return byNode.has(node) || byNode.has(node.split('#', 1)[0] ?? '') || schemes.has(node);
  };
  return { byNode, claims, covered };
}
