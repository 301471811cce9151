import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetReading } from '../../../src/exchange/load/dataset-reading.ts';
import { readStatements } from '../../../src/exchange/load/spooled-dataset.ts';
import type { EdgeStatement, Statements } from '../../../src/exchange/statement.ts';
import { streamOf } from '../../../src/exchange/statement-stream.ts';
import { Spool } from '../../../src/store/embedded/spool/spool.ts';
import { buildDataset, type Dataset } from '../../support/dataset.ts';
import { head, heads, someStatements } from '../../support/some-statements.ts';

/** The whole content of a reading, in the order of ids. */
async function whole(reading: DatasetReading): Promise<Dataset> {
  const found = { entities: [], relations: [], claims: [], sources: [], disagreements: [] } as {
    -readonly [Thing in keyof Dataset]: Dataset[Thing][number][];
  };
  for await (const portion of reading.sources())
    found.sources.push(...portion.map(({ record }) => record));
  for await (const portion of reading.entities()) found.entities.push(...portion);
  for await (const portion of reading.hanging()) {
    found.relations.push(...portion.relations);
    found.claims.push(...portion.claims);
    found.disagreements.push(...portion.disagreements);
  }
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  found.entities.sort((one, other) => byId(one.record, other.record));
  for (const thing of ['relations', 'claims', 'sources', 'disagreements'] as const) {
    found[thing].sort(byId);
  }
  return found;
}

function sizesOf(dataset: Dataset) {
  return Object.fromEntries(Object.entries(dataset).map(([thing, all]) => [thing, all.length]));
}

describe('statements read entity by entity', () => {
  it('give the records that all of them together give', async () => {
    await fc.assert(
      fc.asyncProperty(someStatements, async (statements) => {
        const spool = new Spool();
        try {
          const reading = await readStatements(streamOf(statements), spool);
          const expected = buildDataset(statements);
          expect(await whole(reading)).toEqual(expected);
          expect(reading.sizes).toEqual(sizesOf(expected));
          const ids = ['Term:t0', 'Term:none', 'Model:m2'];
          expect(reading.covered(ids)).toEqual(new Set(['Term:t0', 'Model:m2']));
        } finally {
          spool.close();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are refused where a relation leads to nothing, or an entity is stated twice', async () => {
    const none = { sources: [], facts: [] };
    const edge: EdgeStatement = {
      ...{ type: 'BROADER', subjectId: 'Term:t0', objectId: 'Term:gone', artifact: null },
      ...{ expression: null, since: null, until: null, method: null, sourceId: 'Source:one' },
      ...{ asOf: null, rank: 'NORMAL', evidence: null, note: null },
    };
    const reading = (statements: Statements) => {
      const spool = new Spool();
      return readStatements(streamOf(statements), spool).finally(() => spool.close());
    };
    await expect(reading({ ...none, entities: heads, edges: [edge] })).rejects.toThrow(
      'a relation leads to Term:gone',
    );
    await expect(
      reading({ ...none, entities: [...heads, head('TERM', 't1')], edges: [] }),
    ).rejects.toThrow('Term:t1 is stated twice');
  });
});
