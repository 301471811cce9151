import { beforeAll, describe, expect, it } from 'vitest';
import { type GraphStore, StoreError } from '../../../src/store/graph-store.ts';
import type { ReadKind } from '../../../src/store/reads.ts';
import { run } from '../../support/execute.ts';
import { coldReader, smallStore } from '../support.ts';

const query = `{
  term(slug: "open") {
    name
    broader { nodes { name } }
    claims { nodes { id } totalCount }
  }
  model(slug: "early") {
    name
    claims(first: 2) { nodes { valueText source { title } } }
    licenses { edges { node { name } relation { note } } }
  }
}`;

/** A store in which statements with a read of this kind fail. */
function failing(store: GraphStore, kind: ReadKind): GraphStore {
  return {
    name: store.name,
    findsRoutes: store.findsRoutes,
    open: () => store.open(),
    version: () => store.version(),
    revision: (options) => store.revision(options),
    state: (options) => store.state(options),
    changesSince: (known, options) => store.changesSince(known, options),
    read: (reads, options) => {
      if (!reads.some((read) => read.kind === kind)) return store.read(reads, options);
      throw new StoreError('STORE_TIMEOUT', 'too slow');
    },
    write: (change) => store.write(change),
    get writes() {
      return store.writes;
    },
    held: store.held,
    classes: store.classes,
    close: () => store.close(),
  };
}

describe('a failure of the store', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await smallStore();
  });
  const ask = async (kind: ReadKind, asked = query) => {
    const { result } = await run(coldReader(failing(store, kind)), { query: asked });
    return {
      data: result.data as Record<'term' | 'model', Record<string, unknown> | null>,
      paths: (result.errors ?? []).map(({ path }) => path?.join('.')).sort(),
      errors: result.errors ?? [],
    };
  };

  it('in one field leaves the others', async () => {
    const { data, paths, errors } = await ask('claims');
    expect(paths).toEqual(['model.claims', 'term.claims']);
    expect(data.term).toMatchObject({ name: 'Open weights', claims: null });
    expect(data.term?.broader).toEqual({ nodes: [{ name: 'Weights' }] });
    expect(data.model).toMatchObject({ name: 'Early', claims: null });
    expect(errors[0]?.originalError).toMatchObject({ code: 'STORE_TIMEOUT' });
  });

  it('in a later statement leaves earlier data', async () => {
    const { data, paths } = await ask('sources');
    expect(paths).toEqual(['model.claims.nodes.0.source', 'model.claims.nodes.1.source']);
    expect(data.model?.claims).toEqual({
      nodes: [
        { valueText: '01', source: null },
        { valueText: '02', source: null },
      ],
    });
  });

  it('fails every field that shared the statement, with an error for each', async () => {
    const shared = `{ model(slug: "early") { name claims(first: 1) { nodes { id } }
      licenses(artifact: WEIGHTS) { nodes { name } edges { relation { source { title } } } } } }`;
    const { data, paths } = await ask('claims', shared);
    expect(paths).toEqual(['model.claims', 'model.licenses.edges.0.relation.source']);
    expect(data.model?.licenses).toEqual({
      nodes: [{ name: 'MIT' }],
      edges: [{ relation: { source: null } }],
    });
  });

  it('in a count alone leaves the page', async () => {
    const counted = '{ term(slug: "open") { claims(first: 1) { totalCount } } }';
    const { data, paths } = await ask('claimCounts', counted);
    expect(paths).toEqual(['term.claims.totalCount']);
    expect(data.term).toEqual({ claims: { totalCount: null } });
  });

  it('at the root leaves null, an error for each field, and no more', async () => {
    const { data, paths } = await ask('locate');
    expect(data).toEqual({ term: null, model: null });
    expect(paths).toEqual(['model', 'term']);
  });
});
