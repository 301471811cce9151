import {
  describeDataset,
  describeEntity,
  describeSource,
  describeVocabulary,
  dumpPath,
} from '../exchange/rdf/describe.ts';
import { exportGraph } from '../exchange/rdf/export-graph.ts';
import { exportFormatNames, exportFormats } from '../exchange/rdf/formats.ts';
import { UnansweredError } from '../explorer/ask.ts';
import type { RdfDocuments } from '../explorer/rdf-documents.ts';
import { sourceId } from '../ontology/ids.ts';
import type { Dump } from '../server/http/dump-handler.ts';
import { storeProblem } from '../server/present-errors.ts';
import { type GraphStore, StoreError } from '../store/graph-store.ts';

/** The Turtle documents of a store, at its public URL. */
export function rdfDocumentsOf(store: GraphStore, publicUrl: () => string): RdfDocuments {
  return {
    entity: (kind, key, signal) =>
      answered(describeEntity(store, publicUrl(), { kind, key }, { signal })),
    source: (slug, signal) =>
      answered(describeSource(store, publicUrl(), sourceId(slug), { signal })),
    dataset: (signal) => answered(describeDataset(store, publicUrl(), { signal })),
    vocabulary: () => describeVocabulary(publicUrl()),
    dumps: exportFormatNames.map((format) => {
      return { name: exportFormats[format].name, path: dumpPath(format) };
    }),
  };
}

/** Turns an error of the store into one that clients may read. */
async function answered<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new UnansweredError([storeProblem(error)]);
  }
}

/** The dumps of the whole graph, by path. */
export function dumpsOf(store: GraphStore, publicUrl: () => string): ReadonlyMap<string, Dump> {
  return new Map(
    exportFormatNames.map((format) => [
      dumpPath(format),
      {
        mediaType: exportFormats[format].type,
        text: (options) => exportGraph(store, publicUrl(), format, options),
      },
    ]),
  );
}
