import {
  GraphQLDate,
  GraphQLDateTime,
  GraphQLJSON,
  GraphQLSafeInt,
  GraphQLURL,
} from 'graphql-scalars';
import { isPartialDate } from '../ontology/partial-date.ts';
import { builder } from './builder.ts';

builder.addScalarType('Date', GraphQLDate);
builder.addScalarType('DateTime', GraphQLDateTime);
builder.addScalarType('URL', GraphQLURL);
builder.addScalarType('SafeInt', GraphQLSafeInt);
builder.addScalarType('JSON', GraphQLJSON);

builder.scalarType('PartialDate', {
  description:
    'A day, a month or a year, as precise as the source: "2026-02-16", "2025-07" or "2025".',
  serialize: (value) => {
    if (typeof value === 'string' && isPartialDate(value)) return value;
    throw new TypeError('A PartialDate is YYYY, YYYY-MM or YYYY-MM-DD.');
  },
  parseValue: () => {
    throw new TypeError('PartialDate is given in answers only; arguments take a full Date.');
  },
});
