import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../src/store/embedded/embedded-store.ts';
import type { Condition } from '../../../src/store/list-condition.ts';
import { byName, nothing, page, readOne } from '../../support/reads.ts';
import { change, model } from '../../support/records.ts';

const models = ['a', 'b', 'c', 'd'].map((slug) => model(slug));
const classOf = (key: string) => ({ key, content: `["${key}"]`, variant: null });

describe('models of some classes', () => {
  // Numbers grow with every new class: a byte for each of them is soon longer than a list.
  it.each([0, 999_990, 5_000_000])('are found after %i classes that are gone', async (before) => {
    const folder = await mkdtemp(join(tmpdir(), 'glossgraph-'));
    const file = join(folder, 'graph.db');
    const store = createEmbeddedStore({ file });
    try {
      await store.open();
      await store.write(change({ entities: models }));
      const other = new Database(file);
      other.prepare(`INSERT INTO sqlite_sequence VALUES ('use_class', ?1)`).run([before]);
      other.close();
      const classes = models.map(({ id }, at) => [id, classOf(at % 2 === 0 ? 'even' : 'odd')]);
      expect(await store.classes.assign(new Map(classes as never), 1)).toBe(true);
      const found = async (keys: string, slugs: readonly string[]) => {
        const classed: Condition = { op: 'classed', keys, apart: [], rivals: [], ids: [] };
        const named: Condition = { op: 'in', property: 'slug', values: slugs };
        const where: Condition = { op: 'all', of: [classed, named] };
        const spec = { kind: 'MODEL', where, order: byName, window: page() } as const;
        const { rows } = await readOne(store, { kind: 'list', spec, select: nothing });
        expect(await readOne(store, { kind: 'listCount', spec })).toBe(rows.length);
        return rows.map(({ sortValue }) => sortValue);
      };
      expect(await found('odd', ['a', 'b', 'c', 'd'])).toEqual(['b', 'd']);
      expect(await found('none even', ['a', 'b'])).toEqual(['a']);
      expect(await found('', ['a', 'b'])).toEqual([]);
      // A class that comes later is found as well, though its key was asked for before.
      const later = new Map(models.map(({ id }) => [id, classOf('none')]));
      expect(await store.classes.assign(later, 1)).toBe(true);
      expect(await found('none even', ['a', 'b'])).toEqual(['a', 'b']);
    } finally {
      await store.close();
      await rm(folder, { recursive: true });
    }
  });
});
