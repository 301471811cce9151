import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import { byName, edgePageSpec, held, page, readOne, selecting } from '../support/reads.ts';
import { change, claim, relation, source, term } from '../support/records.ts';
import type { StoreUnderTest } from './stores.ts';

const texts = [
  'plain',
  'emoji 👩‍👩‍👧 and 🏳️‍🌈',
  'beyond the BMP: 𝔘𝔫𝔦 𐍈 🜁',
  'the last of the BMP: \uFFFD \uFFEE \uE000',
  'עברית ואז English',
  'ثم العربية ١٢٣',
  '中文、日本語、한국어',
  'composed é, decomposed e\u0301, ﬁ ligature, ＦＵＬＬ width',
  'İstanbul ıssız ß ẞ ς Σ',
  `"double" 'single' \`back\` ''''`,
  `') DETACH DELETE n //`,
  `'; DROP TABLE entity; --`,
  `$p0 $\{p0} {p0} :Label [r:REL] (n)`,
  'back\\slash \\u0041 \\n \\\\',
  '100 % _wild* ? [a-z] ^$',
  '  outer and   inner  spaces\u00a0nbsp  ',
  'lines\nand\r\ntabs\tand \u0001 control \u200b zero width \u202e reversed',
  '{"json": [1, null, true]}',
  '<script>alert(1)</script> &amp;',
  'null',
  'true',
  '0',
  '-1',
  '9007199254740993',
  '',
];

/** Every text comes back unchanged, whatever it contains, and finds the thing it names. */
export function textsContract(stores: StoreUnderTest): void {
  describe('texts', () => {
    const hub = term('hub');
    const named = texts.map((name, index) =>
      term(`t-${index}`, {
        name,
        summary: name,
        definition: name === '' ? null : name,
        aliases: [name, `${name}!`],
        labels: [{ text: name, language: 'he-IL', kind: 'HIDDEN' }],
        faqs: [{ question: name, answer: name, asOf: null, sourceId: null }],
        exactMatch: [`https://example.org/?q=${encodeURIComponent(name)}`],
      }),
    );
    const relations = named.map((each, index) =>
      relation(each, 'RELATED_TO', hub, { note: texts[index] ?? null }),
    );
    const page1 = source('s', { title: texts.join('\n'), publisher: texts[1] ?? null });
    const claims = named.map((each, index) =>
      claim(`c-${index}`, each, page1, {
        value: JSON.stringify(texts[index]),
        valueText: texts[index] ?? '',
        note: texts[index] ?? null,
      }),
    );
    let store: GraphStore;
    beforeAll(async () => {
      store = await stores.empty();
      const entities = [hub, ...named];
      await store.write(change({ entities, relations, claims, sources: [page1] }));
    });

    it('come back unchanged, in any property', async () => {
      const properties = Object.keys(named[0] ?? {});
      const ids = named.map(({ id }) => id);
      const rows = await readOne(store, {
        kind: 'entities',
        ids,
        select: selecting(...properties),
      });
      for (const each of named) expect(rows.get(each.id)?.entity).toMatchObject(each);
      const found = await readOne(store, { kind: 'relations', ids: relations.map(({ id }) => id) });
      for (const each of relations) expect(found.get(each.id)).toStrictEqual(each);
      const said = await readOne(store, { kind: 'claimsById', ids: claims.map(({ id }) => id) });
      for (const each of claims) expect(said.get(each.id)).toStrictEqual(each);
      const sources = await readOne(store, { kind: 'sources', ids: [page1.id] });
      expect(sources.get(page1.id)).toStrictEqual(page1);
    });

    it('find by containing, by being equal, by being a slug or a key', async () => {
      for (const [index, text] of texts.entries()) {
        const expected = `Term:t-${index}`;
        const folded = sortKey(text);
        const where = [
          { op: 'contains', property: 'folded', text: folded },
          { op: 'in', property: 'name', values: [text] },
          { op: 'in', property: 'aliases', values: [`${text}!`, 'nothing'] },
          { op: 'range', property: 'sort', min: folded, max: folded },
        ] as const;
        const read = async (condition: (typeof where)[number]) => {
          const spec = { kind: 'TERM', where: condition, order: byName } as const;
          const { rows } = await readOne(store, {
            ...{ kind: 'list', spec: { ...spec, window: page({ limit: 100 }) } },
            select: selecting(),
          } as const);
          return rows.map(({ node }) => node.entity.id);
        };
        for (const condition of where) expect(await read(condition)).toContain(expected);
        expect(await read(where[1])).toEqual([expected]);
        const hops = [{ type: 'RELATED_TO', direction: 'OUT' }] as const;
        const spec = { kind: 'TERM', where: { op: 'linked', hops, slugs: [text] } } as const;
        expect(await readOne(store, { kind: 'listCount', spec })).toBe(0);
        const locators = [{ kind: 'TERM', key: text }] as const;
        const located = await readOne(store, { kind: 'locate', locators, select: selecting() });
        expect(located).toEqual([null]);
      }
    });

    it('are ordered alike: by code point of the folded name', async () => {
      const expected = [...relations]
        .map(({ fromId }) => ({
          id: fromId,
          sort: named.find((each) => each.id === fromId)?.sort ?? '',
        }))
        .sort((a, b) => (a.sort === b.sort ? (a.id < b.id ? -1 : 1) : a.sort < b.sort ? -1 : 1));
      const spec = edgePageSpec(['RELATED_TO'], { window: page({ limit: 100 }) });
      const read = { kind: 'edges', ownerIds: [hub.id], spec, select: selecting() } as const;
      const { rows } = held(await readOne(store, read), hub.id);
      const found = rows.map(({ neighbor, sortValue }) => ({
        id: neighbor.entity.id,
        sort: sortValue,
      }));
      expect(found).toEqual(expected);
    });
  });
}
