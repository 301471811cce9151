import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold/fold.ts';
import { findMentions } from '../../src/text/mentions/find-mentions.ts';
import { seedIndex, seedLabels } from './seed-index.ts';

/** The entities named at a place of a text. */
function namedAt(text: string, start: number): readonly string[] {
  return findMentions(seedIndex, text).find((mention) => mention.start === start)?.entityIds ?? [];
}

const before = 'we tried ';
const name = fc.constantFrom(
  ...seedLabels.filter(({ text }) => namedAt(`${before}${text} now`, before.length).length > 0),
);

function wide(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

const invisible = fc.constantFrom('\u200b', '\u00ad', '\u200d', '\u2060', '\ufeff');

describe('the same name in another writing', () => {
  it('is full width, in part or as a whole', () => {
    fc.assert(
      fc.property(name, fc.nat(), ({ text, entityId }, at) => {
        for (const from of [0, at % text.length]) {
          const written = text.slice(0, from) + wide(text.slice(from));
          expect(fold(written)).toBe(fold(text));
          expect(namedAt(`${before}${written} now`, before.length), written).toContain(entityId);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('has invisible characters', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(fc.tuple(fc.nat(), invisible), { maxLength: 4 }),
        ({ text, entityId }, inserted) => {
          let written = text;
          for (const [at, sign] of inserted) {
            const place = 1 + (at % written.length);
            written = written.slice(0, place) + sign + written.slice(place);
          }
          expect(fold(written)).toBe(fold(text));
          expect(namedAt(`${before}${written} now`, before.length), written).toContain(entityId);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('is another alphabet of Unicode, or has a mark on it', () => {
    for (const [written, id] of [
      ['𝐑𝐀𝐆', 'TERM:retrieval-augmented-generation'],
      ['ⓇⒶⒼ', 'TERM:retrieval-augmented-generation'],
      ['ＭｏＥｓ', 'TERM:mixture-of-experts'],
      ['Mi\u0301T', 'none'],
      ['ＭＩＴ', 'LICENSE:mit'],
      ['Ｍｅｔａ＇ｓ', 'ORGANIZATION:meta'],
      ['Llama ３．１', 'MODEL:llama-3.1-405b'],
      ['Llama 3.\u200b1', 'MODEL:llama-3.1-405b'],
      ['Command Ａ＋', 'MODEL:command-a-plus'],
    ] as const) {
      const named = namedAt(`${before}${written} now`, before.length);
      expect(named[0] ?? 'none', written).toBe(id);
    }
  });

  it('keeps its capitals: small letters are not the name', () => {
    for (const written of ['ｒａｇ', 'r\u200bag', 'm\u00adit']) {
      expect(namedAt(`${before}${written} now`, before.length), written).toEqual([]);
    }
  });
});

describe('emphasis', () => {
  const marks = fc.constantFrom('_', '__', '*', '**', '***', '~~', '`', '_**', '**_');
  const closing = (mark: string) => [...mark].reverse().join('');

  it('around a name is ignored, and is not part of the place', () => {
    fc.assert(
      fc.property(
        name,
        marks,
        fc.constantFrom('', ' '),
        fc.constantFrom('', '.', ',', ' now', ') now'),
        ({ text, entityId }, mark, space, after) => {
          const whole = `${space === '' ? '' : before}${mark}${text}${closing(mark)}${after}`;
          const start = whole.indexOf(text, space === '' ? 0 : before.length);
          const plain = `${space === '' ? '' : before}${text}${after}`;
          const known = namedAt(plain, space === '' ? 0 : before.length);
          if (!known.includes(entityId)) return;
          const mention = findMentions(seedIndex, whole).find((one) => one.start === start);
          expect(mention?.entityIds, whole).toContain(entityId);
          expect(whole.slice(start, mention?.end)).toBe(mention?.text);
          expect(fold(mention?.text ?? ''), whole).toBe(fold(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does not include underscores within an identifier', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('x_', 'Qux__', '3_'), ({ text }, prefix) => {
        const written = `${prefix}${text}`;
        expect(namedAt(`${before}${written} now`, before.length + prefix.length)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
