import { isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isItemCount } from '../../../src/schema/fields/field-needs.ts';
import { buildSchema } from '../../../src/schema/schema.ts';

const fields = Object.values(buildSchema().getTypeMap()).flatMap((type) =>
  (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).map((field) => ({ type, field }))
    : [],
);

// The cost of a document goes by these arguments, so that none may be missed.
describe('arguments that say how many items come', () => {
  it('declare it: sizes of pages, limits of lists, and lists that are answered one by one', () => {
    const declared = fields.flatMap(({ field }) => field.args.filter(isItemCount));
    const named = fields.flatMap(({ field }) =>
      field.args.filter(({ name }) => ['first', 'last', 'limit', 'ids'].includes(name)),
    );
    expect(declared).toEqual(named);
    expect(new Set(declared.map(({ name }) => name))).toEqual(
      new Set(['first', 'last', 'limit', 'ids']),
    );
  });

  it('are there wherever a connection is given', () => {
    const lacking = fields.flatMap(({ type, field }) =>
      /Connection!?$/.test(String(field.type)) && !field.args.some(isItemCount)
        ? [`${type.name}.${field.name}`]
        : [],
    );
    expect(lacking).toEqual([]);
  });
});
