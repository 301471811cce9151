/** The formats of an export. */
export const exportFormats = {
  turtle: { suffix: 'ttl', type: 'text/turtle', name: 'Turtle' },
  ntriples: { suffix: 'nt', type: 'application/n-triples', name: 'N-Triples' },
  jsonld: { suffix: 'jsonld', type: 'application/ld+json', name: 'JSON-LD' },
  ndjson: { suffix: 'ndjson', type: 'application/x-ndjson', name: 'records as JSON, one a line' },
} as const;

export type ExportFormat = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormat[];
