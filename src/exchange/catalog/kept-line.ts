import { z } from 'zod';
import { withoutUnseen, zLine } from '../../ontology/plain-text.ts';

/**
 * A text of one line that an import keeps. It has no invisible characters and is not too long, but
 * it may be empty.
 */
export function keptLine(mostCharacters: number) {
  return z
    .string('expected text')
    .transform((text) => withoutUnseen(text).replace(/\s+/gu, ' ').trim())
    .superRefine((text, context) => {
      const message =
        text.length > mostCharacters
          ? `expected at most ${mostCharacters} characters, found ${text.length}`
          : problemOf(text);
      if (message !== null) context.addIssue({ code: 'custom', message });
    });
}

function problemOf(text: string): string | null {
  return text === '' ? null : (zLine.safeParse(text).error?.issues[0]?.message ?? null);
}

/** A name that an import keeps. */
export const zKeptName = keptLine(500).refine((text) => text !== '', 'expected a name');

/** The license text of a catalog: a name, an identifier, an address or an expression. */
export const zKeptLicense = keptLine(2000);
