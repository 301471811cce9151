import { describeOnEmbedded } from '../contract/stores.ts';
import { statementsSuite } from './statements.ts';

describeOnEmbedded('loaders', statementsSuite);
