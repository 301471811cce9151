import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EntityInput, GraphStore } from '../../src/store/graph-store.ts';
import type { EntityPart } from '../../src/store/reads.ts';
import { searchableOf } from '../../src/store/text-row.ts';
import {
  beginningWith,
  compactOf,
  equalTo,
  goingOnAfter,
} from '../../src/text/search/label-keys.ts';
import { parseSearchQuery } from '../../src/text/search/search-words.ts';
import type { TextQuery } from '../../src/text/search/text-query.ts';
import type { LabelProbe, LabelRow } from '../../src/text/search/text-source.ts';
import { hostileTexts } from '../schema/explore/hostile-texts.ts';
import { readOne } from '../support/reads.ts';
import { change, license, model, organization, relation, term } from '../support/records.ts';
import { anyText } from '../text/any-text.ts';
import { PlainTexts } from '../text/plain-texts.ts';
import type { StoreUnderTest } from './stores.ts';

const hidden = (text: string) => ({ text, language: 'en', kind: 'HIDDEN' }) as const;

const moe = term('moe', {
  name: 'Mixture of experts',
  aliases: ['MoE', 'Mixtures-of-Experts'],
  labels: [hidden('expert mix')],
  summary: 'A router picks a few of many experts.',
  definition: 'Sparse layers, each with a router. A second router.',
  degree: 40,
});
const tuned = term('tuned', { name: 'Fine-tuning', summary: 'More training.', degree: 3 });
const entities: readonly EntityInput[] = [
  moe,
  tuned,
  term('weights', { name: 'Open weights', degree: 17 }),
  term('token', { name: 'Token', definition: 'What a router reads, token by token.' }),
  ...Array.from({ length: 30 }, (_, at) =>
    model(`open-${at}`, { name: `Open Model ${at}B`, aliases: ['shared name'], degree: at }),
  ),
  model('hosted', {
    name: 'Hosted 7B',
    url: 'https://huggingface.co/org/Hosted-7B-Instruct',
    exactMatch: ['https://huggingface.co/org/Hosted-7B', 'https://huggingface.co/datasets/data'],
  }),
  license('open', { name: 'Open licence', summary: 'The experts agree.', degree: 2 }),
  organization('expert', { name: 'Expert Mixers & Söhne', aliases: ['専門家 123'] }),
  term('beyond', { name: '𝔘𝔫𝔦 𐍈 beyond', aliases: ['עברית', 'x'.repeat(500)] }),
  ...hostileTexts.map((name, at) => term(`hostile-${at}`, { name: name.slice(0, 300) })),
];

const plainOf = (all: readonly EntityInput[]) =>
  new PlainTexts(all.map((each) => searchableOf(each as unknown as EntityPart)));

/** Labels, words and texts: the reads of search and mentions. */
export function labelsContract(stores: StoreUnderTest): void {
  describe('labels and texts', () => {
    let store: GraphStore;
    const plain = plainOf(entities);
    beforeAll(async () => {
      store = await stores.empty();
      await store.write(change({ entities }));
    });

    const shown = (rows: readonly LabelRow[]) =>
      rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    const expectSameLabels = async (
      probes: readonly LabelProbe[],
      kinds: Parameters<PlainTexts['labels']>[1] = null,
    ) => {
      const found = await readOne(store, { kind: 'labels', probes, kinds });
      const expected = plain.labels(probes, kinds);
      expect(found.map(shown)).toEqual(expected.map(shown));
      return found;
    };
    const probesOf = (text: string, limit: number): LabelProbe[] => {
      const query = parseSearchQuery(text);
      const { folded, words } = query;
      const ranges = [goingOnAfter(folded), beginningWith(folded), equalTo(folded)];
      const places = ['FIRST', 'LATER', 'RUN'] as const;
      const heads = words.slice(0, 2).map((word) => word.text);
      const groups = words.map((word) => [` ${word.text} `, ` ${word.plain}`]);
      return [
        { op: 'equal', keys: [...new Set([query.compact, compactOf('shared name')])], limit },
        { op: 'named', keys: [query.compact], limit },
        ...ranges.flatMap((range) =>
          places.map((place) => ({ op: 'keys', place, range, limit }) as const),
        ),
        ...(words.length === 0 ? [] : [{ op: 'words', heads, groups, looked: 20, limit } as const]),
      ];
    };
    const typed = fc.oneof(
      anyText,
      fc.constantFrom(...hostileTexts, ...entities.map(({ name }) => name)),
      fc.constantFrom(
        'o',
        'open',
        'open m',
        'finetuning',
        'mixtures of experts',
        'experts',
        'moes',
      ),
    );

    it('gives the labels that looking at all of them gives, the best-connected first', async () => {
      const kinds = fc.constantFrom(null, ['MODEL'] as const, ['LICENSE', 'TERM'] as const);
      await fc.assert(
        fc.asyncProperty(typed, kinds, fc.constantFrom(3, 200), async (text, of, limit) => {
          await expectSameLabels(probesOf(text, limit), of);
        }),
        { numRuns: stores.effort.worlds * 4 },
      );
      const [first = []] = await expectSameLabels([
        { op: 'keys', place: 'FIRST', range: beginningWith('open'), limit: 3 },
      ]);
      expect(Math.min(...first.map(({ entity }) => entity.degree))).toBeGreaterThanOrEqual(23);
    });

    it('finds a name without its hyphens where names are asked for', async () => {
      const [named = [], equal = []] = await expectSameLabels([
        { op: 'named', keys: ['finetuning'], limit: 5 },
        { op: 'equal', keys: ['finetuning'], limit: 5 },
      ]);
      expect(named.map(({ text }) => text)).toContain('Fine-tuning');
      expect(equal.map(({ text }) => text)).toContain('Fine-tuning');
      const heads = ['mixtureof', 'mixtureofexpertx', 'fine', '', 'nothing', '𝔘'];
      const found = await readOne(store, { kind: 'labelHeads', heads });
      expect([...found].sort()).toEqual([...plain.heads(heads)].sort());
    });

    it('counts words, and finds their forms and beginnings', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(typed, { maxLength: 4 }), async (texts) => {
          const words = [...new Set(texts.flatMap((text) => parseSearchQuery(text).words))];
          const asked = [...new Set(words.map(({ text }) => text))];
          const wanted = { words: asked, stems: asked, beginnings: asked };
          const found = await readOne(store, { kind: 'words', ...wanted });
          const expected = plain.words(wanted);
          const sorted = ({ words: rows }: typeof found) =>
            rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
          expect(sorted(found)).toEqual(sorted(expected));
          expect({ ...found, words: [] }).toEqual({ ...expected, words: [] });
        }),
        { numRuns: stores.effort.worlds * 2 },
      );
      const router = await readOne(store, {
        ...{ kind: 'words', words: ['router', 'expert'], stems: [], beginnings: ['expe'] },
      } as const);
      expect(router.words.map(({ word, entities: count }) => [word, count]).sort()).toEqual([
        ['expert', 3],
        ['router', 2],
      ]);
    });

    it('finds the texts that reading all of them finds', async () => {
      const word = fc.oneof(
        fc.constantFrom('router', 'expert', 'open', 'model', 'token', 'a', '123', '専'),
        typed.map((text) => parseSearchQuery(text).words[0]?.text ?? 'nothing'),
      );
      const query: fc.Arbitrary<TextQuery> = fc.letrec<{ query: TextQuery }>((tie) => ({
        query: fc.oneof(
          { maxDepth: 2 },
          fc.record({ op: fc.constant('word' as const), word }),
          fc.record({
            op: fc.constant('phrase' as const),
            words: fc.array(word, { minLength: 1, maxLength: 3 }),
          }),
          fc.record({
            op: fc.constantFrom('all' as const, 'any' as const),
            parts: fc.array(tie('query'), { minLength: 1, maxLength: 3 }),
          }),
        ),
      })).query;
      const kinds = fc.constantFrom(null, ['TERM'] as const, ['LICENSE', 'MODEL'] as const, []);
      await fc.assert(
        fc.asyncProperty(query, kinds, async (asked, of) => {
          const read = { kind: 'textMatches', query: asked, kinds: of, limit: 500 } as const;
          const byId = (all: readonly { readonly entity: { readonly id: string } }[]) =>
            [...all].sort((a, b) => (a.entity.id < b.entity.id ? -1 : 1));
          const found = await readOne(store, read);
          expect(byId(found)).toEqual(byId(plain.texts(asked, of)));
        }),
        { numRuns: stores.effort.worlds * 5 },
      );
      const all = {
        kind: 'textMatches',
        query: { op: 'word', word: 'open' },
        kinds: null,
      } as const;
      expect(await readOne(store, { ...all, limit: 4 })).toHaveLength(4);
    });

    it('follows every write, but not a failed one', async () => {
      const empty = await stores.empty();
      const expectAsPlain = async (all: readonly EntityInput[]) => {
        const now = plainOf(all);
        const probes = ['o', 'open', 'mixture', 'router'].flatMap((text) => probesOf(text, 200));
        const found = await readOne(empty, { kind: 'labels', probes, kinds: null });
        expect(found.map(shown)).toEqual(now.labels(probes, null).map(shown));
        const words = ['open', 'mixture', 'router', 'weight', 'model', 'license', 'expert'];
        const counted = await readOne(empty, {
          ...{ kind: 'words', words, stems: words, beginnings: ['o', 'rou'] },
        } as const);
        const expected = now.words({ words, stems: words, beginnings: ['o', 'rou'] });
        const byWord = (rows: typeof counted.words) =>
          [...rows].sort((a, b) => (a.word < b.word ? -1 : 1));
        expect({ ...counted, words: byWord(counted.words) }).toEqual({
          ...expected,
          words: byWord(expected.words),
        });
        const query = { op: 'word', word: 'router' } as const;
        const texts = { kind: 'textMatches', query, kinds: null, limit: 9 } as const;
        const hits = await readOne(empty, texts);
        expect(hits.map(({ entity }) => entity.id).sort()).toEqual(
          now
            .texts(query, null)
            .map(({ entity }) => entity.id)
            .sort(),
        );
      };
      await empty.write(change({ entities }));
      await expectAsPlain(entities);
      const without = entities.filter(({ id }) => id !== moe.id);
      const broken = change({
        entities: [{ ...moe, name: 'Open router' }],
        relations: [relation(moe, 'RELATED_TO', term('nowhere'))],
      });
      await expect(empty.write(broken)).rejects.toThrow();
      await expectAsPlain(entities);
      const renamed = { ...moe, name: 'Open routers', aliases: [], summary: null, degree: 41 };
      await empty.write(change({ entities: [renamed] }));
      await expectAsPlain([...without, renamed]);
      const known = { ...renamed, degree: 4000 };
      await empty.write(change({ entities: [known] }));
      await expectAsPlain([...without, known]);
      await empty.write({ ...change({}), remove: { ...change({}).remove, entities: [moe.id] } });
      await expectAsPlain(without);
      await empty.write(change({ entities: [moe] }));
      await expectAsPlain(entities);
    });
  });
}
