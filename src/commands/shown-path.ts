import { relative } from 'node:path';

/** A path as one would type it here: relative where that is shorter to say. */
export function shownPath(path: string): string {
  const here = relative('', path);
  if (here === '') return '.';
  return here.startsWith('..') ? path : here;
}
