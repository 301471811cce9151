import { groupBy } from '../../../base/group-by.ts';
import { type RelationType, relationOf, relationTypes } from '../../../ontology/relations.ts';
import type {
  Contribution,
  DatasetRecord,
  Held,
  HeldClaim,
  HeldRelation,
  HeldThings,
  OwnedPage,
  Thing,
} from '../../graph-store.ts';
import type { Connection } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';

const timeoutMs = 300_000;
const types = relationTypes.map(typeText).join('|');
const symmetric = relationTypes.filter((type) => relationOf(type).symmetric);
const labels = { entities: 'Entity', sources: 'Source' } as const;

/** The data that a load compares with: ids and digests of the graph's content. */
export class HeldReads implements Held {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async totals(): Promise<Readonly<Record<Thing, number>>> {
    const counted = async (pattern: string, name: string) => {
      const [[count = 0] = []] = await this.#rows(`MATCH ${pattern} RETURN count(${name})`);
      return Number(count);
    };
    let relations = 0;
    for (const type of relationTypes)
      relations += await counted(`()-[r:${typeText(type)}]->()`, 'r');
    return {
      entities: await counted('(n:Entity)', 'n'),
      relations,
      claims: await counted('(n:Claim)', 'n'),
      sources: await counted('(n:Source)', 'n'),
      disagreements: await counted('(n:Disagreement)', 'n'),
    };
  }

  async idsAfter(
    thing: 'entities' | 'sources',
    after: string | null,
    limit: number,
  ): Promise<readonly string[]> {
    const text = `MATCH (n:${labels[thing]}) WHERE n.id > $after RETURN n.id ORDER BY n.id LIMIT toInteger($limit)`;
    const rows = await this.#rows(text, { after: after ?? '', limit });
    return rows.map(([id]) => String(id));
  }

  async digests(
    thing: 'entities' | 'sources',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const text = `UNWIND $ids AS id MATCH (n:${labels[thing]} {id: id}) RETURN n.id, n.digest`;
    return new Map((await this.#rows(text, { ids })) as [string, string][]);
  }

  async hangingOn(ids: readonly string[]): Promise<HeldThings> {
    const relations = (await this.#rows(
      `UNWIND $ids AS id MATCH (:Entity {id: id})-[r:${types}]->()
       RETURN r.id, r.digest, type(r), r.fromId, r.toId, r.best`,
      { ids },
    )) as [string, string, RelationType, string, string, boolean][];
    const disagreements = (await this.#rows(
      'UNWIND $ids AS id MATCH (n:Disagreement) WHERE n.subjectId = id AND n.sort IS NOT NULL RETURN n.id, n.digest, n.subjectId',
      { ids },
    )) as [string, string, string][];
    return {
      relations: new Map(
        relations.map(([id, digest, type, fromId, toId, best]): [string, HeldRelation] => [
          id,
          { digest, type, fromId, toId, best },
        ]),
      ),
      claims: await this.#claims(ids),
      disagreements: new Map(
        disagreements.map(([id, digest, subjectId]) => [id, { digest, subjectId }]),
      ),
    };
  }

  async degrees(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const text = `UNWIND $ids AS id MATCH (e:Entity {id: id})
      RETURN id, COUNT { (e)-[r:${types}]-() WHERE r.best }`;
    const rows = await this.#rows(text, { ids });
    return new Map(rows.map(([id, count]) => [String(id), Number(count)]));
  }

  async owners(
    thing: 'entities' | 'sources',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const text = `UNWIND $ids AS id MATCH (n:${labels[thing]} {id: id}) RETURN id, n.owners`;
    const rows = (await this.#rows(text, { ids })) as [string, string | null][];
    return new Map(rows.map(([id, names]) => [id, namesIn(names)]));
  }

  /** Each set in the order of ids. */
  async ownedBy(
    dataset: string,
    thing: 'entities' | 'sources',
    after: string | null,
    limit: number,
  ): Promise<OwnedPage> {
    const sets = await this.#rows('MATCH (s:OwnerSet) RETURN s.names ORDER BY s.names');
    const [afterSet = '', afterId = ''] =
      after === null ? [] : (JSON.parse(after) as [string, string]);
    const ids: string[] = [];
    for (const names of sets.map(([text]) => String(text))) {
      if (names < afterSet || !namesIn(names).includes(dataset)) continue;
      const text = `MATCH (n:${labels[thing]}) WHERE n.owners = $names AND n.id > $from
        RETURN n.id ORDER BY n.id LIMIT toInteger($limit)`;
      const from = names === afterSet ? afterId : '';
      const rows = await this.#rows(text, { names, from, limit: limit - ids.length });
      for (const [id] of rows) ids.push(String(id));
      if (ids.length >= limit) return { ids, next: JSON.stringify([names, ids.at(-1)]) };
    }
    return { ids, next: null };
  }

  async contributions(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Contribution[]>> {
    const text = `UNWIND $ids AS id MATCH (c:Contribution {thingId: id})
      RETURN id, c.dataset, c.statements ORDER BY c.dataset`;
    const rows = (await this.#rows(text, { ids })) as [string, string, string][];
    return new Map(
      [...groupBy(rows, ([id]) => id)].map(([id, found]) => [
        id,
        found.map(([, dataset, statements]) => ({ dataset, statements })),
      ]),
    );
  }

  async datasets(): Promise<readonly DatasetRecord[]> {
    const rows = await this.#rows('MATCH (d:Dataset) RETURN d.record ORDER BY d.place, d.name');
    return rows.map(([record]) => JSON.parse(String(record)) as DatasetRecord);
  }

  async identified(keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const text = `UNWIND $keys AS key MATCH (i:Identifier {key: key})
      RETURN key, i.entityId ORDER BY i.entityId`;
    const rows = (await this.#rows(text, { keys: [...new Set(keys)] })) as [string, string][];
    return new Map(
      [...groupBy(rows, ([key]) => key)].map(([key, found]) => [key, found.map(([, id]) => id)]),
    );
  }

  /** The claims on the entities, except claims on relations that start elsewhere. */
  async #claims(ids: readonly string[]): Promise<ReadonlyMap<string, HeldClaim>> {
    const columns = 'c.id, c.digest, c.subjectId, c.relationId, c.sourceId';
    const about = await this.#rows(
      `UNWIND $ids AS id MATCH (e:Entity {id: id})
       MATCH (c:Claim) USING INDEX SEEK c:Claim(subjectId, sort)
       WHERE c.subjectId = id AND c.sort > '' AND NOT (c.property IN $symmetric
         AND EXISTS { (e)<-[r:${symmetric.map(typeText).join('|')}]-() WHERE r.id = c.relationId })
       RETURN ${columns}`,
      { ids, symmetric },
    );
    const across = await this.#rows(
      `UNWIND $ids AS id MATCH (e:Entity {id: id})-[r:${symmetric.map(typeText).join('|')}]->()
       MATCH (c:Claim) USING INDEX SEEK c:Claim(relationId, sort)
       WHERE c.relationId = r.id AND c.sort > '' AND c.subjectId <> id RETURN ${columns}`,
      { ids },
    );
    type Row = readonly [string, string, string, string | null, string];
    return new Map(
      ([...about, ...across] as Row[]).map(([id, digest, subjectId, relationId, sourceId]) => [
        id,
        { digest, subjectId, relationId, sourceId },
      ]),
    );
  }

  #rows(text: string, parameters: Readonly<Record<string, unknown>> = {}) {
    return this.#connection.read({ name: 'held', text, parameters, timeoutMs });
  }
}

function namesIn(text: string | null): readonly string[] {
  return text === null ? [] : (JSON.parse(text) as string[]);
}
