import { contract } from './contract.ts';
import { describeOnServers } from './stores.ts';

describeOnServers('the store contract', contract, { lines: 'others' });
