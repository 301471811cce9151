import { describeOnEmbedded } from '../contract/stores.ts';
import { freshnessSuite } from './freshness.ts';
import { statementsSuite } from './statements.ts';

describeOnEmbedded('loaders', statementsSuite, freshnessSuite);
