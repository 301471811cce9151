import { Answer, listed } from './answer.ts';
import type { HeadFragment } from './documents/types.ts';

/** The first lines of every description. */
export function headOf(entity: HeadFragment, kind: string): Answer {
  const { name, uri, aliases, summary, status, replacedBy, factsAsOf } = entity;
  const answer = new Answer(`# ${name} (${kind})`);
  answer.line(uri);
  if (summary !== null) answer.line(summary);
  if (aliases.length > 0) answer.line(`Also called: ${listed(aliases)}.`);
  if (status === 'DEPRECATED') {
    const instead = replacedBy === null ? '' : `; use ${replacedBy.name} (${replacedBy.uri})`;
    answer.line(`It is no longer in use${instead}.`);
  }
  if (factsAsOf !== null) answer.line(`Newest statement: ${factsAsOf}.`);
  return answer;
}
