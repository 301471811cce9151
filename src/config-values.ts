import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isFolder } from './base/folders.ts';

/** A whole number within bounds. */
export function whole(min: number, max: number): z.ZodType<number, string> {
  const error = `expected a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, { error })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });
}

/** A whole number within bounds; null for "off". */
export function wholeOrOff(min: number, max: number): z.ZodType<number | null, string> {
  const error = `expected "off" or a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^(off|\d{1,15})$/, { error })
    .transform((text) => (text === 'off' ? null : Number(text)))
    .refine((value) => value === null || (value >= min && value <= max), { error });
}

/** Origins separated by commas; null for "*", which allows all. */
export const zOrigins = z.string().transform((text, context) => {
  if (text === '*') return null;
  if (text === 'none') return [];
  const origins = text.split(',').map((origin) => origin.trim());
  if (origins.every(isOrigin)) return origins;
  context.addIssue({
    code: 'custom',
    message:
      'expected "*", "none", or origins separated by commas, such as https://app.example.org,http://localhost:3000',
  });
  return z.NEVER;
});

/** Folders that exist, separated by commas; null for "none". */
export const zSeedsDirs = z.string().transform((text, context) => {
  if (text === 'none') return null;
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('') || names.includes('none')) {
    context.addIssue({
      code: 'custom',
      message: 'expected "none", or folders separated by commas, such as builtin,my-words',
    });
    return z.NEVER;
  }
  const missing = names.find((name) => !isFolder(seedsDirectory(name)));
  if (missing === undefined) return names.map(seedsDirectory);
  const message = `expected folders, but ${JSON.stringify(missing)} is not one`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** A file or folder that exists. */
export const zExisting = z
  .string()
  .refine((path) => existsSync(path), { error: 'expected a file or folder that exists' });

/** Host names, separated by commas; null for "*", which allows every host. */
export const zHosts = z.string().transform((text, context) => {
  if (text === '*') return null;
  if (text === 'none') return [];
  const hosts = text.split(',').map((host) => host.trim().toLowerCase());
  if (hosts.every((host) => /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host))) return hosts;
  context.addIssue({
    code: 'custom',
    message:
      'expected "*", "none", or names of hosts separated by commas, such as graph.example.org',
  });
  return z.NEVER;
});

/** A directory. "builtin" means the one in the package. */
export function seedsDirectory(text: string): string {
  return text === 'builtin' ? fileURLToPath(new URL('../seeds', import.meta.url)) : text;
}

/** Whether the text is an origin in the form that browsers send. */
function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/**
 * The name of a header, in lower case as in Node. "Forwarded" is refused, since its addresses have
 * another syntax.
 */
export const zAddressHeader = z
  .string()
  .regex(/^(?!forwarded$)[a-z0-9-]{1,64}$/i, {
    error: 'expected the name of a header that holds only addresses, such as X-Forwarded-For',
  })
  .transform((name) => name.toLowerCase());
