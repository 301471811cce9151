import { describeOnEmbedded } from '../contract/stores.ts';
import { standingSuite } from './standing.ts';
import { standingCasesSuite } from './standing-cases.ts';

describeOnEmbedded('pages and answers', standingCasesSuite, standingSuite);
