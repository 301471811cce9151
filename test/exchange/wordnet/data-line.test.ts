import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSynset, readDataLine, type Synset } from '../../../src/exchange/wordnet/data-line.ts';
import { meaningOf, pointerSymbols } from '../../../src/exchange/wordnet/pointers.ts';
import { dataLine, readId, type WrittenSynset } from './data-files.ts';

const number = fc.integer({ min: 1, max: 99_999_999 });
const partOfSpeech = fc.constantFrom('n', 'v', 'a', 'r');
const id = fc.tuple(partOfSpeech, number).map(([letter, offset]) => `${letter}${offset}`);
const word = fc
  .array(fc.constantFrom('a', 'B', "o'clock", '3', 'x-y', 'St.', '%'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));
const pointer = fc
  .tuple(fc.constantFrom(...pointerSymbols), id, fc.constantFrom('0000', '0101', '0a1f'))
  .map((parts) => parts.join(' '));
const written: fc.Arbitrary<WrittenSynset> = fc.record({
  id,
  words: fc.array(word, { minLength: 1, maxLength: 40 }),
  pointers: fc.array(pointer, { maxLength: 700, size: '-1' }),
  gloss: fc
    .array(fc.constantFrom('some', 'thing;', '(now)', '|', "it's"), { minLength: 1 })
    .map((parts) => parts.join(' ')),
});

function read(line: string, letter: string): ReturnType<typeof readDataLine> {
  return readDataLine(line, letter as 'n');
}

describe('a line of a data file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(written, (synset) => {
        const letter = synset.id.charAt(0);
        const found = read(dataLine(synset), letter) as Synset;
        expect(found.id).toBe(readId(synset.id));
        expect(found.words).toEqual(synset.words);
        expect(found.definition).toBe(synset.gloss);
        const pointers = (synset.pointers ?? []).map((text) => {
          const [symbol = '', target = '', ends] = text.split(' ');
          return { meaning: meaningOf(symbol), target: readId(target), lexical: ends !== '0000' };
        });
        expect(found.pointers).toEqual(pointers);
      }),
    );
  });

  it('whose end is missing, or that goes on, is reported with a column, never thrown', () => {
    fc.assert(
      fc.property(written, fc.nat(), (synset, at) => {
        const line = dataLine(synset);
        const bar = line.indexOf(' | ');
        // Without its last field, the part before the gloss is incomplete.
        const lastField = line.lastIndexOf(' ', bar - 1);
        const cut = line.slice(0, Math.min(at, lastField) % bar) + line.slice(bar);
        const longer = `${line.slice(0, bar)} 00 ${line.slice(bar)}`;
        for (const broken of [cut, longer, line.slice(0, bar)]) {
          const found = read(broken, synset.id.charAt(0));
          expect(isSynset(found)).toBe(false);
          expect(found).toMatchObject({
            column: expect.any(Number),
            message: expect.stringContaining('expected'),
          });
        }
      }),
    );
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), partOfSpeech, (line, letter) => {
        read(line, letter);
        read(`00000001 00 ${letter} 01 a 0 000 ${line}`, letter);
      }),
    );
  });

  it.each([
    ['1740 00 n 01 a 0 000 | b', 1, 'offset'],
    ['00001740 0 n 01 a 0 000 | b', 10, 'lexicographer'],
    ['00001740 00 v 01 a 0 000 | b', 13, 'type of a synset'],
    ['00001740 00 n 00 000 | b', 15, 'number of words'],
    ['00001740 00 n 02 a 0 000 | b', 26, 'the sense'],
    ['00001740 00 n 01 a 0 001 ? 00000001 n 0000 | b', 26, 'pointer symbol, found "\\?"'],
    ['00001740 00 n 01 a 0 001 @ 1 n 0000 | b', 28, 'offset'],
    ['00001740 00 n 01 a 0 001 @ 00000001 s 0000 | b', 37, 'part of speech'],
    ['00001740 00 n 01 a 0 000 03 | b', 26, 'gloss here'],
    ['00001740 00 n 01 a 0 000', 25, 'a gloss'],
  ])('%s is refused in column %i', (line, column, message) => {
    expect(readDataLine(line, 'n')).toEqual({
      column,
      message: expect.stringMatching(new RegExp(message)),
    });
  });

  it('loses its markers and examples', () => {
    const line = '00000001 00 s 01 awake(p) 0 000 | not asleep; "lay awake"; "wide; awake"  ';
    expect(readDataLine(line, 'a')).toMatchObject({
      words: ['awake'],
      definition: 'not asleep',
    });
  });
});
