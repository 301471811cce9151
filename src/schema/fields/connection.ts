import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { MaybePromise } from '../../base/maybe-promise.ts';
import { andThen } from '../../base/promises.ts';
import type { RelationRecord } from '../../ontology/records.ts';
import type { EdgeRow, EntityPage, EntityPart, Keyset, PageWindow } from '../../store/reads.ts';
import { builder, type SchemaTypes } from '../builder.ts';
import { type CursorOrder, encodeCursor } from './cursor.ts';
import { PageInfoRef, pageInfo } from './paging.ts';

/** A page of a connection. Edges and cursors are made only if they are selected. */
export class Connection<Item, Filter = null> {
  readonly rows: readonly Item[];
  readonly totalCount: MaybePromise<number> | null;
  /** The filter of the list, for fields that need more than the page. */
  readonly filter: Filter;
  readonly #hasMore: boolean;
  readonly #window: PageWindow;
  readonly #order: CursorOrder;
  readonly #place: (item: Item) => Keyset;

  constructor(
    page: { readonly rows: readonly Item[]; readonly hasMore: boolean },
    window: PageWindow,
    order: CursorOrder,
    place: (item: Item) => Keyset,
    totalCount: MaybePromise<number> | null,
    filter: Filter,
  ) {
    this.rows = page.rows;
    this.totalCount = totalCount;
    this.filter = filter;
    this.#hasMore = page.hasMore;
    this.#window = window;
    this.#order = order;
    this.#place = place;
  }

  cursor(item: Item): string {
    return encodeCursor(this.#order, this.#place(item));
  }

  edges(): readonly Edge<Item>[] {
    return this.rows.map((item) => ({ item, connection: this }));
  }

  pageInfo() {
    const [first] = this.rows;
    const last = this.rows.at(-1);
    return pageInfo(
      this.#window,
      this.#hasMore,
      first === undefined ? null : this.cursor(first),
      last === undefined ? null : this.cursor(last),
    );
  }
}

export interface Edge<Item> {
  readonly item: Item;
  readonly connection: Pick<Connection<Item>, 'cursor'>;
}

interface Paged<Item, Filter> {
  /** Null where neither items nor page information are selected. */
  readonly page: MaybePromise<{ readonly rows: readonly Item[]; readonly hasMore: boolean }> | null;
  /** Null where the total is not selected. */
  readonly count: MaybePromise<number> | null;
  readonly window: PageWindow;
  readonly cursors: CursorOrder;
  readonly place: (item: Item) => Keyset;
  readonly filter: Filter;
}

/** The connection of a page that may still be loading. */
export function connectionOf<Item, Filter = null>(
  paged: Paged<Item, Filter>,
): MaybePromise<Connection<Item, Filter>> {
  const { page, count, window, cursors, place, filter } = paged;
  // The field totalCount awaits the count and reports its failure.
  if (count instanceof Promise) count.catch(() => {});
  return andThen(
    page ?? { rows: [], hasMore: false },
    (found) => new Connection(found, window, cursors, place, count, filter),
  );
}

type NodeRef<Node> = ObjectRef<SchemaTypes, Node> | InterfaceRef<SchemaTypes, Node>;
export type ListedEntity = EntityPage['rows'][number];

/** The connection and edge types of a kind of node, named after it. */
export function connectionType<Item, Node, Filter = null>(
  name: string,
  node: NodeRef<Node>,
  nodeOf: (item: Item) => Node,
  describe: string,
) {
  const edge = edgeRef<Item, Node>(`${name}Edge`, node, nodeOf, describe).implement({});
  return connectionRef<Item, Node, Filter>(`${name}Connection`, node, nodeOf, edge, describe);
}

/** The connection and edge types of relations that lead to a kind of node. */
export function relationConnectionType(
  name: string,
  node: NodeRef<EntityPart>,
  relation: ObjectRef<SchemaTypes, RelationRecord>,
  describe: string,
) {
  const nodeOf = (row: EdgeRow) => row.neighbor.entity;
  const edge = edgeRef(`${name}RelationEdge`, node, nodeOf, describe).implement({
    fields: (t) => ({
      relation: t.field({
        type: relation,
        description:
          'The relation that links the two. If there are several: the best of `relations`.',
        resolve: ({ item }) => relationsOf(item)[0] as RelationRecord,
      }),
      relations: t.field({
        type: [relation],
        description:
          'All relations that link the two and match the arguments of the field, best first.',
        resolve: ({ item }) => relationsOf(item),
      }),
    }),
  });
  const each = `${describe}, one edge for each`;
  return connectionRef(`${name}RelationConnection`, node, nodeOf, edge, each);
}

function relationsOf({ relations }: EdgeRow): readonly RelationRecord[] {
  if (relations === null) throw new Error('The look-ahead has the relations come along.');
  return relations;
}

/** The edge type of a connection. Fields may be added to it. */
export function edgeRef<Item, Node>(
  name: string,
  node: NodeRef<Node>,
  nodeOf: (item: Item) => Node,
  describe: string,
) {
  const ref = builder.objectRef<Edge<Item>>(name);
  return {
    implement: (more: { fields?: Parameters<typeof ref.implement>[0]['fields'] }) =>
      ref.implement({
        description: `An item in a page of ${describe}, with its cursor.`,
        fields: (t) => ({
          cursor: t.string({
            description: 'The opaque cursor of this edge, for the arguments after and before.',
            resolve: ({ item, connection }) => connection.cursor(item),
          }),
          node: t.field({
            type: node,
            description: 'The item itself.',
            resolve: ({ item }) => nodeOf(item) as never,
          }),
          ...(more.fields?.(t) ?? {}),
        }),
      }),
  };
}

/** The connection type over an edge type. */
export function connectionRef<Item, Node, Filter = null>(
  name: string,
  node: NodeRef<Node>,
  nodeOf: (item: Item) => Node,
  edge: ObjectRef<SchemaTypes, Edge<Item>>,
  describe: string,
) {
  return builder.objectRef<Connection<Item, Filter>>(name).implement({
    description: `A page of ${describe}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The items with their cursors.',
        resolve: (connection) => connection.edges(),
      }),
      nodes: t.field({
        type: [node],
        description: 'The items without their cursors.',
        resolve: (connection) => connection.rows.map(nodeOf) as never,
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        description: 'The position of the page in the whole list.',
        resolve: (connection) => connection.pageInfo(),
      }),
      totalCount: t.int({
        nullable: true,
        description:
          'The number of items in the whole list. Counted only when selected. Error WORK_LIMIT if too many items would have to be looked at one by one.',
        resolve: (connection) => connection.totalCount,
      }),
    }),
  });
}
