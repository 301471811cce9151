import { createRequire } from 'node:module';
import parseSpdx from 'spdx-expression-parse';
import { z } from 'zod';

// The package is a bare JSON file. It is required, since Node 20 warns about every import of JSON.
const exceptionIds = z.array(z.string()).parse(createRequire(import.meta.url)('spdx-exceptions'));

/** The identifiers of license exceptions by their lower-case form. */
export const spdxExceptions: ReadonlyMap<string, string> = new Map(
  exceptionIds.map((id) => [id.toLowerCase(), id]),
);

/** A combination of licenses: all of them bind, or the user chooses one (SPDX 2.3, Annex D). */
export type LicenseTree =
  | {
      readonly kind: 'LICENSE';
      /** The index of the operand, from 0. */
      readonly operand: number;
      /** The SPDX exception to the license. */
      readonly exception: string | null;
    }
  | { readonly kind: 'ALL' | 'CHOICE'; readonly of: readonly LicenseTree[] };

const operator = /\s(?:AND|OR|WITH)\s/i;

/** Whether an expression joins licenses or adds an exception, and does not only name a license. */
export function isCompound(expression: string | null): expression is string {
  return expression !== null && operator.test(expression);
}

/** The parentheses and words of an expression. */
export function expressionWords(text: string): readonly string[] {
  return text.match(/[()]|[^\s()]+/g) ?? [];
}

/** The placeholder for an operand in the text that is parsed, whatever the operand's name. */
export function standIn(operand: number): string {
  return `LicenseRef-${operand}`;
}

/** Parses an expression of placeholders. Null where it does not follow the SPDX grammar. */
export function parseStandIns(expression: string): LicenseTree | null {
  try {
    return treeOf(parseSpdx(expression));
  } catch {
    // The parser reports an invalid expression only by throwing.
    return null;
  }
}

function treeOf(node: parseSpdx.Info): LicenseTree {
  if ('license' in node) {
    const operand = Number(node.license.slice(standIn(0).length - 1));
    return { kind: 'LICENSE', operand, exception: node.exception ?? null };
  }
  const kind = node.conjunction === 'and' ? 'ALL' : 'CHOICE';
  const of = [node.left, node.right]
    .map(treeOf)
    .flatMap((side) => (side.kind === kind ? side.of : [side]));
  return { kind, of };
}

/** Parses an expression of plain names, which need not be SPDX identifiers. Null if malformed. */
export function parseNames(
  expression: string,
): { readonly tree: LicenseTree; readonly names: readonly string[] } | null {
  const names: string[] = [];
  let isException = false;
  const words = expressionWords(expression).map((word) => {
    const joins = /^(?:AND|OR|WITH)$/i.test(word);
    const afterWith = isException;
    isException = joins && /^with$/i.test(word);
    if (joins) return word.toUpperCase();
    if (word === '(' || word === ')') return word;
    if (afterWith) return spdxExceptions.get(word.toLowerCase()) ?? word;
    return standIn(names.push(word) - 1);
  });
  const tree = parseStandIns(words.join(' '));
  return tree === null ? null : { tree, names };
}
