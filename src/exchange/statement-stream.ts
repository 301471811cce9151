import { groupBy } from '../base/group-by.ts';
import type { SourceRecord } from '../ontology/records.ts';
import type { EdgeStatement, EntityHead, FactStatement, Statements } from './statement.ts';

/** All that is stated of one entity: its facts, and the edges that it states. */
export interface EntityStatements {
  readonly head: EntityHead;
  readonly facts: readonly FactStatement[];
  readonly edges: readonly EdgeStatement[];
}

/** What an importer knows, entity by entity; it is read more than once, and the same each time. */
export interface StatementStream {
  sources(): Iterable<SourceRecord> | AsyncIterable<SourceRecord>;
  entities(): Iterable<EntityStatements> | AsyncIterable<EntityStatements>;
}

/** Statements that are in memory, entity by entity. */
export function streamOf({ entities, sources, facts, edges }: Statements): StatementStream {
  const [heads, cited] = [[...entities], [...sources]];
  const factsOf = groupBy(facts, ({ subjectId }) => subjectId);
  const edgesOf = groupBy(edges, ({ subjectId }) => subjectId);
  return {
    sources: () => cited,
    *entities() {
      for (const head of heads) {
        yield { head, facts: factsOf.get(head.id) ?? [], edges: edgesOf.get(head.id) ?? [] };
      }
    },
  };
}
