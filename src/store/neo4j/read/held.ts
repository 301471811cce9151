import { relationOf, relationTypes } from '../../../ontology/relations.ts';
import type {
  ArrivingRelation,
  Held,
  HeldClaim,
  HeldRelation,
  HeldThings,
  Thing,
} from '../../graph-store.ts';
import type { Connection } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';

const timeoutMs = 300_000;
const arrivingPage = 5000;
const types = relationTypes.map(typeText).join('|');
const symmetric = relationTypes.filter((type) => relationOf(type).symmetric);
const labels = { entities: 'Entity', sources: 'Source' } as const;

/** What a load compares with: ids and digests of what the graph holds. */
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
       RETURN r.id, r.digest, r.fromId, r.toId, r.best`,
      { ids },
    )) as [string, string, string, string, boolean][];
    const disagreements = (await this.#rows(
      'UNWIND $ids AS id MATCH (n:Disagreement) WHERE n.subjectId = id AND n.sort IS NOT NULL RETURN n.id, n.digest, n.subjectId',
      { ids },
    )) as [string, string, string][];
    return {
      relations: new Map(
        relations.map(([id, digest, fromId, toId, best]): [string, HeldRelation] => [
          id,
          { digest, fromId, toId, best },
        ]),
      ),
      claims: await this.#claims(ids),
      disagreements: new Map(
        disagreements.map(([id, digest, subjectId]) => [id, { digest, subjectId }]),
      ),
    };
  }

  /** The relations that lead to the entities, a part at a time. */
  async *arrivingAt(entityIds: readonly string[]): AsyncGenerator<readonly ArrivingRelation[]> {
    for (let after = ''; ; ) {
      const rows = (await this.#rows(
        `UNWIND $ids AS id MATCH (:Entity {id: id})<-[r:${types}]-() WHERE r.id > $after
         WITH r ORDER BY r.id LIMIT ${arrivingPage}
         RETURN r.id, r.fromId, r.toId, r.best,
           COLLECT { MATCH (c:Claim) WHERE c.relationId = r.id AND c.sort IS NOT NULL RETURN DISTINCT c.sourceId }`,
        { ids: entityIds, after },
      )) as [string, string, string, boolean, string[]][];
      if (rows.length > 0) {
        yield rows.map(([id, fromId, toId, best, sourceIds]) => {
          return { id, fromId, toId, best, sourceIds };
        });
      }
      if (rows.length < arrivingPage) return;
      after = rows.at(-1)?.[0] ?? '';
    }
  }

  /** What is claimed of the entities, but for what is claimed of relations that begin elsewhere. */
  async #claims(ids: readonly string[]): Promise<ReadonlyMap<string, HeldClaim>> {
    const columns = 'c.id, c.digest, c.subjectId, c.relationId, c.sourceId';
    const about = await this.#rows(
      `UNWIND $ids AS id MATCH (e:Entity {id: id})<-[:ABOUT]-(c:Claim)
       WHERE NOT (c.property IN $symmetric
         AND EXISTS { (e)<-[r:${symmetric.map(typeText).join('|')}]-() WHERE r.id = c.relationId })
       RETURN ${columns}`,
      { ids, symmetric },
    );
    const across = await this.#rows(
      `UNWIND $ids AS id MATCH (e:Entity {id: id})-[r:${symmetric.map(typeText).join('|')}]->()
       MATCH (c:Claim) WHERE c.relationId = r.id AND c.sort IS NOT NULL AND c.subjectId <> id RETURN ${columns}`,
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
