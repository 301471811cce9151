import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, the longest first. Those of each Neo4j alternate, since they wait for
 * each other.
 */
export const long: readonly string[] = [
  'contract/oldest-line.neo4j',
  'contract/other-lines.neo4j',
  'store/neo4j/other-lines.neo4j',
  'store/neo4j/oldest-line.neo4j',
  'corpus/corpus.neo4j',
  'loaders/standing.neo4j',
  'exchange/load.neo4j',
  'e2e/several-servers.neo4j',
  'exchange/catalog/imports.neo4j',
  'e2e/wordnet.neo4j',
  'explorer/pages.browser',
  'e2e/seeds-now',
  'e2e/faults',
  'e2e/commands',
  'exchange/rdf/round-trip',
  'exchange/large-load',
  'package/package',
  'explorer/hostile',
  'explorer/entity-pages',
  'exchange/rdf/export',
  'e2e/check-bom',
  'corpus/corpus',
  'store/embedded/filling',
  'e2e/import-catalog',
  'loaders/standing',
  'exchange/catalog/imports',
  'exchange/load/owned-loads',
  'exchange/catalog/large-catalog',
  'docs/docs',
  'docs/own-vocabulary',
  'schema/fields/cursor',
  'contract/threads',
  'contract/embedded',
  'e2e/serve',
  'explorer/rdf-pages',
  'e2e/import-skos',
  'e2e/several-servers',
  'e2e/wordnet',
  'e2e/mcp',
];

/** Begins with long files, so that no worker is left with one of them at the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? long.length : at;
    };
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => group(one) - group(other) || place(one) - place(other));
  }
}
