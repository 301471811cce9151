import { describeOnEmbedded } from '../contract/stores.ts';
import { rivalsSuite } from './rivals.ts';
import { standingSuite } from './standing.ts';
import { standingCasesSuite } from './standing-cases.ts';

describeOnEmbedded('pages and answers', standingCasesSuite, standingSuite, rivalsSuite);
