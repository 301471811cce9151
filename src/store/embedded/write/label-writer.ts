import { compareText } from '../../../base/compare-text.ts';
import type { GraphChange } from '../../graph-store.ts';
import { type LabelChanges, labelChanges, type StoredText } from '../../label-changes.ts';
import type { EntityPart } from '../../reads.ts';
import { searchableOf } from '../../text-row.ts';
import type { Sqlite } from '../database/database.ts';
import { KeysStatement, RowsStatement } from '../database/many-rows.ts';
import { type EntityRow, entityOfRow, entityText } from '../database/packed-records.ts';
import {
  firstNumber,
  labelColumns,
  labelRows,
  levelRoom,
  NextLabelNumbers,
  onKnownWord,
  wordRows,
} from './label-rows.ts';

function prepare(database: Sqlite) {
  const insert = (table: string, columns: readonly string[], conflict = '') =>
    new RowsStatement(database, table, columns, conflict);
  return {
    entity: database.prepare(`${entityText} WHERE id = ?`).raw(),
    there: new KeysStatement<readonly [id: string]>(
      database,
      ['x.id'],
      'FROM json_each(?1) AS asked CROSS JOIN entity x ON x.id = asked.value',
    ),
    number: database.prepare('SELECT number FROM label_entity WHERE id = ?'),
    lastNumber: database.prepare('SELECT max(number) AS last FROM label_entity WHERE number < ?'),
    lastLabel: database.prepare('SELECT max(id) AS last FROM label'),
    labelsOf: database.prepare('SELECT id FROM label WHERE entity = ? ORDER BY id'),
    dropEntity: database.prepare('DELETE FROM label_entity WHERE number = ?'),
    dropLabels: database.prepare('DELETE FROM label WHERE entity = ?'),
    dropKey: database.prepare('DELETE FROM label_key WHERE shelf = ? AND key = ? AND label = ?'),
    dropText: database.prepare('DELETE FROM entity_text WHERE rowid = ?'),
    dropWords: database.prepare(
      'DELETE FROM word WHERE word IN (SELECT value FROM json_each(?)) AND entities = 0',
    ),
    degree: database.prepare('UPDATE label_entity SET degree = ? WHERE id = ?'),
    entities: insert('label_entity', labelColumns.entities),
    texts: insert('entity_text', labelColumns.texts),
    labels: insert('label', labelColumns.labels),
    shelves: insert('label_shelf', labelColumns.shelves, 'ON CONFLICT DO NOTHING'),
    keys: insert('label_key', labelColumns.keys),
    words: insert('word', labelColumns.words, onKnownWord),
  };
}

/** Updates the search tables, in the transaction that writes the entities. */
export class LabelWriter {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  /**
   * Must run before the entities are written and removed, since the old rows show which keys to
   * remove.
   */
  write(written: GraphChange['entities'], removed: readonly string[]): void {
    const ids = [...written.map(({ record }) => record.id), ...removed];
    if (ids.length === 0) return;
    const before = this.#statements.there.all(ids).flatMap(([id]) => {
      const row = this.#statements.entity.get([id]) as unknown as EntityRow | undefined;
      return row === undefined ? [] : [searchableOf(entityOfRow(row) as unknown as EntityPart)];
    });
    const after = written.map(({ record }) => searchableOf(record as unknown as EntityPart));
    this.#apply(labelChanges(before, after));
  }

  #apply({ gone, filed, degrees, words }: LabelChanges): void {
    for (const entity of gone) this.#drop(entity);
    this.#file(filed);
    for (const { id, degree } of degrees) this.#statements.degree.run([degree, id]);
    this.#statements.words.run(wordRows(words));
    const fewer = [...words].flatMap(([word, counts]) => (counts.entities < 0 ? [word] : []));
    if (fewer.length > 0) this.#statements.dropWords.run([JSON.stringify(fewer)]);
  }

  #drop({ id, labels }: StoredText): void {
    const found = this.#statements.number.get([id]) as { number: number } | undefined;
    if (found === undefined) return;
    const { number } = found;
    // In the order of insertion.
    for (const [at, row] of this.#statements.labelsOf.all([number]).entries()) {
      for (const { shelf, key } of labels[at]?.keys ?? []) {
        this.#statements.dropKey.run([shelf, key, (row as { id: number }).id]);
      }
    }
    this.#statements.dropLabels.run([number]);
    this.#statements.dropText.run([number]);
    this.#statements.dropEntity.run([number]);
  }

  #file(filed: readonly StoredText[]): void {
    const { last } = this.#statements.lastLabel.get([]) as { last: number | null };
    const numbers = new NextLabelNumbers((level) => this.#nextNumber(level), last ?? 0);
    const { entities, texts, labels, shelves, keys } = labelRows(filed, numbers);
    this.#statements.entities.run(entities);
    this.#statements.texts.run(texts);
    this.#statements.labels.run(labels);
    this.#statements.shelves.run(shelves);
    // In the order of the table, so that neighbors are on one page of the file.
    this.#statements.keys.run(
      keys.toSorted((one, other) => one[0] - other[0] || compareText(one[1], other[1])),
    );
  }

  /** The next free number of a level. */
  #nextNumber(level: number): number {
    const first = firstNumber(level);
    const { last } = this.#statements.lastNumber.get([first + levelRoom]) as {
      last: number | null;
    };
    return Math.max(first, (last ?? 0) + 1);
  }
}
