import { cellsContract } from './cells.ts';
import { contract } from './contract.ts';
import { describeOnServers } from './stores.ts';

// Cells have very many statements, which a server must plan. The oldest line answers them.
const others = contract.filter((suite) => suite !== cellsContract);
describeOnServers('the store contract', others, { lines: 'others' });
