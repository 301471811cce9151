import { createHash } from 'node:crypto';
import type { InputShapeFromFields } from '@pothos/core';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type PlannedSelection, planSelection } from '../../loaders/plan.ts';
import { ofTexts } from '../../loaders/rests-on.ts';
import type { EntityKind } from '../../ontology/vocabulary.ts';
import type { EntityPart, Keyset, PageWindow } from '../../store/reads.ts';
import type { SearchHit } from '../../text/search/rank.ts';
import { search as hitsOf, placeOf } from '../../text/search/search.ts';
import { parseSearchQuery, type SearchQuery } from '../../text/search/search-words.ts';
import { boundedText } from '../bad-input.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { type Connection, connectionOf } from '../fields/connection.ts';
import type { CursorOrder } from '../fields/cursor.ts';
import { kindsArgument, kindsOf } from '../fields/kinds-argument.ts';
import { connectionAhead } from '../fields/look-ahead.ts';
import { pageArguments, pageWindow } from '../fields/paging.ts';
import { memoizedPlan } from '../fields/plan-memo.ts';
import { type FoundEntity, SearchConnectionRef } from './search-connection.ts';

const maxQuery = 10_000;

const searchArguments = builder.args((t) => ({
  query: t.string({
    required: true,
    description: `What to look for: any text of at most ${maxQuery} UTF-16 code units, of which the first 16 words count.`,
  }),
  ...kindsArgument,
  ...pageArguments,
}));

interface SearchPlan {
  readonly query: SearchQuery;
  /** The key of the search in caches. */
  readonly key: string;
  readonly kinds: readonly EntityKind[] | null;
  readonly cursors: CursorOrder;
  readonly window: PageWindow;
  /** Null where no hit is selected. */
  readonly select: PlannedSelection | null;
}

function planSearch(
  args: InputShapeFromFields<typeof searchArguments>,
  context: GraphContext,
  info: GraphQLResolveInfo,
): SearchPlan {
  const query = boundedText('query', args.query, maxQuery);
  const kinds = kindsOf(args.kinds);
  // A cursor is valid for one query only.
  const digest = createHash('sha256')
    .update(JSON.stringify([query, kinds]))
    .digest('base64url');
  const cursors = { name: `search/${digest.slice(0, 16)}`, type: 'string', ids: 'entity' } as const;
  const window = pageWindow(args, cursors);
  const rows = Math.max(1, window.limit);
  const type = getNamedType(info.returnType);
  const wants = connectionAhead(type, info.fieldNodes, info, context, rows);
  const { properties, edges, counts } = wants.select;
  // Snippets need these texts.
  const select = planSelection([...properties, 'summary', 'definition'], edges, counts);
  return {
    query: parseSearchQuery(query),
    key: `search/${digest}`,
    kinds,
    cursors,
    window,
    select: wants.page ? select : null,
  };
}

async function search(plan: SearchPlan, context: GraphContext): Promise<Connection<FoundEntity>> {
  const { query, key, kinds, window, cursors, select } = plan;
  const { loaders } = context;
  const hits = await loaders.cached(
    key,
    () => hitsOf(loaders.texts, query, kinds),
    (all) => all.length,
    () => ofTexts,
  );
  const page = pageOfHits(hits, window);
  const found =
    select === null
      ? []
      : await Promise.all(page.hits.map(({ id }) => context.loaders.entity(id, select)));
  const rows = page.hits.flatMap((hit, index) => {
    const entity: EntityPart | null | undefined = found[index];
    // An entity that was removed after the search is left out.
    return entity == null ? [] : [{ hit, entity, query }];
  });
  return connectionOf<FoundEntity>({
    page: { rows, hasMore: page.hasMore },
    count: hits.length,
    window,
    cursors,
    filter: null,
    place: ({ hit }) => keysetOf(hit),
  });
}

function keysetOf(hit: SearchHit): Keyset {
  return { value: placeOf(hit), id: hit.id };
}

/** The hits between the two cursors, from the end where the page starts. */
function pageOfHits(
  hits: readonly SearchHit[],
  { limit, after, before, backward }: PageWindow,
): { readonly hits: readonly SearchHit[]; readonly hasMore: boolean } {
  const between = hits.filter((hit) => {
    const place = keysetOf(hit);
    return (
      (after === null || comparePlaces(place, after) > 0) &&
      (before === null || comparePlaces(place, before) < 0)
    );
  });
  const start = backward ? Math.max(0, between.length - limit) : 0;
  return { hits: between.slice(start, start + limit), hasMore: between.length > limit };
}

function comparePlaces(one: Keyset, other: Keyset): number {
  if (one.value !== other.value) return one.value < other.value ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionRef,
    nullable: true,
    description:
      'Finds entities by words, phrases (in quotation marks) and misspellings, in names, aliases, summaries and definitions. The order is: equal names and aliases, then terms that end in the query ("license": "permissive license"), then beginnings, words, other forms and misspellings of names, then texts. Any text is a valid query; a blank one finds nothing.',
    args: searchArguments,
    resolve: (_root, args, context, info) =>
      search(
        memoizedPlan(info, context, () => planSearch(args, context, info)),
        context,
      ),
  }),
);
