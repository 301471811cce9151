import type { RelationType } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Tags } from '../../cache-tags.ts';
import { type RecordedRevision, rememberedRevisions } from '../../changes-since.ts';
import type { GraphChange } from '../../graph-store.ts';
import {
  type Around,
  type Before,
  mostNeighbors,
  movingIn,
  type RelationBefore,
  touchedTags,
  touchingOf,
} from '../../touched-tags.ts';
import type { Codes } from './codes.ts';
import type { Sqlite } from './database.ts';
import { withoutType, withType } from './graph.ts';
import { type EntityRow, entityOfRow, entityText } from './packed-records.ts';
import type { PreparedStatements } from './prepared-statements.ts';

type RelationRow = readonly [id: string, type: number, from: string, to: string];

const inList = (place: number) => `IN (SELECT value FROM json_each(?${place}))`;
const asked = inList(1);
const relationText = `SELECT r.id, r.type, a.id, b.id FROM relation r
  JOIN entity a ON a.n = r.from_n JOIN entity b ON b.n = r.to_n`;
const numberText = '(SELECT n FROM entity WHERE id = ?1)';
/** Finds claims that would remain without their subject. They know only its number. */
const orphansText = (column: 'subject' | 'relation', found: string) =>
  `SELECT 1 FROM claim c WHERE c.${column} IN (${found})
   AND c.id NOT ${inList(2)} LIMIT 1`;

function prepare(database: Sqlite) {
  const rows = (sql: string) => database.prepare(sql).raw();
  const gone = (place: number) => `SELECT n FROM entity WHERE id ${inList(place)}`;
  return {
    entities: rows(`${entityText} WHERE id ${asked}`),
    locators: rows(
      `SELECT e.id, l.key FROM locator l JOIN entity e ON e.n = l.entity WHERE e.id ${asked}`,
    ),
    relations: rows(`${relationText} WHERE r.id ${asked}`),
    // A hub is recognized by more relations than the limit, so no more are read.
    around: rows(
      `${relationText} WHERE r.n IN (
         SELECT n FROM (SELECT n FROM relation WHERE from_n = ${numberText} LIMIT ?2)
         UNION ALL SELECT n FROM (SELECT n FROM relation WHERE to_n = ${numberText} LIMIT ?2)) LIMIT ?2`,
    ),
    claims: rows(
      `SELECT c.id, e.id, r.id, s.id FROM claim c LEFT JOIN entity e ON e.n = c.subject
       LEFT JOIN relation r ON r.n = c.relation LEFT JOIN source s ON s.n = c.source
       WHERE c.id ${asked}`,
    ),
    disagreements: rows(`SELECT id, subject_id, kind FROM disagreement WHERE id ${asked}`),
    orphansOfEntities: rows(orphansText('subject', gone(1))),
    orphansOfRelations: rows(
      orphansText(
        'relation',
        `SELECT n FROM relation WHERE id ${asked}
         UNION SELECT n FROM relation WHERE from_n IN (${gone(3)})
         UNION SELECT n FROM relation WHERE to_n IN (${gone(3)})`,
      ),
    ),
    put: database.prepare(
      'INSERT OR REPLACE INTO revision_tags (revision, changed_at, tags) VALUES (?, ?, ?)',
    ),
    forget: database.prepare('DELETE FROM revision_tags WHERE revision < ?'),
  };
}

/**
 * Records what each revision changed, in the transaction that writes it and before all other
 * writes.
 */
export class RevisionLog {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #codes: Codes;

  constructor(database: Sqlite, codes: Codes) {
    this.#statements = prepare(database);
    this.#codes = codes;
  }

  record(revision: number, change: GraphChange): void {
    const { put, forget } = this.#statements;
    const tags = this.#tagsOf(change);
    put.run([revision, change.at, tags === null ? null : JSON.stringify(tags)]);
    // Older revisions are useless after one that may have changed anything.
    forget.run([tags === null ? revision : revision - rememberedRevisions]);
  }

  #tagsOf(change: GraphChange): Tags | null {
    const touching = touchingOf(change);
    if (touching === null || this.#leavesOrphans(change)) return null;
    const { entities, locators, relations, claims, disagreements } = this.#statements;
    const of = <Row>(statement: typeof entities, ids: readonly string[]) =>
      (ids.length === 0 ? [] : statement.all([JSON.stringify(ids)])) as unknown as readonly Row[];
    const keys = new Map<string, string[]>();
    for (const [id, key] of of<[string, string]>(locators, touching.entities)) {
      keys.set(id, [...(keys.get(id) ?? []), key]);
    }
    type ClaimRow = [string, string | null, string | null, string | null];
    const before: Before = {
      entities: new Map(
        of<EntityRow>(entities, touching.entities).map((row) => {
          const record = entityOfRow(row);
          return [record.id, { record: { ...record }, locators: keys.get(record.id) ?? [] }];
        }),
      ),
      relations: new Map(
        of<RelationRow>(relations, touching.relations.map(withoutType)).map((row) => {
          const relation = this.#relation(row);
          return [relation.id, relation];
        }),
      ),
      claims: new Map(
        of<ClaimRow>(claims, touching.claims.map(withoutType)).map(
          ([id, subjectId, relation, sourceId]) => [
            withType('Claim', id),
            {
              subjectId,
              relationId: relation === null ? null : withType('Relation', relation),
              sourceId,
            },
          ],
        ),
      ),
      disagreements: new Map(
        of<[string, string, EntityKind]>(disagreements, touching.disagreements).map(
          ([id, subjectId, kind]) => [id, { subjectId, kind }],
        ),
      ),
    };
    return touchedTags(change, before, this.#around(movingIn(change, before)));
  }

  #around(ids: readonly string[]): Around {
    return new Map(
      ids.map((id) => {
        const rows = this.#statements.around.all([
          id,
          mostNeighbors + 1,
        ]) as unknown as RelationRow[];
        return [id, rows.length > mostNeighbors ? null : rows.map((row) => this.#relation(row))];
      }),
    );
  }

  #leavesOrphans({ remove }: GraphChange): boolean {
    const { orphansOfEntities, orphansOfRelations } = this.#statements;
    const removed = JSON.stringify(remove.claims.map(withoutType));
    const entities = JSON.stringify(remove.entities);
    const relations = JSON.stringify(remove.relations.map(withoutType));
    if (remove.entities.length === 0 && remove.relations.length === 0) return false;
    return (
      orphansOfEntities.get([entities, removed]) !== undefined ||
      orphansOfRelations.get([relations, removed, entities]) !== undefined
    );
  }

  #relation([id, code, fromId, toId]: RelationRow): RelationBefore {
    const type = this.#codes.propertyName(code) as RelationType;
    return { id: withType('Relation', id), type, fromId, toId };
  }
}

/** The recorded revisions from one on, in order. */
export function recordedFrom(
  revision: number,
  statements: PreparedStatements,
): readonly RecordedRevision[] {
  const rows = statements.rows<[revision: number, changedAt: string, tags: string | null]>(
    // The changes of the first one are known already, so they are not needed.
    `SELECT revision, changed_at, CASE WHEN revision > ?1 THEN tags END FROM revision_tags
     WHERE revision >= ?1 ORDER BY revision`,
    [revision],
  );
  return rows.map(([number, changedAt, tags]) => ({
    revision: number,
    changedAt,
    tags: tags === null ? null : (JSON.parse(tags) as string[]),
  }));
}
