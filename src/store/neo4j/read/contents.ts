import { relationTypes } from '../../../ontology/relations.ts';
import type { StoreContents } from '../../graph-store.ts';
import type { Connection } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';

type RelationContent =
  StoreContents['relations'] extends ReadonlyMap<string, infer Content> ? Content : never;

const timeoutMs = 300_000;

/** Ids and digests of all that the graph holds; one statement after the other, on one connection. */
export async function readContents(connection: Connection): Promise<StoreContents> {
  const rows = (text: string) => connection.read({ name: 'contents', text, timeoutMs });
  const digests = async (label: 'Entity' | 'Source') =>
    new Map((await rows(`MATCH (n:${label}) RETURN n.id, n.digest`)) as [string, string][]);
  const claims = await rows(
    'MATCH (n:Claim) RETURN n.id, n.digest, n.subjectId, n.relationId, n.sourceId',
  );
  const disagreements = await rows('MATCH (n:Disagreement) RETURN n.id, n.digest, n.subjectId');
  const relations = new Map<string, RelationContent>();
  for (const type of relationTypes) {
    const found = await rows(
      `MATCH ()-[r:${typeText(type)}]->() RETURN r.id, r.digest, r.fromId, r.toId, r.best`,
    );
    for (const row of found as [string, string, string, string, boolean][]) {
      const [id, digest, fromId, toId, best] = row;
      relations.set(id, { digest, fromId, toId, best });
    }
  }
  return {
    entities: await digests('Entity'),
    relations,
    claims: new Map(
      (claims as [string, string, string, string | null, string][]).map((claim) => {
        const [id, digest, subjectId, relationId, sourceId] = claim;
        return [id, { digest, subjectId, relationId, sourceId }];
      }),
    ),
    sources: await digests('Source'),
    disagreements: new Map(
      (disagreements as [string, string, string][]).map(([id, digest, subjectId]) => {
        return [id, { digest, subjectId }];
      }),
    ),
  };
}
