import { describeOnNeo4j } from '../../neo4j/describe.ts';
import { cellsOfModels } from './cells.ts';
import { claimLinks } from './claims.ts';
import { fillings } from './fillings.ts';
import { filtersOfModels } from './filters.ts';
import { hubs } from './hubs.ts';
import { plans } from './plans.ts';
import { opening } from './schema.ts';

describeOnNeo4j('opening', opening, { lines: 'oldest' });
describeOnNeo4j('filling an empty graph', fillings, { lines: 'oldest' });
describeOnNeo4j('filters of models', filtersOfModels, { lines: 'oldest' });
describeOnNeo4j('claims', claimLinks, { lines: 'oldest' });
describeOnNeo4j('plans', plans, { lines: 'oldest' });
describeOnNeo4j('the order of the neighbors of hubs', hubs, { lines: 'oldest' });
describeOnNeo4j('cells of models', cellsOfModels, { lines: 'oldest' });
