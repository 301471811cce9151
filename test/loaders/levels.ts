import { type FragmentDefinitionNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import { documentOf, type Operation } from '../support/execute.ts';

// Fields that are present as soon as the field above is.
const wrappers = new Set(['nodes', 'edges', 'node', 'pageInfo', 'relation']);

// They walk lineages, which takes a statement for each level of the longest lineage in the seeds,
// and two more.
const walking = /\b(useVerdict|effectiveLicenses|modelsUsableFor|lineage|prerequisites|path)\b/;
const levelsWalked = 5;

// It judges models in chunks: first 100, then twice as many each time. The seeds need two chunks.
const judging = /\bmodelsUsableFor\b/;

// Their entity is found before anything about it is read.
const located = /\bdisagreements\([^)]*\bof:/;

// An SPDX id in a filter is resolved before the list is read by slug.
const namedOtherwise = /"licenses":\["[A-Z]/;

/** The number of nested fields of an operation that may need to be loaded. */
export function levelsOf({ query, operationName, variables }: Operation): number {
  const document = documentOf(query);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const depth = (selections: SelectionSetNode | undefined, root = false): number =>
    Math.max(
      0,
      ...(selections?.selections ?? []).map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          return depth(fragments.get(selection.name.value)?.selectionSet, root);
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) return depth(selection.selectionSet, root);
        const wraps = !root && wrappers.has(selection.name.value);
        const own = selection.selectionSet !== undefined && !wraps;
        // The field "relation" of an edge is present; that of a claim is loaded and counted below.
        const loaded = selection.name.value === 'relation' ? 1 : Number(own);
        return depth(selection.selectionSet) + loaded;
      }),
    );
  const levels = depth(getOperationAST(document, operationName)?.selectionSet, true);
  const before = located.test(query) || namedOtherwise.test(JSON.stringify(variables ?? {}));
  const walked = Number(walking.test(query)) + Number(judging.test(query));
  return levels + walked * levelsWalked + Number(before);
}
