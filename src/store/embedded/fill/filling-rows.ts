import { madeOnce } from '../../../base/made-once.ts';
import { identifierKeysOf } from '../../../ontology/outside-identifiers.ts';
import type { ClaimRecord, RelationRecord } from '../../../ontology/records.ts';
import type { GraphChange, Owned, Upsert } from '../../graph-store.ts';
import { labelChanges } from '../../label-changes.ts';
import type { EntityPart } from '../../reads.ts';
import { searchableOf } from '../../text-row.ts';
import type { Codes } from '../database/codes.ts';
import type { Sqlite } from '../database/database.ts';
import { standing, withoutType } from '../database/graph.ts';
import { rowTexts } from '../database/many-rows.ts';
import { KnownNumbers } from '../write/known-numbers.ts';
import { firstNumber, labelRows, NextLabelNumbers, wordRows } from '../write/label-rows.ts';
import {
  claimRow,
  contributionRows,
  disagreementRow,
  endsIn,
  entityRow,
  heldBy,
  namesRow,
  relationRow,
  sourceRow,
  standingOf,
} from '../write/record-rows.ts';
import type { FilledTableName } from './filled-tables.ts';

/** The rows of a change, as JSON by table. */
export interface FillingRows {
  readonly follows: number;
  readonly rows: readonly (readonly [table: FilledTableName, texts: readonly string[]])[];
}

/** A change of a first load. */
export type FillingChange = GraphChange & { readonly follows: number };

interface Into {
  readonly add: (table: FilledTableName, rows: readonly (readonly unknown[])[]) => void;
  readonly count: (name: string, by?: number) => void;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Makes the rows of the changes of a first load, so that another thread only has to write them. All
 * things are new, so their numbers follow one another. The change before may not be committed yet,
 * but those before it must be, since the numbers of what they wrote may be read from the file.
 *
 * It writes no cells, neighbors or counts of neighbors. These follow from the other rows at the
 * end.
 */
export class RowMaker {
  readonly #codes: Codes;
  readonly #entities: KnownNumbers;
  readonly #sources: KnownNumbers;
  readonly #relations: KnownNumbers;
  readonly #owners: Map<string, number>;
  readonly #last = { entity: 0, relation: 0, source: 0 };
  readonly #labels = new NextLabelNumbers((level) => Math.max(firstNumber(level), 1), 0);

  constructor(database: Sqlite, codes: Codes) {
    this.#codes = codes;
    this.#entities = new KnownNumbers(database, 'entity');
    this.#sources = new KnownNumbers(database, 'source');
    this.#relations = new KnownNumbers(database, 'relation');
    const owners = database.prepare('SELECT names, number FROM owner_set').raw().all([]);
    this.#owners = new Map(owners as unknown as [string, number][]);
  }

  /** Throws STORE_FAILURE if a relation lacks an end. */
  rowsOf(change: FillingChange): FillingRows {
    this.#entities.forgetMost();
    this.#sources.forgetMost();
    this.#relations.forgetMost();
    const rows: [FilledTableName, readonly string[]][] = [];
    const add = (table: FilledTableName, of: readonly (readonly unknown[])[]) => {
      if (of.length > 0) rows.push([table, rowTexts(of)]);
    };
    const tally = new Map<string, number>();
    const count = (name: string, by = 1) => tally.set(name, (tally.get(name) ?? 0) + by);
    const known = this.#owners.size;
    const into = { add, count };
    this.#addSources(change.sources, into);
    this.#addLabels(change.entities, into);
    this.#addEntities(change, into);
    this.#addRelations(change.relations, into);
    this.#addClaims(change.claims, into);
    add('disagreement', change.disagreements.map(disagreementRow));
    add('contribution', [...change.sources, ...change.entities].flatMap(contributionRows));
    add(
      'owner_set',
      [...this.#owners].slice(known).map(([names, number]) => [number, names]),
    );
    const { dataset, at, follows } = change;
    if (dataset !== undefined) add('dataset', [[dataset.name, JSON.stringify(dataset)]]);
    add(
      'tally',
      [...tally].filter(([, by]) => by !== 0),
    );
    add('revision_tags', [[follows + 1, at]]);
    add('graph', [
      ['revision', String(follows + 1)],
      ['changedAt', at],
    ]);
    return { follows, rows };
  }

  #addSources(sources: GraphChange['sources'], { add, count }: Into): void {
    const rows = sources.map((upsert) => {
      const n = this.#next('source');
      this.#sources.add(upsert.record.id, n);
      return [n, ...sourceRow(upsert, this.#ownersOf(upsert))];
    });
    add('source', rows);
    count('source', rows.length);
  }

  #addLabels(entities: GraphChange['entities'], { add }: Into): void {
    const searched = entities.map(({ record }) => searchableOf(record as unknown as EntityPart));
    const { filed, words } = labelChanges([], searched);
    const of = labelRows(filed, this.#labels);
    add('label_entity', of.entities);
    add('entity_text', of.texts);
    add('label', of.labels);
    add('label_shelf', of.shelves);
    add('label_key_waiting', of.keys);
    add('word', wordRows(words));
  }

  #addEntities({ entities, at, follows }: FillingChange, { add, count }: Into): void {
    const stamp = { revision: follows + 1, at };
    const rows: (readonly unknown[])[] = [];
    const held: (readonly unknown[])[] = [];
    const texts: (readonly unknown[])[] = [];
    const names: (readonly unknown[])[] = [];
    const identifiers: (readonly unknown[])[] = [];
    const locators: (readonly unknown[])[] = [];
    const models: (readonly unknown[])[] = [];
    for (const upsert of entities) {
      const { record } = upsert;
      const { id, kind } = record;
      const n = this.#next('entity');
      this.#entities.add(id, n);
      count(kind);
      rows.push([n, ...entityRow(upsert, this.#ownersOf(upsert), stamp)]);
      const values = record as unknown as Values;
      for (const [property, value] of heldBy(kind, values)) {
        held.push([this.#codes.held(kind, property), value, n]);
      }
      texts.push([n, values.folded]);
      names.push(namesRow(n, record));
      for (const key of identifierKeysOf(record)) identifiers.push([key, n]);
      for (const { kind, key } of upsert.locators) locators.push([`${kind}/${key}`, n]);
      if (kind === 'MODEL') models.push([n]);
    }
    add('entity', rows);
    add('held', held);
    add('folded', texts);
    add('entity_names', names);
    add('identifier_waiting', identifiers);
    add('locator_waiting', locators);
    add('model_class', models);
  }

  #addRelations(relations: readonly Upsert<RelationRecord>[], { add, count }: Into): void {
    const ends = this.#entities.of(relations.flatMap(({ record }) => [record.fromId, record.toId]));
    const sources = this.#sources.of(relations.flatMap(({ record }) => record.sourceId ?? []));
    const rows = relations.map((upsert) => {
      const { id, type, sourceId } = upsert.record;
      const n = this.#next('relation');
      this.#relations.add(withoutType(id), n);
      count(type, Number(standingOf(upsert.record) >= standing.best));
      const by = sourceId === null ? null : (sources.get(sourceId) ?? sourceId);
      return [n, ...relationRow(upsert, endsIn(upsert.record, ends), by, this.#codes)];
    });
    add('relation', rows);
  }

  #addClaims(claims: readonly Upsert<ClaimRecord>[], { add, count }: Into): void {
    const subjects = this.#entities.of(claims.map(({ record }) => record.subjectId));
    const relations = this.#relations.of(
      claims.flatMap(({ record: { relationId } }) =>
        relationId === null ? [] : withoutType(relationId),
      ),
    );
    const sources = this.#sources.of(claims.map(({ record }) => record.sourceId));
    const rows = claims.map((upsert) => {
      const { subjectId, relationId, sourceId } = upsert.record;
      const refers = {
        subject: subjects.get(subjectId) ?? null,
        relation: relationId === null ? null : (relations.get(withoutType(relationId)) ?? null),
        source: sources.get(sourceId) ?? null,
      };
      return claimRow(upsert, refers, this.#codes);
    });
    add('claim', rows);
    count('claim', rows.length);
  }

  #next(table: 'entity' | 'relation' | 'source'): number {
    this.#last[table] += 1;
    return this.#last[table];
  }

  /** The number of the owners of a thing; 0 for none. */
  #ownersOf({ owners = [] }: Owned): number {
    if (owners.length === 0) return 0;
    return madeOnce(this.#owners, JSON.stringify(owners), () => this.#owners.size + 1);
  }
}
