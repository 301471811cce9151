import { z } from 'zod';

/** Whether a page may link to the text: an http or https address, never a script. */
function isWebAddress(text: string): boolean {
  // The URL parser silently drops line breaks, tabs and surrounding spaces.
  return /^https?:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text);
}

/** An address that a page may link to. */
export const zWebAddress = z
  .string()
  .refine(isWebAddress, 'expected an http or https address, without spaces')
  .meta({ format: 'uri' });
