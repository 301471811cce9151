import type { Tool } from './tool.ts';
import { compare } from './tools/compare.ts';
import { describe } from './tools/describe.ts';
import { explainPath } from './tools/explain-path.ts';
import { mayIUse } from './tools/may-i-use.ts';
import { modelsForUse } from './tools/models-for-use.ts';
import { resolveLicense } from './tools/resolve-license.ts';
import { search } from './tools/search.ts';

/** All tools of the server. */
export const tools: readonly Tool[] = [
  search,
  describe,
  mayIUse,
  modelsForUse,
  resolveLicense,
  explainPath,
  compare,
];
