import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import type { KnownTerms } from '../../../src/exchange/rdf/import/known-terms.ts';
import { importRdf, type RdfImport } from '../../../src/exchange/rdf/import/rdf-import.ts';
import { type RdfProblem, UnreadableRdf } from '../../../src/exchange/rdf/read/rdf-problem.ts';
import { readRdfFiles } from '../../../src/exchange/rdf/read/read-files.ts';
import type { Statements } from '../../../src/exchange/statement.ts';
import type { StatementsInMemory } from '../../../src/exchange/statement-stream.ts';

/** A graph in which nothing is. */
export const emptyGraph: KnownTerms = {
  byUri: async () => new Map(),
  bySlug: async () => new Map(),
};

/** Imports texts by the names of their files; what cannot be read comes back as its problem alone. */
export async function importTexts(
  texts: Readonly<Record<string, string | Uint8Array>>,
  { known = emptyGraph, language = null }: { known?: KnownTerms; language?: string | null } = {},
): Promise<
  Pick<RdfImport, 'problems' | 'noPlace' | 'dataset'> & { readonly statements: Statements | null }
> {
  const folder = await mkdtemp(join(tmpdir(), 'glossgraph-rdf-'));
  const bare = (problems: readonly RdfProblem[]) =>
    problems.map((problem) => ({ ...problem, file: basename(problem.file) }));
  try {
    const files = Object.keys(texts).map((name) => join(folder, name));
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
    const imported = await importRdf(await readRdfFiles(files), {
      ...{ known, language, dataset: null },
    });
    const statements = imported.statements === null ? null : collected(imported.statements);
    return { ...imported, statements, problems: bare(imported.problems) };
  } catch (error) {
    if (!(error instanceof UnreadableRdf)) throw error;
    return {
      ...{ statements: null, noPlace: new Map(), dataset: '' },
      problems: bare([error.problem]),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function collected(stream: StatementsInMemory): Statements {
  const all = [...stream.entities()];
  // It is read several times, and gives the same each time.
  expect([...stream.entities()]).toEqual(all);
  return {
    sources: [...stream.sources()],
    entities: all.map(({ head }) => head),
    facts: all.flatMap(({ facts }) => facts),
    edges: all.flatMap(({ edges }) => edges),
  };
}

/** Turtle with the prefixes that the tests use; the first line of the text is line 1. */
export function turtle(text: string): string {
  const prefixes = [
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#>.',
    '@prefix xl: <http://www.w3.org/2008/05/skos-xl#>.',
    '@prefix owl: <http://www.w3.org/2002/07/owl#>.',
    '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>.',
    '@prefix dcterms: <http://purl.org/dc/terms/>.',
    '@prefix : <https://vocab.example/animals/>.',
  ];
  return `${prefixes.join(' ')} ${text}`;
}
