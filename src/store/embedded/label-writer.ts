import { stem } from '../../text/fold/stem.ts';
import { wordCountNames } from '../../text/search/word-counts.ts';
import type { GraphChange } from '../graph-store.ts';
import { type LabelChanges, labelChanges, type StoredText } from '../label-changes.ts';
import type { EntityPart } from '../reads.ts';
import { searchableOf } from '../text-row.ts';
import type { Sqlite } from './database.ts';
import { storedRecord } from './stored-record.ts';

/** Room between the numbers of two levels of connectedness. */
const levelRoom = 2 ** 44;
const highestLevel = 127;

function prepare(database: Sqlite) {
  const sums = wordCountNames.map((name) => `${name} = ${name} + excluded.${name}`).join(', ');
  return {
    record: database.prepare('SELECT record FROM entity WHERE id = ?'),
    number: database.prepare('SELECT number FROM label_entity WHERE id = ?'),
    lastNumber: database.prepare('SELECT max(number) AS last FROM label_entity WHERE number < ?'),
    labelsOf: database.prepare('SELECT id FROM label WHERE entity = ? ORDER BY id'),
    dropEntity: database.prepare('DELETE FROM label_entity WHERE number = ?'),
    dropLabels: database.prepare('DELETE FROM label WHERE entity = ?'),
    dropKey: database.prepare('DELETE FROM label_key WHERE shelf = ? AND key = ? AND label = ?'),
    dropText: database.prepare('DELETE FROM entity_text WHERE rowid = ?'),
    addEntity: database.prepare(
      'INSERT INTO label_entity (number, id, kind, name, degree) VALUES (?, ?, ?, ?, ?)',
    ),
    addLabel: database.prepare(
      `INSERT INTO label (entity, shelf, tie, role, text, folded, plain, compact, closed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addKey: database.prepare('INSERT INTO label_key (shelf, key, label) VALUES (?, ?, ?)'),
    addShelf: database.prepare('INSERT OR IGNORE INTO label_shelf (shelf) VALUES (?)'),
    addText: database.prepare(
      'INSERT INTO entity_text (rowid, labels, summary, body, kind) VALUES (?, ?, ?, ?, ?)',
    ),
    degree: database.prepare('UPDATE label_entity SET degree = ? WHERE id = ?'),
    addWord: database.prepare(
      `INSERT INTO word (word, stem, ${wordCountNames.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (word) DO UPDATE SET ${sums}`,
    ),
    dropWord: database.prepare('DELETE FROM word WHERE word = ? AND entities = 0'),
  };
}

/** Keeps what is searched as the entities are; within the transaction that writes them. */
export class LabelWriter {
  readonly #statements: ReturnType<typeof prepare>;
  /** Those that the present change has seen to. */
  readonly #shelves = new Set<number>();

  constructor(database: Sqlite) {
    this.#statements = prepare(database);
  }

  /** Called before the entities of the change are written: what is there still tells what to undo. */
  write(change: GraphChange): void {
    const ids = [...change.entities.map(({ record }) => record.id), ...change.remove.entities];
    if (ids.length === 0) return;
    const before = [...new Set(ids)].flatMap((id) => {
      const row = this.#statements.record.get([id]) as { record: string } | undefined;
      return row === undefined ? [] : [searchableOf(storedRecord('entity', row.record, id))];
    });
    const after = change.entities.map(({ record }) =>
      searchableOf(record as unknown as EntityPart),
    );
    this.#apply(labelChanges(before, after));
  }

  #apply({ gone, filed, degrees, words }: LabelChanges): void {
    this.#shelves.clear();
    for (const entity of gone) this.#drop(entity);
    for (const entity of filed) this.#file(entity);
    for (const { id, degree } of degrees) this.#statements.degree.run([degree, id]);
    for (const [word, counts] of words) {
      const added = wordCountNames.map((name) => counts[name]);
      if (added.every((count) => count === 0)) continue;
      this.#statements.addWord.run([word, stem(word), ...added]);
      if (counts.entities < 0) this.#statements.dropWord.run([word]);
    }
  }

  #drop({ id, labels }: StoredText): void {
    const found = this.#statements.number.get([id]) as { number: number } | undefined;
    if (found === undefined) return;
    const { number } = found;
    // In the order in which they were filed.
    for (const [at, row] of this.#statements.labelsOf.all([number]).entries()) {
      for (const { shelf, key } of labels[at]?.keys ?? []) {
        this.#statements.dropKey.run([shelf, key, (row as { id: number }).id]);
      }
    }
    this.#statements.dropLabels.run([number]);
    this.#statements.dropText.run([number]);
    this.#statements.dropEntity.run([number]);
  }

  #file({ id, kind, name, degree, level, labels, text }: StoredText): void {
    const number = this.#nextNumber(level);
    this.#statements.addEntity.run([number, id, kind, JSON.stringify(name), degree]);
    this.#statements.addText.run([number, text.labels, text.summary, text.body, kind]);
    for (const {
      role,
      text: written,
      folded,
      plain,
      compact,
      closed,
      shelf,
      tie,
      keys,
    } of labels) {
      const { lastInsertRowid } = this.#statements.addLabel.run([
        ...[number, shelf, tie, role, JSON.stringify(written), folded],
        ...[plain === folded ? null : plain, compact, closed],
      ]);
      for (const each of keys) {
        this.#shelve(each.shelf);
        this.#statements.addKey.run([each.shelf, each.key, Number(lastInsertRowid)]);
      }
    }
  }

  /** Of a level the next free one; those of a higher level come before. */
  #nextNumber(level: number): number {
    const first = (highestLevel - level) * levelRoom;
    const { last } = this.#statements.lastNumber.get([first + levelRoom]) as {
      last: number | null;
    };
    return Math.max(first, (last ?? 0) + 1);
  }

  #shelve(shelf: number): void {
    if (this.#shelves.has(shelf)) return;
    this.#statements.addShelf.run([shelf]);
    this.#shelves.add(shelf);
  }
}
