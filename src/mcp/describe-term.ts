import type { AskGraph } from '../explorer/ask.ts';
import { termKindWords } from '../explorer/words.ts';
import { type Answer, listed } from './answer.ts';
import { addStatements, sourcesOf } from './claims.ts';
import { foundOne } from './documents.ts';
import { headOf } from './entity-head.ts';
import { opennessLine } from './model-row.ts';

interface Names {
  readonly totalCount?: number | null;
  readonly nodes: readonly { readonly name: string }[];
}

/** The description of a term: its meaning, related terms, examples, and statements of sources. */
export async function describeTerm(ask: AskGraph, slug: string): Promise<Answer> {
  const term = await foundOne(ask, 'term', { slug }, (data) => data.term);
  const answer = headOf(term, `term: ${termKindWords[term.termKind].toLowerCase()}`);
  answer.section('Definition').text(term.definition, ...sourcesOf(term, 'DEFINITION'));
  answer.section('Related terms');
  const names = (what: string, found: Names | null, most = 15) => {
    const all = (found?.nodes ?? []).map(({ name }) => name);
    if (all.length > 0)
      answer.item(`${what}: ${listed(all, found?.totalCount ?? all.length, most)}`);
  };
  names('Kind of', term.broader);
  names('Part of', term.partOf);
  names('In contrast with', term.contrastsWith);
  names('Kinds', term.narrower, 25);
  names('Parts', term.parts);
  names('Related', term.related);
  const before = (term.prerequisites ?? []).flatMap((step) => step.term?.name ?? []);
  if (before.length > 0) answer.item(`To read first, in this order: ${listed(before)}`);
  names('Licenses of this class', term.licenses, 30);
  names('Tools', term.tools);
  const examples = term.examples?.nodes ?? [];
  if (examples.length > 0) {
    answer.section(
      `Examples (${term.examples?.totalCount ?? examples.length} models, the newest first)`,
    );
    for (const model of examples.slice(0, 10)) {
      const licenses = (model.licenses?.nodes ?? []).map(({ name }) => name);
      const under = licenses.length === 0 ? '' : ` (${listed(licenses)})`;
      answer.item(`${model.name}${under}: ${opennessLine(model.openness)}`);
    }
    if (examples.length > 10)
      answer.line(
        `Then: ${listed(
          examples.slice(10).map(({ name }) => name),
          undefined,
          40,
        )}`,
      );
  }
  answer.section('What it means').text(term.explanation, ...sourcesOf(term, 'EXPLANATION'));
  answer.section('Why it matters').text(term.whyItMatters, ...sourcesOf(term, 'WHY_IT_MATTERS'));
  answer.section('Questions');
  for (const { question, answer: says, asOf, source } of term.faqs ?? []) {
    answer.item(`${question} ${says.replace(/\s+/g, ' ')}`, { source, asOf });
  }
  addStatements(answer, term);
  return answer;
}
