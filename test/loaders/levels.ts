import { type FragmentDefinitionNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import { documentOf, type Operation } from '../support/execute.ts';

// What is there as soon as the field above is.
const wrappers = new Set(['nodes', 'edges', 'node', 'pageInfo', 'relation']);

// They walk lineages: a statement for each level of the longest of the seeds, and two.
const walking = /\b(useVerdict|effectiveLicenses|modelsUsableFor|lineage|prerequisites|path)\b/;
const levelsWalked = 5;

// It judges chunk after chunk, the first of 100 models and each next one twice as large: the seeds
// make two.
const judging = /\bmodelsUsableFor\b/;

// Their entity is found before anything is read about it.
const located = /\bdisagreements\([^)]*\bof:/;

// What a filter names by an SPDX id is found before the list is read by its slug.
const namedOtherwise = /"licenses":\["[A-Z]/;

/** How many fields, one below the other, an operation has that may have to be loaded. */
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
        // An edge's own field "relation" is there; that of a claim is loaded: counted below.
        const loaded = selection.name.value === 'relation' ? 1 : Number(own);
        return depth(selection.selectionSet) + loaded;
      }),
    );
  const levels = depth(getOperationAST(document, operationName)?.selectionSet, true);
  const before = located.test(query) || namedOtherwise.test(JSON.stringify(variables ?? {}));
  const walked = Number(walking.test(query)) + Number(judging.test(query));
  return levels + walked * levelsWalked + Number(before);
}
