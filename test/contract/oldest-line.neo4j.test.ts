import { contract } from './contract.ts';
import { describeOnServers } from './stores.ts';

// Each line has a file, so that the lines are tested at the same time.
describeOnServers('the store contract', contract, { lines: 'oldest' });
