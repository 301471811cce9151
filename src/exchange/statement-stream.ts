import { groupBy } from '../base/group-by.ts';
import type { SourceRecord } from '../ontology/records.ts';
import type { EdgeStatement, EntityHead, FactStatement, Statements } from './statement.ts';

/** The statements on one entity: its facts, and the edges that it states. */
export interface EntityStatements {
  readonly head: EntityHead;
  readonly facts: readonly FactStatement[];
  readonly edges: readonly EdgeStatement[];
}

/**
 * The statements of an importer, entity by entity. A load reads it again if another process wrote
 * meanwhile, and must then get the same.
 */
export interface StatementStream {
  sources(): Iterable<SourceRecord> | AsyncIterable<SourceRecord>;
  entities(): Iterable<EntityStatements> | AsyncIterable<EntityStatements>;
}

/** A stream of what is in memory. */
export interface StatementsInMemory extends StatementStream {
  sources(): Iterable<SourceRecord>;
  entities(): Iterable<EntityStatements>;
}

/** Statements in memory, entity by entity. */
export function streamOf({ entities, sources, facts, edges }: Statements): StatementsInMemory {
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

/** The statements of two streams about different entities, as one. */
export function bothOf(one: StatementsInMemory, other: StatementsInMemory): StatementsInMemory {
  return {
    *sources() {
      yield* one.sources();
      yield* other.sources();
    },
    *entities() {
      yield* one.entities();
      yield* other.entities();
    },
  };
}
