import { describeOnEmbedded } from '../contract/stores.ts';
import { standingSuite } from './standing.ts';

describeOnEmbedded('pages and answers', standingSuite);
