import { groupBy } from '../../../base/group-by.ts';
import { kindOfId } from '../../../ontology/ids.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import type { Read } from '../../reads.ts';
import { StatementBuilder } from '../cypher-statement.ts';
import type { Crowded } from './crowded.ts';
import { indexedCountPiece } from './edge-counts.ts';
import { emptyPage, indexedPagePiece } from './edge-pages.ts';
import { entityPiece } from './entity-rows.ts';

/** A statement for postponed reads of crowded entities. Its results go into their rows. */
export interface ComposedCrowded {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The equivalent reads, for the name of the statement. */
  readonly reads: readonly Read[];
  readonly decode: (row: readonly unknown[]) => void;
  /** More crowded entities that decoding found. */
  readonly crowded: readonly Crowded[];
}

/** Owners of one kind with the same postponed read. */
interface Group {
  readonly kind: EntityKind | null;
  readonly members: readonly [Crowded, ...Crowded[]];
}

/** Puts all postponed reads into one statement. */
export function composeCrowded(crowded: readonly Crowded[]): ComposedCrowded {
  const into = new StatementBuilder();
  const pieces = groupsOf(crowded).map((group) => groupPiece(group, into));
  return {
    text: `RETURN ${pieces.map(({ expression }, i) => `${expression} AS a${i}`).join(',\n  ')}`,
    parameters: into.parameters,
    reads: pieces.map(({ read }) => read),
    decode: (row) => {
      pieces.forEach(({ decode }, i) => {
        decode(new Map(row[i] as readonly (readonly [string, unknown])[]));
      });
    },
    crowded: into.crowded,
  };
}

function groupsOf(crowded: readonly Crowded[]): readonly Group[] {
  const groups = groupBy(crowded, (each) => {
    const select = each.what === 'page' ? each.select : null;
    return JSON.stringify([each.what, kindOfId(each.ownerId), each.spec, select]);
  });
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ kind: kindOfId(first.ownerId), members: [first, ...others] }],
  );
}

interface GroupPiece {
  readonly expression: string;
  readonly read: Read;
  readonly decode: (found: ReadonlyMap<string, unknown>) => void;
}

function groupPiece({ kind, members }: Group, into: StatementBuilder): GroupPiece {
  const [first] = members;
  const ownerIds = [...new Set(members.map(({ ownerId }) => ownerId))];
  const owners = into.bind(ownerIds);
  if (first.what === 'count') {
    const count = indexedCountPiece({ id: 'o', node: 'e' }, kind, first.spec, into);
    return {
      expression: `COLLECT { UNWIND ${owners} AS o MATCH (e:Entity {id: o}) USING INDEX SEEK e:Entity(id)
        RETURN [o, ${count.expression}] }`,
      read: { kind: 'edgeCounts', ownerIds, spec: first.spec },
      decode: (found) => {
        for (const each of members) {
          if (each.what === 'count') each.put(count.decode(found.get(each.ownerId) ?? 0));
        }
      },
    };
  }
  const { spec, select } = first;
  const pieceAt = (node: string) => entityPiece(node, select, into);
  const page = indexedPagePiece('o', kind, spec, pieceAt, into);
  return {
    expression: `COLLECT { UNWIND ${owners} AS o RETURN [o, ${page.expression}] }`,
    read: { kind: 'edges', ownerIds, spec, select },
    decode: (found) => {
      for (const each of members) {
        if (each.what !== 'page') continue;
        each.put(page.decode(each.ownerId, found.get(each.ownerId) ?? []) ?? emptyPage);
      }
    },
  };
}
