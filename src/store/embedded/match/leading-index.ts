import { startsOnlyAt } from '../../../ontology/relations.ts';
import type { EntityKind } from '../../../ontology/vocabulary.ts';
import { kindNumber } from '../../../text/search/shelves.ts';
import { solePart, withoutPart } from '../../condition-parts.ts';
import type { Condition } from '../../list-condition.ts';
import type { ListSpec } from '../../reads.ts';
import type { Graph } from '../database/graph.ts';
import { entityColumns } from '../database/packed-records.ts';
import { phraseText } from '../database/phrase-text.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { modelsInCells } from './cells.ts';
import { classedCount, classedText } from './classed.ts';
import { endsOf, leadingText } from './hops.ts';
import { type PassingCells, passingCells } from './merged-cells.ts';

/** The text index stores three characters at a time. Shorter texts are in most names. */
const charactersTogether = 3;
/** The most trigrams that are searched for. The found texts are checked in any case. */
const mostTrigrams = 12;

type Driver = (into: Parameters) => string;

/** A statement for the numbers of all entities that meet a part of a condition. */
interface Lead {
  readonly part: Condition;
  readonly driver: Driver;
  /** Whether it gives no other entities, so that this part need not be checked again. */
  readonly exact: boolean;
  /** Whether all of them are of the kind of the list. */
  readonly ofKind: boolean;
  /** Whether it gives each of them once. */
  readonly once: boolean;
  /** How many it gives, if that is stored; null if they have to be counted. */
  readonly count: number | null;
}

/** Counts the entities of a lead, up to a number. */
function countOf({ driver, count: stored }: Lead, most: number, graph: Graph): number {
  if (stored !== null) return Math.min(stored, most);
  const into = new Parameters();
  const text = `SELECT count(*) FROM (${driver(into)} LIMIT ${into.bind(most)})`;
  const [count = 0] = graph.statements.row<[number]>(text, into.values) ?? [];
  return count;
}

/**
 * The number of entities that meet a condition, if one range of an index has exactly these. At most
 * `most` of them are counted. Null for other conditions.
 */
export function countInIndex(graph: Graph, { kind, where }: ListSpec, most: number): number | null {
  const part = where === null ? null : solePart(where);
  const [lead] = part === null ? [] : leadsOf(kind, part, graph);
  return lead?.exact && lead.ofKind && lead.once ? countOf(lead, most, graph) : null;
}

function leadsOf(kind: EntityKind, where: Condition, graph: Graph): readonly Lead[] {
  const lead = (driver: Driver, more: Partial<Lead> = {}): readonly Lead[] => [
    { part: where, driver, exact: true, ofKind: true, once: false, count: null, ...more },
  ];
  switch (where.op) {
    case 'all':
      return where.of.flatMap((part) => leadsOf(kind, part, graph));
    case 'in': {
      const held = graph.codes.held(kind, where.property);
      if (held === null) return [];
      const found = `SELECT entity AS n FROM held WHERE property = ${held} AND value IN`;
      const once = where.values.length === 1;
      return lead((into) => `${found} ${into.list(where.values)}`, { once });
    }
    case 'range': {
      const { property, min, max } = where;
      const held = graph.codes.held(kind, property);
      const column = entityColumns.includes(property);
      if ((held === null && !column) || (min === null && max === null)) return [];
      const [name, found] = column
        ? [property, `SELECT n FROM entity WHERE kind = '${kind}'`]
        : ['value', `SELECT entity AS n FROM held WHERE property = ${held}`];
      const driver: Driver = (into) =>
        [
          found,
          ...(min === null ? [] : [`${name} >= ${into.bind(min)}`]),
          ...(max === null ? [] : [`${name} <= ${into.bind(max)}`]),
        ].join(' AND ');
      // Only properties with a single value are filtered by a range.
      return lead(driver, { once: true });
    }
    case 'contains': {
      const trigrams = trigramsOf(where.text);
      if (where.property !== 'folded' || trigrams === null) return [];
      const found = 'SELECT rowid AS n FROM folded WHERE folded MATCH';
      return lead((into) => `${found} ${into.bind(trigrams)}`, {
        ...{ exact: false, ofKind: false },
      });
    }
    case 'classed': {
      const count = classedCount(where, graph);
      const once = count !== null;
      const ofKind = where.ids.length === 0;
      return lead((into) => classedText(where, graph, into), { count, once, ofKind });
    }
    case 'linked': {
      const { hops, slugs } = where;
      const [first] = hops;
      if (first === undefined) return [];
      const driver: Driver = (into) => leadingText(hops, endsOf(slugs, graph), graph, into);
      return lead(driver, { ofKind: startsOnlyAt(first, kind) });
    }
  }
}

/**
 * The number of entities whose names contain the text, if that is the whole condition. Null for
 * other conditions, short texts, and where too many names would have to be looked at.
 */
export function countByNames(graph: Graph, { kind, where }: ListSpec): number | null {
  const part = where === null ? null : solePart(where);
  if (part?.op !== 'contains' || part.property !== 'folded') return null;
  const trigrams = trigramsOf(part.text);
  if (trigrams === null) return null;
  const into = new Parameters();
  const most = into.bind(graph.mostLookedAt + 1);
  const text = `SELECT count(*),
      coalesce(sum(k.kind = ${kindNumber(kind)} AND instr(k.text, ${into.bind(part.text)}) > 0), 0)
    FROM (SELECT rowid AS n FROM folded WHERE folded MATCH ${into.bind(trigrams)} LIMIT ${most})
      AS found CROSS JOIN entity_names k ON k.entity = found.n`;
  const [looked = 0, count = 0] = graph.statements.row<[number, number]>(text, into.values) ?? [];
  return looked > graph.mostLookedAt ? null : count;
}

/** A query for the text index; null where the text is too short. */
function trigramsOf(text: string): string | null {
  const characters = [...text];
  const last = characters.length - charactersTogether;
  if (last < 0) return null;
  const found = new Set<string>();
  // Side by side, so that few cover the text: each costs as much as checking the texts does.
  for (let at = 0; found.size < mostTrigrams; at += charactersTogether) {
    const start = Math.min(at, last);
    const trigram = characters.slice(start, start + charactersTogether).join('');
    found.add(phraseText(trigram));
    if (start === last) break;
  }
  return [...found].join(' AND ');
}

/** The index for a list of entities, and the remaining condition. */
export interface Chosen {
  /**
   * A statement with distinct numbers that include all matching entities; null if no index finds
   * few.
   */
  readonly driver: Driver | null;
  readonly rest: Condition | null;
  /** Whether all of these entities are of the kind of the list. */
  readonly ofKind: boolean;
  /** How many these are at most; null if no index was chosen. */
  readonly count: number | null;
}

/**
 * Chooses the index that finds the fewest entities. At most `most` entities of each are counted.
 * `passing` are the cells that pass the condition. They may be narrowed by more: the caller checks
 * what it means of each entity.
 */
export function chooseDriver(
  graph: Graph,
  { kind, where }: ListSpec,
  most: number,
  passing: PassingCells | null = passingCells(graph, kind, where),
): Chosen {
  if (where === null) return { driver: null, rest: null, ofKind: false, count: null };
  const rest = passing === null ? where : passing.rest;
  let chosen: Chosen = { driver: null, rest: where, ofKind: false, count: null };
  let fewest = most + 1;
  if (passing !== null && passing.models < fewest) {
    const { test, models } = passing;
    chosen = { driver: (into) => modelsInCells(test, into), rest, ofKind: true, count: models };
    fewest = models;
  }
  for (const lead of rest === null ? [] : leadsOf(kind, rest, graph)) {
    const count = countOf(lead, fewest, graph);
    if (count >= fewest) continue;
    const { driver, exact, ofKind, once, part } = lead;
    chosen = {
      driver: once ? driver : (into) => `SELECT DISTINCT n FROM (${driver(into)})`,
      rest: exact ? withoutPart(where, part) : where,
      ofKind,
      count,
    };
    fewest = count;
  }
  return chosen;
}
