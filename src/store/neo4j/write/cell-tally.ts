import { madeOnce } from '../../../base/made-once.ts';
import { cellRanges } from '../../../ontology/filter-cells.ts';
import type { Transaction } from '../bolt-connection.ts';
import { cellLabel, cellType, modelsName, tallyLabel, valuesName } from '../cell-nodes.ts';
import { toParameter } from '../cypher-statement.ts';
import { propertyText } from '../labels.ts';
import { inBatches } from './batches.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought } from './sought.ts';

// Filters take ranges of some properties. A node for each cell says how many of its models have
// which value of them. There are few values: days, and sizes that many models share. A count with a
// range adds them up.

type Value = string | number;

/** A model's values of the properties. */
export type RangeValues = readonly (Value | null)[];

/** The values of a node as an expression. */
export function rangeValuesText(node: string): string {
  return `[${cellRanges.map((property) => `${node}.${propertyText(property)}`).join(', ')}]`;
}

export function rangeValuesOf(record: Readonly<Record<string, unknown>>): RangeValues {
  return cellRanges.map((property) => (record[property] ?? null) as Value | null);
}

/** How a change changes the numbers of models. */
export class CellTally {
  /** By cell, property and value. */
  readonly #changes = new Map<string, Map<string, Map<Value, number>>>();

  /** Counts a model that enters a cell (1) or leaves it (-1). */
  count(cell: string, values: RangeValues, sign: 1 | -1): void {
    const byProperty = madeOnce(this.#changes, cell, () => new Map());
    cellRanges.forEach((property, at) => {
      const value = values[at] ?? null;
      if (value === null) return;
      const numbers = madeOnce(byProperty, property, () => new Map());
      numbers.set(value, (numbers.get(value) ?? 0) + sign);
    });
  }

  /** Writes the numbers. */
  async write(tx: SentStatements): Promise<void> {
    const rows = [...this.#changes].flatMap(([key, byProperty]) =>
      [...byProperty].flatMap(([property, numbers]) => {
        const changed = [...numbers].filter(([, change]) => change !== 0);
        return changed.length === 0 ? [] : [{ key, property, changed: new Map(changed) }];
      }),
    );
    await inBatches(rows, async (batch) => {
      const { records } = await tx.run(
        `UNWIND $rows AS row MERGE (t:${tallyLabel} {key: row.key})
         RETURN row.at, t[row.values], t[row.models]`,
        {
          rows: batch.map(({ key, property }, at) => ({
            ...{ at: toParameter(at), key },
            ...{ values: valuesName(property), models: modelsName(property) },
          })),
        },
      );
      const written = records.flatMap((record) => {
        const [at, values, models] = [...record.values()] as [
          number,
          ...(readonly [readonly Value[] | null, readonly number[] | null]),
        ];
        const row = batch[Number(at)];
        if (row === undefined) return [];
        const { key, property, changed } = row;
        const now = changedNumbers(values ?? [], models ?? [], changed);
        const properties = {
          [valuesName(property)]: toParameter(now.map(([value]) => value)),
          [modelsName(property)]: toParameter(now.map(([, number]) => number)),
        };
        return [{ key, properties }];
      });
      await tx.send(
        `UNWIND $rows AS row ${sought('t', tallyLabel, 'key', 'row.key')} SET t += row.properties`,
        { rows: written },
      );
    });
  }
}

function changedNumbers(
  values: readonly Value[],
  models: readonly number[],
  changed: ReadonlyMap<Value, number>,
): readonly (readonly [Value, number])[] {
  const numbers = new Map(values.map((value, at) => [value, models[at] ?? 0]));
  for (const [value, change] of changed) numbers.set(value, (numbers.get(value) ?? 0) + change);
  return [...numbers]
    .filter(([, number]) => number !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Removes the numbers of cells that are gone. */
export function dropTallies(tx: SentStatements, keys: readonly string[]): Promise<void> {
  return tx.send(
    `UNWIND $keys AS key ${sought('t', tallyLabel, 'key', 'key')}
     WHERE NOT EXISTS { ${sought('cell', cellLabel, 'key', 'key')} } DELETE t`,
    { keys },
  );
}

/** Counts all models of the cells anew. */
export async function tallyCells(tx: Transaction, keys: readonly string[]): Promise<void> {
  await tx.run(`UNWIND $keys AS key MERGE (t:${tallyLabel} {key: key}) SET t = {key: key}`, {
    keys,
  });
  for (const property of cellRanges) {
    const held = `e.${propertyText(property)}`;
    await tx.run(
      `UNWIND $keys AS key ${sought('cell', cellLabel, 'key', 'key')}
       MATCH (cell)<-[:${cellType}]-(e) WHERE ${held} IS NOT NULL
       WITH key, ${held} AS value, count(*) AS number ORDER BY value
       WITH key, collect(value) AS values, collect(number) AS numbers
       ${sought('t', tallyLabel, 'key', 'key')}
       SET t.${valuesName(property)} = values, t.${modelsName(property)} = numbers`,
      { keys },
    );
  }
}
