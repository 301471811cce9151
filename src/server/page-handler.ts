import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode, GraphQLError } from 'graphql';
import type { GraphStatementSink, ServedGraph } from './graphql-handler.ts';
