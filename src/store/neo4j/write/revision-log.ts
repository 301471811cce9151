import { structuredProperties } from '../../../ontology/records.ts';
import { relationTypes } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Tags } from '../../cache-tags.ts';
import { rememberedRevisions } from '../../changes-since.ts';
import type { GraphChange } from '../../graph-store.ts';
import {
  type Around,
  type Before,
  type ClaimBefore,
  mostNeighbors,
  movingIn,
  type RelationBefore,
  touchedTags,
  touchingOf,
} from '../../touched-tags.ts';
import type { Transaction } from '../bolt-connection.ts';
import { toParameter } from '../cypher-statement.ts';
import { typesText, typeText } from '../labels.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought } from './sought.ts';

/**
 * The tags of what the change affects; null: it may affect anything. It must run before anything is
 * written.
 */
export async function findTouched(tx: Transaction, change: GraphChange): Promise<Tags | null> {
  const touching = touchingOf(change);
  if (touching === null) return null;
  const before: Before = {
    entities: await entitiesBefore(tx, touching.entities),
    relations: await relationsBefore(tx, touching.relations),
    claims: await claimsBefore(tx, touching.claims),
    disagreements: await disagreementsBefore(tx, touching.disagreements),
  };
  return touchedTags(change, before, await aroundOf(tx, movingIn(change, before)));
}

/** Records what a revision changed. */
export async function recordTouched(
  tx: SentStatements,
  revision: number,
  at: string,
  tags: Tags | null,
): Promise<void> {
  // Older revisions are useless after one that may have changed anything.
  const oldest = tags === null ? revision : revision - rememberedRevisions;
  await tx.send(
    `CREATE (c:RevisionTags {revision: $revision, changedAt: $at, tags: $tags})
     WITH c MATCH (old:RevisionTags) USING INDEX SEEK old:RevisionTags(revision)
     WHERE old.revision < $oldest DELETE old`,
    { revision: toParameter(revision), at, tags, oldest: toParameter(oldest) },
  );
}

async function rowsOf<Row>(
  tx: Transaction,
  ids: readonly string[],
  text: string,
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const { records } = await tx.run(text, { ids });
  return records.map((record) => [...record.values()] as Row);
}

async function entitiesBefore(
  tx: Transaction,
  ids: readonly string[],
): Promise<Before['entities']> {
  const rows = await rowsOf<[string, Record<string, unknown>, string[]]>(
    tx,
    ids,
    `UNWIND $ids AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id)
     RETURN id, properties(e), COLLECT { ${sought('l', 'Locator', 'entityId', 'id')} RETURN l.key }`,
  );
  return new Map(
    rows.map(([id, properties, locators]) => [id, { record: recordOf(properties), locators }]),
  );
}

function recordOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      structuredProperties.has(name) && typeof value === 'string' ? JSON.parse(value) : value,
    ]),
  );
}

async function relationsBefore(
  tx: Transaction,
  ids: readonly string[],
): Promise<Before['relations']> {
  // The id does not show the type of a relation, and every type has its own index.
  const texts = relationTypes.map(
    (type) => `UNWIND $ids AS id MATCH ()-[r:${typeText(type)}]->() USING INDEX SEEK r:${type}(id)
      WHERE r.id = id RETURN r.id AS id, '${typeText(type)}' AS type, r.fromId AS fromId, r.toId AS toId`,
  );
  const rows = await rowsOf<RelationRow>(tx, ids, texts.join(' UNION ALL '));
  return new Map(rows.map((row) => [row[0], relationOfRow(row)]));
}

type RelationRow = readonly [
  id: string,
  type: RelationBefore['type'],
  fromId: string,
  toId: string,
];

function relationOfRow([id, type, fromId, toId]: RelationRow): RelationBefore {
  return { id, type, fromId, toId };
}

async function claimsBefore(tx: Transaction, ids: readonly string[]): Promise<Before['claims']> {
  const rows = await rowsOf<
    [string, ...{ [Owner in keyof ClaimBefore]: string | null }[keyof ClaimBefore][]]
  >(
    tx,
    ids,
    `UNWIND $ids AS id MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id)
     RETURN id, c.subjectId, c.relationId, c.sourceId`,
  );
  return new Map(
    rows.map(([id, subjectId = null, relationId = null, sourceId = null]) => [
      id,
      { subjectId, relationId, sourceId },
    ]),
  );
}

async function disagreementsBefore(
  tx: Transaction,
  ids: readonly string[],
): Promise<Before['disagreements']> {
  const rows = await rowsOf<[string, string, EntityKind]>(
    tx,
    ids,
    `UNWIND $ids AS id MATCH (d:Disagreement {id: id}) USING INDEX SEEK d:Disagreement(id)
     RETURN id, d.subjectId, d.kind`,
  );
  return new Map(rows.map(([id, subjectId, kind]) => [id, { subjectId, kind }]));
}

async function aroundOf(tx: Transaction, ids: readonly string[]): Promise<Around> {
  const rows = await rowsOf<[string, RelationRow[]]>(
    tx,
    ids,
    `UNWIND $ids AS id MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id)
     RETURN id, COLLECT { MATCH (e)-[r:${typesText(relationTypes)}]-()
       RETURN [r.id, type(r), r.fromId, r.toId] LIMIT ${mostNeighbors + 1} }`,
  );
  return new Map(
    rows.map(([id, found]) => [id, found.length > mostNeighbors ? null : found.map(relationOfRow)]),
  );
}
