import type { Quad } from 'n3';
import { DataFactory } from 'n3';
import { claimQuads, relationQuads } from '../../vocab/rdf/claim-quads.ts';
import { entityPartQuads, entityQuads, sourceQuads } from '../../vocab/rdf/entity-quads.ts';
import type { Names } from '../../vocab/rdf/names.ts';
import type { Item } from './graph-items.ts';

const { quad } = DataFactory;

/** The RDF statements of a part of the graph. */
export function* itemQuads(item: Item, names: Names): Generator<Quad> {
  switch (item.what) {
    case 'source':
      yield* sourceQuads(item.source, names);
      return;
    case 'entity':
      yield* entityQuads(item.entity, names);
      if (item.top) {
        const node = names.entity(item.entity);
        yield quad(node, names.node('skos:topConceptOf'), names.scheme());
      }
      return;
    case 'parts':
      yield* entityPartQuads(item.entity, names);
      if (item.top) {
        const node = names.entity(item.entity);
        yield quad(names.scheme(), names.node('skos:hasTopConcept'), node);
      }
      return;
    case 'relations': {
      const { entity, neighbor, relations } = item;
      const best = relations.filter((relation) => relation.best);
      for (const type of new Set(best.map((relation) => relation.type))) {
        yield* relationQuads(type, entity, neighbor, names);
      }
      const licenses = best.some(
        ({ type, artifact, until }) =>
          type === 'LICENSED_UNDER' && artifact === 'WEIGHTS' && until === null,
      );
      if (licenses) {
        const object = names.entity(neighbor);
        yield quad(names.entity(entity), names.node('schema:license'), object);
      }
      return;
    }
    case 'narrower':
      yield quad(
        names.entity(item.entity),
        names.node('skos:narrower'),
        names.entity(item.neighbor),
      );
      return;
    case 'claim':
      yield* claimQuads(item.claim, item.entity, item.relation, names);
  }
}
