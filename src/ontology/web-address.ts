import { z } from 'zod';

/** An address that a page may link to: http or https, never a script. */
export const zWebAddress = z
  .url({ protocol: /^https?$/, error: 'expected an http or https address' })
  // A parser of addresses drops these without a word.
  .refine((text) => !/[\s\p{C}]/u.test(text), 'expected an address without spaces or controls');
