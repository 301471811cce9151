import type { EntityRecord } from '../../ontology/records.ts';
import type { Read, ReadResult } from '../reads.ts';
import { textRowOf } from '../text-row.ts';
import type { Sqlite } from './database/database.ts';
import type { Graph } from './database/graph.ts';
import { stateIn } from './database/graph-state.ts';
import type { ClaimReads } from './read/claim-reads.ts';
import type { DisagreementReads } from './read/disagreement-reads.ts';
import { edgeCount, edgePage, entityRow } from './read/edge-reads.ts';
import { facetRows } from './read/facet-reads.ts';
import type { LabelReads } from './read/label-reads.ts';
import { entityCount, entityPage, graphCounts, latestIds } from './read/list-reads.ts';
import { classContents, classesFound } from './read/model-classes.ts';
import { fansOf, sharedNeighbor } from './read/shared-neighbors.ts';
import { linksOf, relationsAmong, surroundings } from './read/walk-reads.ts';

/** What answers reads. */
export interface Answering {
  readonly database: Sqlite;
  readonly graph: Graph;
  readonly claims: ClaimReads;
  readonly disagreements: DisagreementReads;
  readonly labels: LabelReads;
}

/** The answer of a store in a file to one read. */
export function answer(
  read: Read,
  { graph, claims, disagreements, labels, database }: Answering,
): ReadResult {
  switch (read.kind) {
    case 'entities':
      return present(read.ids, (id) =>
        graph.numberOf(id) === undefined ? undefined : entityRow(graph, id, read.select),
      );
    case 'locate':
      return read.locators.map(({ kind, key }) => {
        const entity = graph.located(kind, key);
        return entity === undefined ? null : entityRow(graph, entity.id, read.select);
      });
    case 'list':
      return entityPage(graph, read.spec, read.select);
    case 'listCount':
      return entityCount(graph, read.spec);
    case 'facet':
      return facetRows(graph, read.spec, read.select);
    case 'useClasses':
      return classesFound(graph, read);
    case 'classContents':
      return classContents(graph, read.keys);
    case 'edges':
      return present(read.ownerIds, (id) => edgePage(graph, id, read.spec, read.select));
    case 'edgeCounts':
      return present(read.ownerIds, (id) => edgeCount(graph, id, read.spec));
    case 'links':
      return present(read.ownerIds, (id) =>
        graph.numberOf(id) === undefined ? undefined : linksOf(graph, id, read.spec),
      );
    case 'routes':
      return null;
    case 'fans':
      return present(read.ownerIds, (id) => fansOf(graph, id, read.types));
    case 'sharedNeighbors':
      return read.pairs.map(([one, other]) => sharedNeighbor(graph, one, other));
    case 'surroundings':
      return surroundings(graph, read.ofId, read);
    case 'relationsAmong':
      return relationsAmong(graph, read.ids, read.types, read.limit);
    case 'relations':
      return graph.relations(read.ids);
    case 'claims':
      return claims.pages(read.ownerIds, read.spec);
    case 'claimCounts':
      return claims.counts(read.ownerIds, read.spec);
    case 'claimsById':
      return claims.claims(read.ids);
    case 'disagreements':
      return disagreements.page(read.spec);
    case 'disagreementCount':
      return disagreements.count(read.spec);
    case 'sources':
      return claims.sources(read.ids);
    case 'latest':
      return latestIds(graph, read.limit);
    case 'texts':
      return graph
        .after(read.of, read.after, read.limit)
        .map((entity) => textRowOf(entity as EntityRecord & Record<string, unknown>));
    case 'words':
      return labels.words(read);
    case 'labels':
      return labels.labels(read);
    case 'labelHeads':
      return labels.heads(read.heads);
    case 'textMatches':
      return labels.texts(read);
    case 'graph':
      return {
        ...graphCounts(graph),
        ...stateIn(database),
      };
  }
}

/** Whether a read asks only for properties of entities, which are there before neighbors and labels. */
export function isOfRecords(read: Read): boolean {
  return (
    read.kind === 'entities' && read.select.edges.length === 0 && read.select.counts.length === 0
  );
}

function present<T>(ids: readonly string[], find: (id: string) => T | undefined): Map<string, T> {
  const found = new Map<string, T>();
  for (const id of ids) {
    const value = find(id);
    if (value !== undefined) found.set(id, value);
  }
  return found;
}
