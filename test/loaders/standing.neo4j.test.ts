import { describeOnServers } from '../contract/stores.ts';
import { standingSuite } from './standing.ts';

describeOnServers('pages and answers', [standingSuite], { lines: 'first' });
