import { contract } from './contract.ts';
import { describeOnEmbedded } from './stores.ts';

describeOnEmbedded('the store contract', ...contract);
