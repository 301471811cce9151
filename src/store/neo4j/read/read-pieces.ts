import { entityKinds } from '../../../ontology/kinds.ts';
import { zSourceRecord } from '../../../ontology/records.ts';
import { relationTypes } from '../../../ontology/relations.ts';
import type { EntityRow, Read, ReadKind, ReadResult } from '../../reads.ts';
import { textProperties, textRowOf } from '../../text-row.ts';
import type { Piece, StatementBuilder } from '../cypher-statement.ts';
import { labelOf, typeText } from '../labels.ts';
import { relationPiece } from '../relation-rows.ts';
import { asideEndName } from '../sort-copies.ts';
import { cellMatch, countedCells, sumOf } from './cell-match.ts';
import { claimCountPiece, claimPagePiece, claimPiece, decodeRecord } from './claim-pieces.ts';
import { classContentsPiece, classesPiece } from './class-piece.ts';
import { mayBeCrowded } from './crowded.ts';
import { disagreementCountPiece, disagreementPagePiece } from './disagreement-pieces.ts';
import { edgeCountPiece } from './edge-counts.ts';
import { edgePagePiece, emptyPage } from './edge-pages.ts';
import { entityPiece } from './entity-rows.ts';
import { facetPiece } from './facet-piece.ts';
import { fansPiece, sharedNeighborsPiece } from './fan-pieces.ts';
import { headsPiece, labelsPiece, textMatchesPiece, wordsPiece } from './label-pieces.ts';
import { listMatch, listPiece } from './list-piece.ts';
import { routesPiece } from './routes-piece.ts';
import { checked } from './row-check.ts';
import { surroundingsPiece } from './surroundings-piece.ts';
import { linksPiece, relationsAmongPiece } from './walk-pieces.ts';

type Compose<Kind extends ReadKind> = (
  read: Read<Kind>,
  into: StatementBuilder,
) => Piece<ReadResult<Kind>>;

/** The expression for each kind of read. */
export const readPieces: { readonly [Kind in ReadKind]: Compose<Kind> } = {
  entities: ({ ids, select }, into) => {
    const entity = entityPiece('e', select, into);
    return {
      expression: `COLLECT { UNWIND ${into.bind(ids)} AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id)
        RETURN ${entity.expression} }`,
      decode: (value) => byId(value, entity.decode, (row) => row.entity.id),
    };
  },

  locate: ({ locators, select }, into) => {
    const entity = entityPiece('e', select, into);
    const keys = into.bind(locators.map(({ kind, key }) => `${kind}/${key}`));
    return {
      expression: `COLLECT { UNWIND ${keys} AS key
        MATCH (l:Locator {key: key}) USING INDEX SEEK l:Locator(key)
        MATCH (e:Entity {id: l.entityId}) USING INDEX SEEK e:Entity(id)
        RETURN [key, ${entity.expression}] }`,
      decode: (value) => {
        const found = new Map<unknown, EntityRow>(
          rowsOf(value).map((row) => {
            const [key, node] = row as readonly unknown[];
            return [key, entity.decode(node)];
          }),
        );
        return locators.map(({ kind, key }) => found.get(`${kind}/${key}`) ?? null);
      },
    };
  },

  list: ({ spec, select }, into) => listPiece(spec, select, into),

  listCount: ({ spec }, into) => {
    const cells = countedCells(spec, into);
    return {
      expression:
        cells !== null
          ? sumOf(cellMatch(cells.known, into), cells.size)
          : `COUNT { ${listMatch(spec, into)}${spec.where === null ? '' : ' RETURN e'} }`,
      decode: Number,
    };
  },

  facet: ({ spec, select }, into) => facetPiece(spec, select, into),

  useClasses: classesPiece,

  classContents: ({ keys }, into) => classContentsPiece(keys, into),

  edges: ({ ownerIds, spec, select }, into) => {
    const owners = into.bind(ownerIds);
    const owner = { id: 'o', node: 'e' };
    const page = edgePagePiece(owner, spec, (node) => entityPiece(node, select, into), into);
    // If the statement needs the node, an unknown owner has no row.
    const node = mayBeCrowded(spec.types)
      ? ' MATCH (e:Entity {id: o}) USING INDEX SEEK e:Entity(id)'
      : '';
    return perOwner(
      ownerIds,
      `UNWIND ${owners} AS o${node} RETURN [o, ${page.expression}]`,
      (value, ownerId, put) => {
        const found = page.decode(ownerId, value === undefined ? [] : value);
        if (found !== null) return found;
        into.crowded.push({ what: 'page', ownerId, spec, select, put });
        return emptyPage;
      },
    );
  },

  edgeCounts: ({ ownerIds, spec }, into) => {
    const owners = into.bind(ownerIds);
    const count = edgeCountPiece({ id: 'o', node: 'e' }, spec, into);
    return perOwner(
      ownerIds,
      `UNWIND ${owners} AS o MATCH (e:Entity {id: o}) USING INDEX SEEK e:Entity(id)
        RETURN [o, ${count.expression}]`,
      (value, ownerId, put) => {
        const found = value === undefined ? 0 : count.decode(value);
        if (found !== null) return found;
        into.crowded.push({ what: 'count', ownerId, spec, put });
        return 0;
      },
    );
  },

  links: ({ ownerIds, spec }, into) => {
    const links = linksPiece(spec, into);
    return {
      expression: `COLLECT { UNWIND ${into.bind(ownerIds)} AS o MATCH (e:Entity {id: o})
        RETURN [o, ${links.expression}] }`,
      decode: (value) =>
        new Map(
          rowsOf(value).map((row) => {
            const [id, found] = row as readonly [string, unknown];
            return [id, links.decode(found)];
          }),
        ),
    };
  },

  routes: ({ fromId, toId, ...spec }, into) => routesPiece(fromId, toId, spec, into),

  fans: ({ ownerIds, types }, into) => fansPiece(ownerIds, types, into),

  sharedNeighbors: ({ pairs }, into) => sharedNeighborsPiece(pairs, into),

  surroundings: ({ ofId, ...spec }, into) => surroundingsPiece(ofId, spec, into),

  relationsAmong: ({ ids, types, limit }, into) => relationsAmongPiece(ids, types, limit, into),

  relations: ({ ids }, into) => {
    const wanted = into.bind(ids);
    const relation = relationPiece('r');
    // The id does not show the type, and every type has its own index.
    const branches = relationTypes.map(
      (type) =>
        `MATCH ()-[r:${typeText(type)}]->() USING INDEX SEEK r:${type}(id) WHERE r.id IN ${wanted}
         RETURN ${relation.expression} AS row`,
    );
    return {
      expression: `COLLECT { ${branches.join('\n      UNION ALL ')} }`,
      decode: (value) => byId(value, relation.decode, ({ id }) => id),
    };
  },

  claims: ({ ownerIds, spec }, into) => {
    const owners = into.bind(ownerIds);
    const page = claimPagePiece('o', spec, into);
    return perOwner(ownerIds, `UNWIND ${owners} AS o RETURN [o, ${page.expression}]`, page.decode);
  },

  claimCounts: ({ ownerIds, spec }, into) => {
    const owners = into.bind(ownerIds);
    const count = claimCountPiece('o', spec, into);
    return perOwner(
      ownerIds,
      `UNWIND ${owners} AS o RETURN [o, ${count.expression}]`,
      count.decode,
    );
  },

  claimsById: ({ ids }, into) => {
    const claim = claimPiece('c', into);
    return {
      expression: `COLLECT { UNWIND ${into.bind(ids)} AS id MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id)
        RETURN ${claim.expression} }`,
      decode: (value) => byId(value, claim.decode, ({ id }) => id),
    };
  },

  disagreements: ({ spec }, into) => disagreementPagePiece(spec, into),

  disagreementCount: ({ spec }, into) => disagreementCountPiece(spec, into),

  sources: ({ ids }, into) => ({
    expression: `COLLECT { UNWIND ${into.bind(ids)} AS id MATCH (s:Source {id: id}) USING INDEX SEEK s:Source(id)
      RETURN ${into.bindProperties('s', sourceProperties)} }`,
    decode: (value) => byId(value, decodeSource, ({ id }) => id),
  }),

  latest: ({ limit }, into) => ({
    expression: `COLLECT { MATCH (e:Entity) USING INDEX SEEK e:Entity(revision, id)
      WHERE e.revision >= 0 AND e.id > ''
      WITH e ORDER BY e.revision DESC, e.id DESC LIMIT ${into.bind(limit)} RETURN e.id }`,
    decode: (value) => value as readonly string[],
  }),

  texts: ({ of, after, limit }, into) => {
    const entity = entityPiece('e', { properties: textProperties, edges: [], counts: [] }, into);
    return {
      expression: `COLLECT { MATCH (e:Entity) WHERE e:${labelOf(of)} AND e.id > ${into.bind(after ?? '')}
        WITH e ORDER BY e.id LIMIT ${into.bind(limit)} RETURN ${entity.expression} }`,
      decode: (value) => rowsOf(value).map((row) => textRowOf(entity.decode(row).entity)),
    };
  },

  words: wordsPiece,
  labels: labelsPiece,
  labelHeads: headsPiece,
  textMatches: textMatchesPiece,

  graph: () => ({
    // The counters of the database give everything except the relations that are not best.
    expression: `[${[
      ...entityKinds.map((kind) => `COUNT { (:${labelOf(kind)}) }`),
      ...relationTypes.map(
        (type) =>
          `COUNT { ()-[:${typeText(type)}]->() } - COUNT { MATCH ()-[r:${type}]->() WHERE r.${asideEndName('from')} IS NOT NULL }`,
      ),
      'COUNT { (:Claim) }',
      'COUNT { (:Source) }',
      'head(COLLECT { MATCH (g:GraphRevision {id: 1}) RETURN [g.revision, g.changedAt] })',
    ].join(', ')}]`,
    decode: decodeGraph,
  }),
};

const sourceProperties = Object.keys(zSourceRecord.shape);

function rowsOf(value: unknown): readonly unknown[] {
  return value as readonly unknown[];
}

function decodeSource(row: unknown) {
  return checked(zSourceRecord, () => 'a source', decodeRecord(sourceProperties, row));
}

function byId<Row>(value: unknown, decode: (row: unknown) => Row, idOf: (row: Row) => string) {
  return new Map(
    rowsOf(value)
      .map(decode)
      .map((row) => [idOf(row), row]),
  );
}

/** One row for each owner: its id and its value. A postponed value replaces the first one. */
function perOwner<Result>(
  ownerIds: readonly string[],
  body: string,
  decode: (value: unknown, ownerId: string, put: (late: Result) => void) => Result,
): Piece<ReadonlyMap<string, Result>> {
  return {
    expression: `COLLECT { ${body} }`,
    decode: (value) => {
      const found = new Map(rowsOf(value) as readonly (readonly [unknown, unknown])[]);
      const results = new Map<string, Result>();
      for (const id of ownerIds) {
        const put = (late: Result) => results.set(id, late);
        results.set(id, decode(found.get(id), id, put));
      }
      return results;
    },
  };
}

function decodeGraph(value: unknown): ReadResult<'graph'> {
  const row = rowsOf(value);
  const counts = row as readonly number[];
  const [claims, sources] = counts.slice(entityKinds.length + relationTypes.length);
  const [revision, changedAt] = (row[row.length - 1] ?? [0, null]) as [number, string | null];
  return {
    entities: Object.fromEntries(entityKinds.map((kind, index) => [kind, counts[index]])),
    relations: Object.fromEntries(
      relationTypes.map((type, index) => [type, counts[entityKinds.length + index]]),
    ),
    claims,
    sources,
    revision,
    changedAt,
  } as ReadResult<'graph'>;
}
