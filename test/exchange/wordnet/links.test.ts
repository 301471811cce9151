import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles } from '../../../src/exchange/cycles.ts';
import type { Synset } from '../../../src/exchange/wordnet/data-line.ts';
import { linksOf } from '../../../src/exchange/wordnet/links.ts';
import { meaningOf, pointerSymbols } from '../../../src/exchange/wordnet/pointers.ts';
import { relationOf, relationTypes } from '../../../src/ontology/relations.ts';

type Pointing = readonly (readonly [from: string, symbol: string, to: string])[];

function synsetsOf(pointing: Pointing): ReadonlyMap<string, Synset> {
  const ids = [...new Set(pointing.flatMap(([from, , to]) => [from, to]))];
  return new Map(
    ids.map((id) => {
      const pointers = pointing
        .filter(([from]) => from === id)
        .map(([, symbol, target]) => {
          const meaning = meaningOf(symbol);
          if (meaning === null) throw new Error(symbol);
          return { meaning, target, lexical: false };
        });
      return [id, { id, words: [id], pointers, definition: '' }];
    }),
  );
}

/** A link as text: "a BROADER b: hypernym". */
function said(pointing: Pointing): readonly string[] {
  return linksOf(synsetsOf(pointing)).links.map(
    ({ type, from, to, names }) => `${from} ${type} ${to}: ${names.join('; ')}`,
  );
}

describe('links between synsets', () => {
  it("are listed once, whichever end points, with WordNet's names", () => {
    const pointing: Pointing = [
      ['b', '~', 'a'],
      ['a', '@', 'b'],
      ['c', '%s', 'a'],
      ['b', '!', 'a'],
      ['a', '!', 'b'],
      ['c', '+', 'd'],
      ['d', '=', 'c'],
      ['c', '+', 'd'],
      ['d', '*', 'c'],
    ];
    expect(said(pointing)).toEqual([
      'a BROADER b: hypernym',
      'a CONTRASTS_WITH b: antonym',
      'a PART_OF c: substance',
      'c RELATED_TO d: attribute; derivationally related form',
      'd REQUIRES c: entailment',
    ]);
    expect(linksOf(synsetsOf(pointing)).tally).toMatchObject({ mirrored: 3, repeated: 1 });
  });

  it('that would close a circle are left out and counted', () => {
    const pointing: Pointing = [
      ['a', '@', 'b'],
      ['b', '@', 'c'],
      ['c', '@', 'a'],
    ];
    expect(said(pointing)).toHaveLength(2);
    expect(linksOf(synsetsOf(pointing)).tally).toMatchObject({ closingCycles: 1 });
  });

  it('between a synset and itself or a broader one are left out and counted', () => {
    const pointing: Pointing = [
      ['a', '@', 'b'],
      ['b', '@i', 'c'],
      ['c', '^', 'a'],
      ['d', '^', 'a'],
      ['d', '$', 'd'],
    ];
    expect(said(pointing)).toEqual([
      'a BROADER b: hypernym',
      'b BROADER c: instance hypernym',
      'a RELATED_TO d: also see',
    ]);
    expect(linksOf(synsetsOf(pointing)).tally).toMatchObject({ alreadyBroader: 1, toItself: 1 });
  });

  it('obey the ontology, and account for every pointer', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const pointings = fc.array(fc.tuple(name, fc.constantFrom(...pointerSymbols), name));
    fc.assert(
      fc.property(pointings, (pointing) => {
        const { links, tally } = linksOf(synsetsOf(pointing));
        const { read, relations, ...left } = tally;
        const sum = (counts: object) =>
          Object.values(counts).reduce((total: number, count: number) => total + count, 0);
        expect(read).toEqual({ semantic: pointing.length, lexical: 0 });
        expect(sum(relations) + sum(left)).toBe(pointing.length);
        expect(sum(relations)).toBe(links.length);
        const keys = links.map(({ type, from, to }) =>
          relationOf(type).symmetric ? `${type} ${[from, to].sort()}` : `${type} ${from} ${to}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const type of relationTypes.filter((each) => relationOf(each).acyclic)) {
          const own = links.filter((link) => link.type === type);
          const adjacency = new Map(
            own.map(({ from }) => [from, own.filter((o) => o.from === from).map(({ to }) => to)]),
          );
          expect(findCycles(adjacency)).toEqual([]);
        }
      }),
    );
  });
});
