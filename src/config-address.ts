import { z } from 'zod';

/** The parts of an address that a setting allows. An error names a part that is not allowed. */
interface AddressForm {
  /** For example "neo4j", in lower case as the driver writes it. */
  readonly schemes: readonly string[];
  /** The expected address, with an example. */
  readonly expected: string;
  /** The advice for a user or password in the address. */
  readonly credentials: string;
  /** The advice for a path in the address; null where a path is allowed. */
  readonly path: string | null;
  /** Schemes whose addresses may have parameters after a "?". */
  readonly parameters: readonly string[];
}

function problemOf(text: string, form: AddressForm): string | null {
  const [, scheme = '', rest = ''] = /^([^:/?#]*):\/\/(.*)$/s.exec(text) ?? [];
  // A password may contain any character. Where a path is not allowed, every "@" ends a password.
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

/** An address without a trailing slash or a password, so that it may be printed. */
export function zAddress(form: AddressForm): z.ZodType<string, string> {
  return z
    .string()
    .superRefine((text, context) => {
      const message = problemOf(text, form);
      if (message !== null) context.addIssue({ code: 'custom', message });
    })
    .transform((text) => text.replace(/\/+$/, ''));
}

/** The text for printing. A password in an address is masked, wherever its "@" is. */
export function masked(text: string): string {
  return text.includes('@') ? text.replace(/^([^:/]*:\/\/)?.*@/s, '$1***@') : text;
}
