import { relative } from 'node:path';

/** A path as a person would type it: relative if that is shorter. */
export function shownPath(path: string): string {
  const here = relative('', path);
  if (here === '') return '.';
  return here.startsWith('..') ? path : here;
}
