import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainStatements } from '../../../src/exchange/load/plain-statements.ts';
import type { Statements } from '../../../src/exchange/statement.ts';
import { type EntityStatements, streamOf } from '../../../src/exchange/statement-stream.ts';
import { buildDataset, datasetStream } from '../../support/dataset.ts';
import { heads, someStatements } from '../../support/some-statements.ts';

const names = new Map(heads.map(({ id, name }) => [id, name]));
const nameOf = (id: string) => names.get(id) ?? id;

function together(stated: readonly EntityStatements[], { sources }: Statements): Statements {
  return {
    sources,
    entities: stated.map(({ head }) => head),
    facts: stated.flatMap(({ facts }) => facts),
    edges: stated.flatMap(({ edges }) => edges),
  };
}

it('records give back the statements that they were made of, in plain form', () => {
  fc.assert(
    fc.property(someStatements, (statements) => {
      const dataset = buildDataset(statements);
      const again = [...(datasetStream(dataset).entities() as Iterable<EntityStatements>)];
      const given = [...(streamOf(statements).entities() as Iterable<EntityStatements>)];
      const plain = new Map(given.map((each) => [each.head.id, plainStatements(each, nameOf)]));
      for (const each of again) expect(each).toEqual(plain.get(each.head.id));
      expect(buildDataset(together(again, statements))).toEqual(dataset);
    }),
    { numRuns: 150 },
  );
});
