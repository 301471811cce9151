import { z } from 'zod';

/** Parts of an address that may stand in one; what may not is refused by name. */
interface AddressForm {
  /** "neo4j", as the driver writes it: in lower case. */
  readonly schemes: readonly string[];
  /** What is expected, with an example. */
  readonly expected: string;
  /** What to do with a user and password in it. */
  readonly credentials: string;
  /** What to do with a path in it; null where one may stand. */
  readonly path: string | null;
  /** Schemes after which settings may follow a "?". */
  readonly parameters: readonly string[];
}

function problemOf(text: string, form: AddressForm): string | null {
  const [, scheme = '', rest = ''] = /^([^:/?#]*):\/\/(.*)$/s.exec(text) ?? [];
  // A password may hold any sign: where no path may stand, every "@" ends one.
  const host = form.path === null ? (rest.split(/[/?#]/, 1)[0] ?? '') : rest;
  if (host.includes('@'))
    return `expected an address without user and password: ${form.credentials}`;
  if (!form.schemes.includes(scheme) || /[\s\p{C}\\]/u.test(text) || !URL.canParse(text)) {
    return `expected ${form.expected}`;
  }
  const url = new URL(text);
  if (url.hostname === '') return `expected ${form.expected}`;
  if (form.path !== null && !['', '/'].includes(url.pathname)) {
    return `expected an address without a path: ${form.path}`;
  }
  if (text.includes('#') || (text.includes('?') && !form.parameters.includes(scheme))) {
    return 'expected an address that ends before "?" or "#"';
  }
  return null;
}

/** An address without a slash at its end; it holds no password, so it may be printed. */
export function zAddress(form: AddressForm): z.ZodType<string, string> {
  return z
    .string()
    .superRefine((text, context) => {
      const message = problemOf(text, form);
      if (message !== null) context.addIssue({ code: 'custom', message });
    })
    .transform((text) => text.replace(/\/+$/, ''));
}

/** The text as it may be printed: a password in an address is masked, wherever its "@" is. */
export function masked(text: string): string {
  return text.includes('@') ? text.replace(/^([^:/]*:\/\/)?.*@/s, '$1***@') : text;
}
