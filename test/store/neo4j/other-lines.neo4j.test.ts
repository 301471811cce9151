import { describeOnNeo4j } from '../../neo4j/describe.ts';
import { filtersOfModels } from './filters.ts';
import { hubs } from './hubs.ts';
import { plans } from './plans.ts';
import { opening } from './schema.ts';

// What a first load does to indexes, and the pages of cells, are tested on the oldest line.
describeOnNeo4j('opening', opening, { lines: 'others' });
describeOnNeo4j('filters of models', filtersOfModels, { lines: 'others' });
describeOnNeo4j('plans', plans, { lines: 'others' });
describeOnNeo4j('the order of the neighbors of hubs', hubs, { lines: 'others' });
