import { kindOfId } from '../../../ontology/ids.ts';
import { stem } from '../../../text/fold/stem.ts';
import type { SearchText } from '../../../text/search/search-text.ts';
import { shelfFacts } from '../../../text/search/shelves.ts';
import { wordCountNames } from '../../../text/search/word-counts.ts';
import type { GraphChange } from '../../graph-store.ts';
import { type LabelChanges, labelChanges, type StoredText } from '../../label-changes.ts';
import type { EntityPart } from '../../reads.ts';
import { searchableOf, searchProperties } from '../../text-row.ts';
import type { Transaction } from '../bolt-connection.ts';
import { toParameter } from '../cypher-statement.ts';
import { keyType, textIndex } from '../label-nodes.ts';
import { inBatches } from './batches.ts';
import { type Column, columnsOf, columnsWithin, literalOf, valuesOf } from './columns.ts';
import { createNodes } from './create-nodes.ts';
import type { SentStatements } from './sent-statements.ts';
import { SharedTexts } from './shared-texts.ts';
import { sought, soughtEntity } from './sought.ts';

/** The effect of a change on the search data, and the element ids of nodes to remove. */
interface LabelWork {
  readonly changes: LabelChanges;
  readonly gone: readonly string[];
}

/**
 * Finds the label changes. It must run before anything is written, since the old nodes show which
 * keys to remove.
 */
export async function findLabelWork(tx: Transaction, change: GraphChange): Promise<LabelWork> {
  const ids = new Set([
    ...change.entities.map(({ record }) => record.id),
    ...change.remove.entities,
  ]);
  const before: EntityPart[] = [];
  await inBatches(change.allNew === true ? [] : [...ids], async (batch) => {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${soughtEntity('e', 'id')}
       RETURN id, [key IN $properties | e[key]]`,
      { ids: batch, properties: searchProperties },
    );
    for (const record of records) before.push(partOf(record.get(0), record.get(1)));
  });
  const after = change.entities.map(({ record }) => searchableOf(record as unknown as EntityPart));
  const changes = labelChanges(before.map(searchableOf), after);
  return { changes, gone: await elementsOf(tx, changes.gone) };
}

function partOf(id: string, values: readonly unknown[]): EntityPart {
  const given = Object.fromEntries(searchProperties.map((name, at) => [name, values[at] ?? null]));
  const labels: unknown = JSON.parse(String(given.labels ?? '[]'));
  const kind = kindOfId(id) ?? 'TERM';
  return { id, kind, ...given, labels, aliases: given.aliases ?? [] };
}

async function elementsOf(
  tx: Transaction,
  gone: readonly StoredText[],
): Promise<readonly string[]> {
  const elements: string[] = [];
  await inBatches(
    gone.map(({ id }) => id),
    async (ids) => {
      for (const label of ['Label', 'EntityText']) {
        const { records } = await tx.run(
          `UNWIND $ids AS id ${sought('n', label, 'entityId', 'id')} RETURN elementId(n)`,
          { ids },
        );
        for (const record of records) elements.push(String(record.get(0)));
      }
    },
  );
  return elements;
}

/** Writes the label changes. Returns the element ids of words that no text has any more. */
export async function writeLabels(
  tx: SentStatements,
  { changes: { filed, words } }: LabelWork,
): Promise<readonly string[]> {
  await createNodes(tx, textIndex.label, textColumns, filed);
  await inBatches(shelfRows(filed), (rows) =>
    tx.send('UNWIND $rows AS row MERGE (s:LabelShelf {shelf: row.shelf}) SET s = row', { rows }),
  );
  const labels = filed.flatMap(({ id, labels }) => labels.map((label) => ({ id, label })));
  await inBatches(labels, (batch) => {
    const shared = new SharedTexts();
    const rows = batch.map((each) => [
      each.label.keys.map(({ key, shelf }) => [key, toParameter(shelf)]),
      ...valuesOf(labelColumns, each, shared),
    ]);
    return tx.send(creating, { rows, texts: shared.texts });
  });
  const sums = wordCountNames.map((name) => `w.${name} = coalesce(w.${name}, 0) + row.${name}`);
  const unused: string[] = [];
  await inBatches(wordRows(words), async (rows) => {
    const { records } = await tx.run(
      `UNWIND $rows AS row MERGE (w:Word {word: row.word}) SET ${sums.join(', ')}
       SET w.stem = CASE WHEN w.labels > 0 THEN row.stem END,
         w.ofLabels = CASE WHEN w.labels > 0 THEN row.word END
       WITH w WHERE w.entities <= 0 RETURN elementId(w)`,
      { rows },
    );
    for (const record of records) unused.push(String(record.get(0)));
  });
  return unused;
}

const textColumns: readonly Column<StoredText>[] = [
  { name: 'entityId', of: ({ id }) => id, shared: false },
  { name: 'kind', of: ({ kind }) => kind, shared: true },
  ...columnsWithin(
    ({ text }: StoredText) => text,
    columnsOf<SearchText>(['labels', 'summary', 'body']),
  ),
];

interface LabelOf {
  readonly id: string;
  readonly label: StoredText['labels'][number];
}

const labelColumns: readonly Column<LabelOf>[] = [
  { name: 'entityId', of: ({ id }) => id, shared: false },
  { name: 'role', of: ({ label }) => label.role, shared: true },
  { name: 'text', of: ({ label }) => label.text, shared: false },
  { name: 'folded', of: ({ label }) => label.folded, shared: false },
  {
    name: 'plain',
    of: ({ label: { plain, folded } }) => (plain === folded ? null : plain),
    shared: false,
  },
  { name: 'compact', of: ({ label }) => label.compact, shared: false },
  { name: 'closed', of: ({ label }) => label.closed, shared: false },
  { name: 'shelf', of: ({ label }) => toParameter(label.shelf), shared: false },
  { name: 'tie', of: ({ label }) => label.tie, shared: false },
];

const creating = `UNWIND $rows AS row CREATE (l:Label ${literalOf(labelColumns, 'row', 1)})
  WITH l, row UNWIND row[0] AS key
  CREATE (l)-[:${keyType} {key: key[0], shelf: key[1]}]->(l)`;

function shelfRows(filed: readonly StoredText[]) {
  const shelves = new Set(
    filed.flatMap(({ labels }) => labels.flatMap(({ keys }) => keys.map(({ shelf }) => shelf))),
  );
  return [...shelves].map((shelf) => {
    const { place, kind } = shelfFacts(shelf);
    return { shelf: toParameter(shelf), place: toParameter(place), kind: toParameter(kind) };
  });
}

function wordRows(words: LabelChanges['words']) {
  return [...words]
    .filter(([, counts]) => wordCountNames.some((name) => counts[name] !== 0))
    .map(([word, counts]) => ({
      word,
      stem: stem(word),
      ...Object.fromEntries(wordCountNames.map((name) => [name, toParameter(counts[name])])),
    }));
}
