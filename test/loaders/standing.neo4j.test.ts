import { describeOnServers } from '../contract/stores.ts';
import { standingSuite } from './standing.ts';
import { standingCasesSuite } from './standing-cases.ts';

describeOnServers('pages and answers', [standingCasesSuite, standingSuite], { lines: 'one' });
