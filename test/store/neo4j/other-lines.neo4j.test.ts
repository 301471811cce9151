import { describeOnNeo4j } from '../../neo4j/describe.ts';
import { filtersOfModels } from './filters.ts';
import { plans } from './plans.ts';
import { opening } from './schema.ts';

describeOnNeo4j('opening', opening, { lines: 'others' });
describeOnNeo4j('filters of models', filtersOfModels, { lines: 'others' });
describeOnNeo4j('plans', plans, { lines: 'others' });
