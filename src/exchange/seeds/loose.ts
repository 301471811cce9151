import { isPartialDate } from '../../ontology/partial-date.ts';

// Lenient reading of unchecked data: a value of another shape counts as absent.

/** The value as a mapping; empty for any other value. */
export function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The trimmed text; null for a blank text or any other value. */
export function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

export function texts(value: unknown): readonly string[] {
  return list(value).flatMap((item) => text(item) ?? []);
}

/** A date as text. YAML reads a bare year as a number. */
export function dateText(value: unknown): string | null {
  const written = typeof value === 'number' ? String(value) : text(value);
  return written !== null && isPartialDate(written) ? written : null;
}

/** The value if it is one of the names, otherwise null. */
export function oneOf<Name extends string>(
  names: Readonly<Record<Name, string>>,
  value: unknown,
): Name | null {
  return typeof value === 'string' && Object.hasOwn(names, value) ? (value as Name) : null;
}
