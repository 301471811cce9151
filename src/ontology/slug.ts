import { z } from 'zod';

export const slugPattern = /^[a-z0-9]+(?:[.+-]+[a-z0-9]+)*$/;
export const slugMaxLength = 100;

/** The part of a URL that identifies an entity within its kind. */
export const zSlug = z
  .string()
  .max(slugMaxLength)
  .regex(
    slugPattern,
    'expected a slug: lower-case letters and digits, joined by ".", "+" or "-" (for example "llama-3.1-405b")',
  );
