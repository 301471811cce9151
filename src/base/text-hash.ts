import { hash } from 'node:crypto';

/**
 * 132 bits: enough to be unique among any number of records, in half the space of a full digest.
 */
const hashLength = 22;

/** A short text that is the same for equal texts, and differs for others. */
export function hashOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, hashLength);
}
