import { judgedRelations } from '../../../ontology/judged-facts.ts';
import type { JudgedModel } from '../../graph-store.ts';
import type { Connection } from '../bolt-connection.ts';
import { typesText } from '../labels.ts';

const facts = ['name', 'releasedOn', 'inputModalities', 'outputModalities'] as const;
const relationFacts = [
  ...(['artifact', 'expression', 'since', 'until', 'evidence', 'method'] as const),
] as const;

const text = `UNWIND $ids AS id MATCH (e:Entity {id: id}) WHERE e:Model
  RETURN id, ${facts.map((name) => `e.${name}`).join(', ')},
    COLLECT { MATCH (e)-[r:${typesText(judgedRelations)}]->(o) WHERE r.best
      RETURN [r.id, type(r), o.id, ${relationFacts.map((name) => `r.${name}`).join(', ')}] }`;

type Relation = JudgedModel['relations'][number];

/** The facts that decide on uses of models. */
export async function judgedModels(
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JudgedModel>> {
  const rows = await connection.read({ name: 'classes', text, parameters: { ids } });
  return new Map(
    rows.map(([id, ...values]) => {
      const known = Object.fromEntries(facts.map((name, at) => [name, values[at] ?? null]));
      const relations = (values[facts.length] as readonly unknown[][]).map(relationOf);
      return [String(id), { ...(known as Omit<JudgedModel, 'relations'>), relations }];
    }),
  );
}

function relationOf([id, type, toId, ...values]: readonly unknown[]): Relation {
  const known = Object.fromEntries(relationFacts.map((name, at) => [name, values[at] ?? null]));
  return { id, type, toId, ...known } as Relation;
}
