import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OperationDefinitionNode, parse } from 'graphql';
import { toGlobalId } from '../../src/ontology/ids.ts';
import { kinds } from '../../src/ontology/kinds.ts';
import type { EntityKind } from '../../src/ontology/vocabulary.ts';
import { encodeCursor } from '../../src/schema/fields/cursor.ts';
import type { Dataset } from '../support/dataset.ts';
import type { Operation } from '../support/execute.ts';

/** A stored operation with one set of variables, which comments before it give. */
export interface StoredOperation extends Operation {
  /** The name of the operation, with the number of the set of variables: "TermPage/2". */
  readonly name: string;
  readonly file: string;
  /**
   * Whether the operation is sent repeatedly with the cursor of the last page, until there are no
   * more.
   */
  readonly walk: { readonly backwards: boolean; readonly path: readonly string[] } | null;
  /** Walks of one group give the same nodes. */
  readonly group: string | null;
  /** The error code of at least one field with bad arguments; null for none. */
  readonly refused: string | null;
}

const directory = fileURLToPath(new URL('operations', import.meta.url));

/** All stored operations, with ids and cursors of the dataset filled in. */
export function storedOperations(dataset: Dataset): readonly StoredOperation[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .flatMap((name) => operationsOf(name, dataset));
}

function operationsOf(fileName: string, dataset: Dataset): StoredOperation[] {
  const query = readFileSync(join(directory, fileName), 'utf8');
  return parse(query).definitions.flatMap((definition) => {
    if (definition.kind !== 'OperationDefinition') return [];
    const operationName = definition.name?.value ?? '';
    const comments = commentsBefore(definition);
    const said = (what: string) =>
      comments
        .filter((line) => line === what || line.startsWith(`${what} `))
        .map((line) => line.slice(what.length + 1));
    const sets = said('variables').map((text) => JSON.parse(text) as Record<string, unknown>);
    const [way, path] = said('walk')[0]?.split(' ') ?? [];
    const shared = {
      file: basename(fileName, '.graphql'),
      query,
      operationName,
      walk: path === undefined ? null : { backwards: way === 'backwards', path: path.split('.') },
      group: said('group')[0] ?? null,
      refused: said('refused').map((code) => code || 'BAD_USER_INPUT')[0] ?? null,
    };
    return (sets.length === 0 ? [{}] : sets).map((variables, index, { length }) => ({
      ...shared,
      name: length === 1 ? operationName : `${operationName}/${index + 1}`,
      variables: withIds(variables, dataset) as Record<string, unknown>,
    }));
  });
}

/** The comments directly before an operation. */
function commentsBefore({ loc }: OperationDefinitionNode): string[] {
  const lines: string[] = [];
  let token = loc?.startToken.prev ?? null;
  while (token?.kind === 'Comment') {
    lines.unshift(token.value.trim());
    token = token.prev;
  }
  return lines;
}

function withIds(value: unknown, dataset: Dataset): unknown {
  if (typeof value === 'string' && value.startsWith('@')) return named(value.slice(1), dataset);
  if (Array.isArray(value)) return value.map((item) => withIds(item, dataset));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withIds(inner, dataset)]),
  );
}

/** "Term:open-weights", "relation FROM TYPE n", "claim SUBJECT PROPERTY n" or "cursor KIND n". */
function named(name: string, { relations, claims, entities }: Dataset): string {
  const [what = '', owner = '', type = ''] = name.split(' ');
  if (what === 'cursor') {
    const sorted = entities
      .filter(({ record }) => record.kind === owner)
      .map(({ record: { sort, id } }) => ({ value: sort, id }))
      .sort((a, b) => (a.value === b.value ? (a.id < b.id ? -1 : 1) : a.value < b.value ? -1 : 1));
    const place = sorted[Number(type) - 1] ?? { value: '', id: '' };
    return encodeCursor(
      { name: 'sort+', type: 'string', ids: kinds[owner as EntityKind].typeName },
      place,
    );
  }
  if (what !== 'relation' && what !== 'claim') return toGlobalId(name);
  const fitting =
    what === 'relation'
      ? relations.filter((each) => each.type === type && [each.fromId, each.toId].includes(owner))
      : claims.filter((each) => each.property === type && each.subjectId === owner);
  const found = fitting[Number(name.split(' ')[3] ?? 0)];
  if (found === undefined) throw new Error(`the seeds have no ${name}`);
  return toGlobalId(found.id);
}
