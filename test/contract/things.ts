import { beforeAll, describe, expect, it } from 'vitest';
import { entityKinds } from '../../src/ontology/kinds.ts';
import { entityRecordSchemas } from '../../src/ontology/records.ts';
import { relationTypes } from '../../src/ontology/relations.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { textRowOf } from '../../src/store/text-row.ts';
import { nothing, readOne, selecting } from '../support/reads.ts';
import { at } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';
import { claims, fill, models, page, paper, relations, terms, world } from './world.ts';

/** Reads of single things by name. */
export function thingsContract(stores: StoreUnderTest): void {
  describe('reading things by name', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await fill(await stores.empty());
    });

    it.each(world.entities)('gives every property of $id as it was written', async (record) => {
      const select = selecting(...Object.keys(entityRecordSchemas[record.kind].shape));
      const rows = await readOne(store, { kind: 'entities', ids: [record.id], select });
      expect(rows.get(record.id)).toStrictEqual({
        entity: { ...record, revision: 1, updatedAt: at },
        edges: [],
        counts: [],
      });
    });

    it('always gives id and kind, and those properties that the kind has', async () => {
      const { early } = models;
      const select = selecting('contextTokens', 'termKind', 'totalParameters');
      const ids = [terms.open.id, 'Term:unknown', early.id, 'Model:', 'x', ''];
      const rows = await readOne(store, { kind: 'entities', ids, select });
      expect([...rows.keys()].sort()).toEqual([early.id, terms.open.id]);
      const { contextTokens, totalParameters } = early;
      expect(rows.get(early.id)?.entity).toMatchObject({ contextTokens, totalParameters });
      expect(rows.get(early.id)?.entity).not.toHaveProperty('termKind');
      const open = { id: terms.open.id, kind: 'TERM', termKind: 'CONCEPT' };
      expect(rows.get(terms.open.id)?.entity).toMatchObject(open);
      expect(rows.get(terms.open.id)?.entity).not.toHaveProperty('contextTokens');
      expect((await readOne(store, { kind: 'entities', ids: [], select: nothing })).size).toBe(0);
    });

    it('finds by locators, in their order, with null for missing things', async () => {
      const locators = [
        { kind: 'LICENSE', key: 'MIT' },
        { kind: 'TERM', key: 'closed' },
        { kind: 'LICENSE', key: 'Mit' },
        { kind: 'TERM', key: 'closed-now' },
        { kind: 'MODEL', key: 'open' },
        { kind: 'TOOL', key: 'runner' },
        { kind: 'LICENSE', key: 'mit' },
      ] as const;
      const rows = await readOne(store, { kind: 'locate', locators, select: selecting('name') });
      expect(rows.map((row) => row && [row.entity.id, row.entity.name])).toEqual([
        ['License:mit', 'MIT'],
        ['Term:closed', 'Closed weights'],
        null,
        ['Term:closed', 'Closed weights'],
        null,
        ['Tool:runner', 'Runner'],
        ['License:mit', 'MIT'],
      ]);
    });

    it('gives relations of every type by id', async () => {
      const all = Object.values(relations);
      const ids = [...all.map(({ id }) => id), 'Relation:unknown', terms.open.id];
      const found = await readOne(store, { kind: 'relations', ids });
      expect(Object.fromEntries(found)).toStrictEqual(
        Object.fromEntries(all.map((relation) => [relation.id, relation])),
      );
    });

    it('gives claims and sources by id', async () => {
      const ids = [claims.edge3.id, claims.ctx2.id, 'Claim:unknown'];
      expect(Object.fromEntries(await readOne(store, { kind: 'claimsById', ids }))).toStrictEqual({
        [claims.edge3.id]: claims.edge3,
        [claims.ctx2.id]: claims.ctx2,
      });
      const sources = { kind: 'sources', ids: [paper.id, 'Source:unknown', page.id] } as const;
      expect(Object.fromEntries(await readOne(store, sources))).toStrictEqual({
        [page.id]: page,
        [paper.id]: paper,
      });
    });

    it.each(entityKinds)('gives what every %s is called, by id, in pages', async (of) => {
      const read = { kind: 'texts', of } as const;
      const first = await readOne(store, { ...read, after: null, limit: 1 });
      const after = first.at(-1)?.id ?? '';
      const rest = await readOne(store, { ...read, after, limit: 1000 });
      expect(first).toHaveLength(1);
      expect(await readOne(store, { ...read, after: 'Z', limit: 3 })).toEqual([]);
      const expected = world.entities
        .filter(({ kind }) => kind === of)
        .map((record) => textRowOf({ ...record }));
      expect([...first, ...rest]).toStrictEqual(
        expected.sort((one, other) => (one.id < other.id ? -1 : 1)),
      );
    });

    it('counts the graph: entities by kind, best relations by type', async () => {
      expect(await readOne(store, { kind: 'graph' })).toStrictEqual({
        entities: { TERM: 7, MODEL: 4, LICENSE: 3, ORGANIZATION: 1, TOOL: 1 },
        relations: {
          ...Object.fromEntries(relationTypes.map((type) => [type, 0])),
          RELATED_TO: 4,
          BROADER: 2,
          CONTRASTS_WITH: 1,
          EXEMPLIFIES: 3,
          LICENSED_UNDER: 4,
          DERIVED_FROM: 1,
          DEVELOPED_BY: 2,
          STEWARDED_BY: 1,
          CLASSIFIED_AS: 1,
          SUPERSEDES: 1,
          HAS_TOOL: 1,
        },
        claims: 8,
        sources: 2,
        revision: 1,
        changedAt: at,
      });
    });
  });
}
