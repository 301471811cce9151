import { groupBy } from '../base/group-by.ts';
import type { Dataset } from './dataset.ts';
import { statementsOfRecords } from './plain-statements.ts';
import type { StatementStream } from './statement-stream.ts';

/** The statements that give the records of a dataset. */
export function datasetStream({
  entities,
  relations,
  claims,
  sources,
}: Pick<Dataset, 'entities' | 'relations' | 'claims' | 'sources'>): StatementStream {
  const about = groupBy(claims, ({ subjectId }) => subjectId);
  const edges = new Map(relations.map((relation) => [relation.id, relation]));
  return {
    sources: () => sources,
    *entities() {
      for (const { record } of entities) {
        yield statementsOfRecords(record, about.get(record.id) ?? [], edges);
      }
    },
  };
}
