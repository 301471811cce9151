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
  'exchange/large-load',
  'e2e/seeds-now',
  'store/embedded/faults',
  'explorer/hostile',
  'exchange/rdf/round-trip',
  'package/package',
  'loaders/loaders',
  'loaders/standing',
  'clients/urql',
  'docs/docs',
  'e2e/faults',
  'text/search-index',
  'store/embedded/filling',
  'exchange/rdf/export',
  'schema/licensing/use-verdict',
  'corpus/corpus',
  'exchange/catalog/imports',
  'exchange/load/owned-loads',
  'contract/threads',
  'contract/embedded',
  'docs/own-vocabulary',
  'explorer/entity-pages',
  'exchange/catalog/large-catalog',
  'store/embedded/plans',
  'e2e/commands',
  'clients/apollo',
  'docs/recipes',
  'store/embedded/near-edges',
  'loaders/lineage-loader',
  'reasoning/licensing/activity-laws',
  'reasoning/licensing/use-class',
  'exchange/real-seeds',
  'vocab/json-ld',
  'text/search/hub-names',
  'e2e/export',
  'e2e/build',
  'server/real-graph',
  'explorer/find-pages',
  'explorer/embed.browser',
  'text/search/evaluation',
  'explorer/rdf-pages',
  'e2e/serve',
  'exchange/yaml-slips',
  'server/answer-cache',
  'reasoning/licensing/verdict-laws',
  'server/http',
  'text/search/graphql-evaluation',
  'e2e/several-servers',
  'e2e/mcp',
  'e2e/check-bom',
  'e2e/import-catalog',
  'e2e/wordnet',
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
