import {
  GraphQLDate,
  GraphQLDateTime,
  GraphQLJSON,
  GraphQLSafeInt,
  GraphQLURL,
} from 'graphql-scalars';
import { isPartialDate } from '../ontology/partial-date.ts';
import { builder } from './builder.ts';

// The library does not set these addresses, which generators and clients use.
const timestamps = 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6';
builder.addScalarType('Date', GraphQLDate, { specifiedByURL: timestamps });
builder.addScalarType('DateTime', GraphQLDateTime, { specifiedByURL: timestamps });
builder.addScalarType('URL', GraphQLURL, {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3986',
});
builder.addScalarType('SafeInt', GraphQLSafeInt);
builder.addScalarType('JSON', GraphQLJSON);

builder.scalarType('PartialDate', {
  description:
    'A day, a month or a year, as precise as the source: "2026-02-16", "2025-07" or "2025".',
  specifiedByURL: 'https://www.w3.org/TR/NOTE-datetime',
  serialize: (value) => {
    if (typeof value === 'string' && isPartialDate(value)) return value;
    throw new TypeError('A PartialDate is YYYY, YYYY-MM or YYYY-MM-DD.');
  },
  parseValue: () => {
    throw new TypeError('PartialDate is given in answers only; arguments take a full Date.');
  },
});
