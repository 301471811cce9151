import { describeOnServers } from '../contract/stores.ts';
import { freshnessSuite } from './freshness.ts';
import { rivalsSuite } from './rivals.ts';
import { standingSuite } from './standing.ts';
import { standingCasesSuite } from './standing-cases.ts';

const suites = [freshnessSuite, standingCasesSuite, standingSuite, rivalsSuite];
describeOnServers('pages and answers', suites, { lines: 'one' });
