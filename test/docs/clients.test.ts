import { readFileSync } from 'node:fs';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildSchema } from '../../src/schema/schema.ts';

const text = readFileSync(new URL('../../docs/guide/clients.md', import.meta.url), 'utf8');
const scalars = Object.values(buildSchema().getTypeMap())
  .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
  .map(({ name }) => name)
  .sort();

/** The keys of the mapping with this name, anywhere in a document. */
function keysOf(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name ? Object.keys(inner) : keysOf(inner, name),
  );
}

it('maps every scalar of ours, and no other, for each generator', () => {
  const configurations = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) =>
    parse(yaml),
  );
  const mapped = configurations.map((each) => [
    ...keysOf(each, 'scalars'),
    ...keysOf(each, 'bindings'),
  ]);
  expect(mapped.map((names) => names.sort())).toEqual([scalars, scalars]);
});

it('says of every scalar what it is in JSON', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| [^|]+ \| `([^|]+)` \|$/gm)];
  expect(rows.map(([, name]) => name).sort()).toEqual(scalars);
  for (const [, , example = ''] of rows) expect(() => JSON.parse(example)).not.toThrow();
});
