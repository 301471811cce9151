import type { GraphQLFormattedError } from 'graphql';

/** The choice "none of these" in a list of choices. */
export const none = 'NONE';

/**
 * A separator stands before three digits, or two in the Indian way. Before fewer, a comma begins a
 * fraction in many languages: "1,5 million" is not 15 million.
 */
const wholeNumber =
  /^(\d+|\d{1,3}(?:[\s,_'’]\d{2,3})*[\s,_'’]\d{3})(\.\d+)?(\s*(k|thousand|m|million|b|billion|trillion))?$/;

/** Reads a form from the query of an address, and collects problems in words. */
export class FormReader<Name extends string = string> {
  readonly problems: string[] = [];
  readonly #query: URLSearchParams;

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  /** All values typed for a name, unchanged. */
  typed(name: Name): readonly string[] {
    return this.#query.getAll(name).filter((text) => text.trim() !== '');
  }

  /** The only value of a name; null where nothing was typed. */
  text(name: Name): string | null {
    const [first, ...others] = this.typed(name);
    if (others.length > 0) this.expect(name, this.typed(name).join(' and '), 'one answer');
    return first?.trim() ?? null;
  }

  /** The choices of a name. Null where nothing was chosen; an empty list for "none of these". */
  someOf<Value extends string>(
    name: Name,
    words: Readonly<Record<Value, unknown>>,
  ): readonly Value[] | null {
    const typed = this.typed(name);
    if (typed.length === 0) return null;
    const chosen = typed.filter((text) => text !== none);
    const unknown = chosen.find((text) => !Object.hasOwn(words, text));
    if (unknown !== undefined) {
      this.expect(name, unknown, `one of ${Object.keys(words).join(', ')}`);
    } else if (chosen.length > 0 && chosen.length < typed.length) {
      this.problems.push(`“None of these” goes with nothing else (${name}).`);
    }
    return [...new Set(chosen as Value[])];
  }

  oneOf<Value extends string>(name: Name, words: Readonly<Record<Value, unknown>>): Value | null {
    const text = this.text(name);
    if (text === null) return null;
    if (Object.hasOwn(words, text)) return text as Value;
    this.expect(name, text, `one of ${Object.keys(words).join(', ')}`);
    return null;
  }

  yesOrNo(name: Name): boolean | null {
    const answer = this.oneOf(name, { yes: '', no: '' });
    return answer === null ? null : answer === 'yes';
  }

  /** A whole number, also with separators, or in thousands, millions or billions. */
  number(name: Name): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const [, grouped = '', fraction = '', , unit] = wholeNumber.exec(text.toLowerCase()) ?? [];
    const digits = grouped.replace(/\D/g, '');
    const factor =
      unit === 'trillion' ? 1e12 : ({ k: 1e3, t: 1e3, m: 1e6, b: 1e9 }[unit?.[0] ?? ''] ?? 1);
    const value = Math.round(Number(`${digits}${fraction}`) * factor);
    if (digits !== '' && (unit !== undefined || fraction === '') && Number.isSafeInteger(value)) {
      return value;
    }
    this.expect(name, text, 'a whole number such as 2000000 or 2 million');
    return null;
  }

  day(name: Name): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const date = new Date(`${text}T00:00:00Z`);
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime());
    if (isDay && date.toISOString().startsWith(text)) return text;
    this.expect(name, text, 'a day such as 2026-01-31');
    return null;
  }

  expect(name: Name, got: string, expected: string): void {
    const shown = got.length > 60 ? `${got.slice(0, 60)}…` : got;
    this.problems.push(`Expected ${expected} for “${name}”, got “${shown}”.`);
  }
}

/** An error of the graph, with the names of form fields in place of arguments. */
export function inFieldNames(
  { message, extensions }: GraphQLFormattedError,
  fields: Readonly<Record<string, string>>,
): string {
  if (typeof extensions?.argument !== 'string') return message;
  return message
    .replaceAll(/Argument "([^"]+)"/g, (said, path: string) => {
      const field = path.split('.').find((part) => Object.hasOwn(fields, part));
      return field === undefined ? said : `“${fields[field]}”`;
    })
    .replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (word) =>
      Object.hasOwn(fields, word) ? `“${fields[word]}”` : word,
    );
}
