import { GraphQLEnumType, GraphQLInputObjectType, GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { filteredKinds, filtersOf, indexedProperties } from '../../../src/ontology/filters.ts';
import { kinds } from '../../../src/ontology/kinds.ts';
import { entityRecordSchemas } from '../../../src/ontology/records.ts';
import { buildSchema } from '../../../src/schema/schema.ts';
import { schemaRules } from '../../../src/store/neo4j/indexes/constraints.ts';

const schema = buildSchema();
const valuesOf = (name: string) => {
  const type = schema.getType(name);
  if (type instanceof GraphQLEnumType) return type.getValues().map((value) => value.name);
  const held = type instanceof GraphQLInputObjectType || type instanceof GraphQLObjectType;
  return held ? Object.keys(type.getFields()) : [];
};

/** The recipe in CONTRIBUTING: a filter is one entry of a table, and everything else follows. */
describe.each(filteredKinds)('a filter of the kind %s', (kind) => {
  const { typeName } = kinds[kind];
  const declared = Object.entries(filtersOf(kind));
  const properties = Object.keys(entityRecordSchemas[kind].shape);

  it('is a field of the input', () => {
    expect(valuesOf(`${typeName}Filter`)).toEqual(declared.map(([name]) => name).sort());
  });

  it('orders lists by a property of the record, if declared', () => {
    const ordered = declared.flatMap(([, filter]) =>
      (filter.by === 'day' || filter.by === 'count') && filter.order ? [filter.property] : [],
    );
    const names = ordered.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter}`));
    expect(valuesOf(`${typeName}OrderField`)).toEqual(
      expect.arrayContaining(names.map((name) => name.toUpperCase())),
    );
    const sorts = ordered.map((name) => `sort${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    expect(properties).toEqual(expect.arrayContaining(sorts));
  });

  it('counts models, if declared', () => {
    const counted = declared.flatMap(([name, filter]) => (filter.facet ? [name] : []));
    expect(valuesOf(`${typeName}Facets`)).toEqual(counted.sort());
  });

  it('reads a property of the record, and uses its index', () => {
    const looked = declared.flatMap(([, filter]) => ('property' in filter ? filter.property : []));
    expect(properties).toEqual(expect.arrayContaining(looked));
    const { range, text } = indexedProperties(kind);
    expect(properties).toEqual(expect.arrayContaining([...range, ...text]));
    const statements = JSON.stringify(schemaRules());
    for (const property of [...range, ...text]) expect(statements).toContain(`.${property}`);
  });
});
