import { compareText } from '../../base/compare-text.ts';
import { stem } from '../../text/fold/stem.ts';
import { wordCountNames } from '../../text/search/word-counts.ts';
import type { GraphChange } from '../graph-store.ts';
import { type LabelChanges, labelChanges, type StoredText } from '../label-changes.ts';
import type { EntityPart } from '../reads.ts';
import { searchableOf } from '../text-row.ts';
import type { Sqlite } from './database.ts';
import { labelKeyColumns, waitingTable } from './late-indexes.ts';
import { KeysStatement, RowsStatement } from './many-rows.ts';
import { type EntityRow, entityOfRow, entityText } from './packed-records.ts';

/** The range of numbers of one level. */
const levelRoom = 2 ** 44;
const highestLevel = 127;

function prepare(database: Sqlite) {
  const insert = (table: string, columns: readonly string[], conflict = '') =>
    new RowsStatement(database, table, columns, conflict);
  const sums = wordCountNames.map((name) => `${name} = ${name} + excluded.${name}`).join(', ');
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
    entities: insert('label_entity', ['number', 'id', 'kind', 'name', 'degree']),
    texts: insert('entity_text', ['rowid', 'labels', 'summary', 'body', 'kind']),
    labels: insert('label', [
      ...['id', 'entity', 'shelf', 'tie', 'role', 'text', 'folded', 'plain', 'compact', 'closed'],
    ]),
    shelves: insert('label_shelf', ['shelf'], 'ON CONFLICT DO NOTHING'),
    keys: insert('label_key', labelKeyColumns),
    /** While a file is filled. */
    waitingKeys: insert(waitingTable('label_key'), labelKeyColumns),
    words: insert(
      'word',
      ['word', 'stem', ...wordCountNames],
      `ON CONFLICT (word) DO UPDATE SET ${sums}`,
    ),
  };
}

type Row = readonly (string | number | null)[];

/** The rows that a change adds to each table. */
interface Added {
  readonly entities: Row[];
  readonly texts: Row[];
  readonly labels: Row[];
  readonly keys: (readonly [shelf: number, key: string, label: number])[];
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
  write(written: GraphChange['entities'], removed: readonly string[], fills: boolean): void {
    const ids = [...written.map(({ record }) => record.id), ...removed];
    if (ids.length === 0) return;
    // Only new entities are written while a file is filled.
    const there = fills ? [] : this.#statements.there.all(ids);
    const before = there.flatMap(([id]) => {
      const row = this.#statements.entity.get([id]) as unknown as EntityRow | undefined;
      return row === undefined ? [] : [searchableOf(entityOfRow(row) as unknown as EntityPart)];
    });
    const after = written.map(({ record }) => searchableOf(record as unknown as EntityPart));
    this.#apply(labelChanges(before, after), fills);
  }

  #apply({ gone, filed, degrees, words }: LabelChanges, fills: boolean): void {
    for (const entity of gone) this.#drop(entity);
    this.#file(filed, fills);
    for (const { id, degree } of degrees) this.#statements.degree.run([degree, id]);
    const counted = [...words].filter(([, counts]) =>
      wordCountNames.some((name) => counts[name] !== 0),
    );
    this.#statements.words.run(
      counted.map(([word, counts]) => [
        ...[word, stem(word)],
        ...wordCountNames.map((name) => counts[name]),
      ]),
    );
    const fewer = counted.flatMap(([word, counts]) => (counts.entities < 0 ? [word] : []));
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

  #file(filed: readonly StoredText[], fills: boolean): void {
    const added: Added = { entities: [], texts: [], labels: [], keys: [] };
    const numbers = new Map<number, number>();
    const { last } = this.#statements.lastLabel.get([]) as { last: number | null };
    let label = last ?? 0;
    for (const { id, kind, name, degree, level, labels, text } of filed) {
      const number = numbers.get(level) ?? this.#nextNumber(level);
      numbers.set(level, number + 1);
      added.entities.push([number, id, kind, JSON.stringify(name), degree]);
      added.texts.push([number, text.labels, text.summary, text.body, kind]);
      for (const { role, text: written, folded, plain, compact, closed, ...place } of labels) {
        label += 1;
        added.labels.push([
          ...[label, number, place.shelf, place.tie, role, JSON.stringify(written), folded],
          ...[plain === folded ? null : plain, compact, closed],
        ]);
        for (const { shelf, key } of place.keys) added.keys.push([shelf, key, label]);
      }
    }
    const shelves = new Set(added.keys.map(([shelf]) => shelf));
    this.#statements.entities.run(added.entities);
    this.#statements.texts.run(added.texts.sort(([a], [b]) => Number(a) - Number(b)));
    this.#statements.labels.run(added.labels);
    this.#statements.shelves.run([...shelves].map((shelf) => [shelf]));
    if (fills) this.#statements.waitingKeys.run(added.keys);
    else {
      // In the order of the table, so that neighbors are on one page of the file.
      added.keys.sort((a, b) => a[0] - b[0] || compareText(a[1], b[1]));
      this.#statements.keys.run(added.keys);
    }
  }

  /** The next free number of a level. Higher levels have lower numbers. */
  #nextNumber(level: number): number {
    const first = (highestLevel - level) * levelRoom;
    const { last } = this.#statements.lastNumber.get([first + levelRoom]) as {
      last: number | null;
    };
    return Math.max(first, (last ?? 0) + 1);
  }
}
