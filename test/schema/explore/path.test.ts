import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { dataOf, run } from '../../support/execute.ts';
import { coldReader, smallStore } from '../support.ts';

const path = `query ($from: EntityRefInput!, $to: EntityRefInput!) {
  path(from: $from, to: $to) { length entities { slug } explanation }
}`;

describe('ends of a walk', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = coldReader(await smallStore());
  });

  const refused = async (query: string, variables: Record<string, unknown>) =>
    (await run(reader, { query, variables })).result.errors;

  it('that were both not found are both reported, with the given values', async () => {
    const errors = await refused(path, { from: { term: 'nowhere' }, to: { license: 'NONE-1.0' } });
    const unknown = [
      { argument: 'from.term', value: 'nowhere' },
      { argument: 'to.license', value: 'NONE-1.0' },
    ];
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'NOT_FOUND', argument: 'from.term', unknown },
    ]);
    expect(errors?.[0]?.message).toBe(
      'Argument "from.term": "nowhere" was not found. Argument "to.license": "NONE-1.0" was not found.',
    );
  });

  it('of which one was not found: that one is reported', async () => {
    const errors = await refused(path, { from: { term: 'open' }, to: { model: 'nowhere' } });
    expect(errors?.map(({ extensions }) => extensions.unknown)).toEqual([
      [{ argument: 'to.model', value: 'nowhere' }],
    ]);
  });

  it('that are the missing center of a neighborhood are reported too', async () => {
    const query = '{ neighborhood(of: { tool: "nothing" }) { truncated } }';
    expect((await refused(query, {}))?.map(({ extensions }) => extensions)).toEqual([
      {
        code: 'NOT_FOUND',
        argument: 'of.tool',
        unknown: [{ argument: 'of.tool', value: 'nothing' }],
      },
    ]);
  });

  it('that are the same entity give a path without steps', async () => {
    const open = { term: 'open' };
    expect(await dataOf(reader, path, { from: open, to: open })).toEqual({
      path: { length: 0, entities: [{ slug: 'open' }], explanation: 'Both ends are Open weights.' },
    });
  });
});
