import { isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isItemCount } from '../../../src/schema/fields/field-needs.ts';
import { buildSchema } from '../../../src/schema/schema.ts';

const fields = Object.values(buildSchema().getTypeMap()).flatMap((type) =>
  (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).map((field) => ({ type, field }))
    : [],
);

// The cost of a document depends on these arguments, so none may be missing.
describe('arguments that set the number of items', () => {
  it('declare it: page sizes, limits of lists, and lists with an answer for each item', () => {
    const declared = fields.flatMap(({ field }) => field.args.filter(isItemCount));
    const named = fields.flatMap(({ field }) =>
      field.args.filter(({ name }) => ['first', 'last', 'limit', 'ids'].includes(name)),
    );
    expect(declared).toEqual(named);
    expect(new Set(declared.map(({ name }) => name))).toEqual(
      new Set(['first', 'last', 'limit', 'ids']),
    );
  });

  it('are present on every connection', () => {
    const lacking = fields.flatMap(({ type, field }) =>
      /Connection!?$/.test(String(field.type)) && !field.args.some(isItemCount)
        ? [`${type.name}.${field.name}`]
        : [],
    );
    expect(lacking).toEqual([]);
  });
});
