import type { ClaimRecord, SourceRecord } from '../../../ontology/records.ts';
import type { ClaimPage, ClaimPageSpec, ClaimSpec } from '../../reads.ts';
import { placeOf } from '../database/claim-place.ts';
import { type Graph, standing, withoutType, withType } from '../database/graph.ts';
import { unpackClaim, wholeRecord } from '../database/packed-records.ts';
import { Parameters } from '../database/prepared-statements.ts';

type Row = readonly [
  ...[id: string, property: number, stands: number, contested: number, place: string],
  ...[record: string, subject: string | null, relation: string | null, source: string | null],
];

const claimText = `SELECT c.id, c.property, c.standing, c.contested, c.place, c.record, e.id, r.id, s.id
  FROM claim c LEFT JOIN entity e ON e.n = c.subject
  LEFT JOIN relation r ON r.n = c.relation LEFT JOIN source s ON s.n = c.source`;

/**
 * Claims and sources. They are read from the file each time, since there are many and few are
 * requested.
 */
export class ClaimReads {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  pages(ownerIds: readonly string[], spec: ClaimPageSpec): ReadonlyMap<string, ClaimPage> {
    return this.#each(ownerIds, spec.of, { rows: [], hasMore: false }, (owner) =>
      this.#page(owner, spec),
    );
  }

  counts(ownerIds: readonly string[], spec: ClaimSpec): ReadonlyMap<string, number> {
    return this.#each(ownerIds, spec.of, 0, (owner) => {
      const into = new Parameters();
      const text = `SELECT count(*) FROM claim c WHERE ${this.#passing(owner, spec, into)}`;
      const [count = 0] = this.#graph.statements.row<[number]>(text, into.values) ?? [];
      return count;
    });
  }

  claims(ids: readonly string[]): ReadonlyMap<string, ClaimRecord> {
    const text = `${claimText} WHERE c.id IN (SELECT value FROM json_each(?1))`;
    const parameters = [JSON.stringify(ids.map(withoutType))];
    const rows = this.#graph.statements.rows<Row>(text, parameters);
    return new Map(rows.map((row) => [withType('Claim', row[0]), this.#record(row)]));
  }

  sources(ids: readonly string[]): ReadonlyMap<string, SourceRecord> {
    const text = 'SELECT id, record FROM source WHERE id IN (SELECT value FROM json_each(?1))';
    const rows = this.#graph.statements.rows<[string, string]>(text, [JSON.stringify(ids)]);
    return new Map(rows.map(([id, record]) => [id, wholeRecord('source', record, id)]));
  }

  #page(owner: number, spec: ClaimPageSpec): ClaimPage {
    const { limit, after, before, backward, peek } = spec.window;
    const into = new Parameters();
    const passing = this.#passing(owner, spec, into);
    const beyond = (sort: string | number | undefined, sign: '>' | '<') => {
      if (sort === undefined) return '';
      const { place, id } = placeOf(String(sort));
      return ` AND (c.place, c.id) ${sign} (${into.bind(place)}, ${into.bind(id)})`;
    };
    const order = backward ? 'DESC' : 'ASC';
    const rows = this.#graph.statements.rows<Row>(
      `${claimText} WHERE ${passing}${beyond(after?.value, '>')}${beyond(before?.value, '<')}
       ORDER BY c.place ${order}, c.id ${order} LIMIT ${into.bind(limit + 1)}`,
      into.values,
    );
    const claims = rows.slice(0, limit).map((row) => this.#record(row));
    return { rows: backward ? claims.reverse() : claims, hasMore: peek && rows.length > limit };
  }

  #passing(owner: number, spec: ClaimSpec, into: Parameters): string {
    const { of, property, contested, ranks } = spec;
    const parts = [
      `c.${of} = ${into.bind(owner)}`,
      ...(property === null ? [] : [`c.property = ${this.#graph.codes.property(property)}`]),
      ...(contested === null ? [] : [`c.contested = ${Number(contested)}`]),
      ...(ranks === 'BEST' ? [`c.standing >= ${standing.best}`] : []),
      ...(ranks === 'CURRENT' ? [`(c.standing & ${standing.current}) > 0`] : []),
    ];
    return parts.join(' AND ');
  }

  #each<Result>(
    ownerIds: readonly string[],
    of: ClaimSpec['of'],
    nothing: Result,
    find: (owner: number) => Result,
  ): ReadonlyMap<string, Result> {
    return new Map(
      ownerIds.map((id) => {
        const owner = this.#owner(id, of);
        return [id, owner === undefined ? nothing : find(owner)];
      }),
    );
  }

  #owner(id: string, of: ClaimSpec['of']): number | undefined {
    if (of === 'subject') return this.#graph.numberOf(id);
    const key = of === 'relation' ? withoutType(id) : id;
    return this.#graph.statements.row<[number]>(`SELECT n FROM ${of} WHERE id = ?1`, [key])?.[0];
  }

  #record([id, property, stands, contested, place, record, ...named]: Row): ClaimRecord {
    const name = this.#graph.codes.propertyName(property);
    if (name === undefined)
      throw new Error(`A claim has the property number ${property}, which has no name.`);
    const [subjectId, relation, sourceId] = named;
    const claimId = withType('Claim', id);
    return unpackClaim(record, {
      id: claimId,
      property: name,
      best: stands >= standing.best,
      contested: contested === 1,
      sort: `${place}.${claimId}`,
      subjectId,
      relationId: relation === null ? null : withType('Relation', relation),
      sourceId,
    });
  }
}
