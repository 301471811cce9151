import { relative } from 'node:path';

/** A path for display: relative if it is below the current directory. */
export function shownPath(path: string): string {
  const here = relative('', path);
  if (here === '') return '.';
  return here.startsWith('..') ? path : here;
}
