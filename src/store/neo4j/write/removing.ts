import { type RelationType, relationTypes } from '../../../ontology/relations.ts';
import type { GraphChange } from '../../graph-store.ts';
import type { Transaction } from '../bolt-connection.ts';
import { typeText } from '../labels.ts';
import { firstColumn, inBatches } from './batches.ts';
import type { SentStatements } from './sent-statements.ts';
import { sought } from './sought.ts';

// An index lookup costs more with every deletion in the same transaction: 20,000 lookups after
// 20,000 deletions take 15 s, and many more exhaust the server's memory. Removed things are
// therefore looked up before anything is written, and deleted at the end without an index.

/** The things that a change removes, by element id. */
export interface Doomed {
  readonly relationships: readonly DoomedRelationship[];
  readonly nodes: readonly string[];
  /** With their entity, since the change may give them to another entity. */
  readonly locators: readonly { readonly element: string; readonly entityId: string }[];
}

export const nothingDoomed: Doomed = { relationships: [], nodes: [], locators: [] };

interface DoomedRelationship {
  readonly element: string;
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly type: RelationType;
}

/** Finds the things that the change removes and does not write again. */
export async function findDoomed(tx: Transaction, change: GraphChange): Promise<Doomed> {
  const { remove } = change;
  const relations = remainder(remove.relations, change.relations);
  const entities = remainder(remove.entities, change.entities);
  const claims = remainder(remove.claims, change.claims);
  const sources = remainder(remove.sources, change.sources);
  const disagreements = remainder(remove.disagreements, change.disagreements);
  return {
    relationships: await relationshipsOf(tx, relations),
    nodes: [
      ...(await firstColumn(tx, nodeText('Disagreement'), disagreements)),
      ...(await firstColumn(tx, nodeText('Claim'), claims)),
      ...(await firstColumn(tx, nodeText('Entity'), entities)),
      ...(await firstColumn(tx, nodeText('Source'), sources)),
    ],
    locators: await locatorsOf(tx, entities),
  };
}

/** Deletes the things: relationships first, then nodes with their remaining relationships. */
export async function removeDoomed(tx: SentStatements, doomed: Doomed): Promise<void> {
  const elements = doomed.relationships.map(({ element }) => element);
  await inBatches(elements, (ids) =>
    tx.send('UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r', { ids }),
  );
  await inBatches(doomed.nodes, (ids) =>
    tx.send('UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id DETACH DELETE n', { ids }),
  );
  await inBatches(doomed.locators, (rows) =>
    tx.send(
      `UNWIND $rows AS row MATCH (l) WHERE elementId(l) = row.element AND l.entityId = row.entityId
       DELETE l`,
      { rows },
    ),
  );
}

async function locatorsOf(
  tx: Transaction,
  entityIds: readonly string[],
): Promise<Doomed['locators']> {
  const found: { element: string; entityId: string }[] = [];
  await inBatches(entityIds, async (ids) => {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${sought('l', 'Locator', 'entityId', 'id')} RETURN elementId(l), id`,
      { ids },
    );
    for (const record of records) {
      found.push({ element: String(record.get(0)), entityId: String(record.get(1)) });
    }
  });
  return found;
}

function remainder(
  removed: readonly string[],
  written: readonly { readonly record: { readonly id: string } }[],
): readonly string[] {
  if (removed.length === 0) return removed;
  const kept = new Set(written.map(({ record }) => record.id));
  return removed.filter((id) => !kept.has(id));
}

function nodeText(label: 'Claim' | 'Disagreement' | 'Entity' | 'Source'): string {
  return `UNWIND $ids AS id ${sought('n', label, 'id', 'id')} RETURN elementId(n)`;
}

// The id does not show the type of a relation, and every type has its own index.
function relationText(type: (typeof relationTypes)[number]): string {
  return `UNWIND $ids AS id MATCH ()-[n:${typeText(type)}]->() USING INDEX SEEK n:${type}(id)
    WHERE n.id = id RETURN elementId(n), n.id, n.fromId, n.toId, type(n)`;
}

async function relationshipsOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly DoomedRelationship[]> {
  const text = relationTypes.map(relationText).join(' UNION ALL ');
  const found: DoomedRelationship[] = [];
  await inBatches(ids, async (batch) => {
    const { records } = await tx.run(text, { ids: batch });
    for (const record of records) {
      const [element, id, fromId, toId, type] = [...record.values()] as [
        ...[string, string, string, string],
        RelationType,
      ];
      found.push({ element, id, fromId, toId, type });
    }
  });
  return found;
}
