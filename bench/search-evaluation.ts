/**
 * Measures how often search finds the right hit first. The queries of the evaluation list go to the
 * served schema, with the seeds in an embedded store.
 *
 * node --import tsx bench/search-evaluation.ts [--wrong]
 */
import { seededReader } from '../test/schema/explore/seeded.ts';
import { evaluate, evaluationList, percent, table } from '../test/text/search/evaluation.ts';
import { firstHitOf } from '../test/text/search/graphql-search.ts';

const reader = await seededReader();
const evaluation = await evaluate(evaluationList(), (query) => firstHitOf(reader, query));
console.log(table(evaluation));

if (process.argv.includes('--wrong')) {
  for (const { question, first } of evaluation.wrong) {
    const { query, kind, slug, category } = question;
    console.log(`${category}: ${JSON.stringify(query)} gave ${first}, not ${kind}:${slug}`);
  }
}
const right = (category: 'name' | 'alias' | 'typo') => percent(evaluation, category);
process.exitCode = right('name') >= 95 && right('alias') >= 95 && right('typo') >= 85 ? 0 : 1;
