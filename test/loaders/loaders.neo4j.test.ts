import { describeOnServers } from '../contract/stores.ts';
import { freshnessSuite } from './freshness.ts';
import { statementsSuite } from './statements.ts';

describeOnServers('loaders', [statementsSuite, freshnessSuite], { lines: 'one' });
