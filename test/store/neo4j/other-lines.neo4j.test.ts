import type { Neo4jInfo } from '../../neo4j/bolt.ts';
import { describeOnNeo4j } from '../../neo4j/describe.ts';
import { filtersOfModels } from './filters.ts';
import { hubs } from './hubs.ts';
import { plans } from './plans.ts';
import { opening } from './schema.ts';

// What a first load does to indexes, pages of cells, and the costs of hubs are tested on the oldest line.
describeOnNeo4j('opening', opening, { lines: 'others' });
describeOnNeo4j('filters of models', filtersOfModels, { lines: 'others' });
describeOnNeo4j('plans', plans, { lines: 'others' });
const orderOfHubs = (server: Neo4jInfo) => hubs(server, false);
describeOnNeo4j('the order of the neighbors of hubs', orderOfHubs, { lines: 'others' });
