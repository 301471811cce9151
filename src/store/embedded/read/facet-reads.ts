import { cellProperties } from '../../../ontology/filter-cells.ts';
import { startsOnlyAt } from '../../../ontology/relations.ts';
import { isCellHop } from '../../cell-conditions.ts';
import type { Hop } from '../../list-condition.ts';
import type { FacetRow, FacetSpec, Selection } from '../../reads.ts';
import type { Graph } from '../database/graph.ts';
import { Parameters } from '../database/prepared-statements.ts';
import { byCells, type CellTest } from '../match/cells.ts';
import { hopsFrom } from '../match/hops.ts';
import { entityRow } from './edge-reads.ts';
import { satisfyingText } from './list-reads.ts';

type Counted = readonly [value: string, count: number, id: string | null];

/** The values in a list, with the number of entities for each, the most first. */
export function facetRows(graph: Graph, spec: FacetSpec, select: Selection): readonly FacetRow[] {
  const into = new Parameters();
  const { by } = spec;
  const text =
    by.op === 'linked' ? linkedText(graph, spec, by.hops, into) : valuesText(graph, spec, by, into);
  const rows = graph.statements.rows<Counted>(
    `${text} LIMIT ${into.bind(spec.limit)}`,
    into.values,
  );
  return rows.map(([value, count, id]) => {
    return { value, count, entity: id === null ? null : entityRow(graph, id, select) };
  });
}

/** The texts of a property, or of its list items, without the prefix that all wanted ones have. */
function valuesText(
  graph: Graph,
  { kind, where }: FacetSpec,
  { property, prefix }: { readonly property: string; readonly prefix: string },
  into: Parameters,
): string {
  const start = into.bind(prefix.length + 1);
  const [name, wanted] = [into.bind(prefix), `substr(item.value, 1, ${start} - 1) = `];
  const held = graph.codes.held(kind, property);
  const { test, rest } = byCells(kind, where, graph);
  if (test !== null && rest === null && held !== null && cellProperties.includes(property)) {
    return `SELECT substr(item.value, ${start}) AS value, sum(c.size) AS count, NULL
      FROM cell_value AS item CROSS JOIN cell c ON c.n = item.cell
      WHERE item.property = ${held} AND typeof(item.value) = 'text' AND ${wanted}${name} AND ${test(into)}
      GROUP BY item.value ORDER BY count DESC, item.value`;
  }
  if (where === null && held !== null) {
    return `SELECT substr(item.value, ${start}) AS value, count(*) AS count, NULL FROM held AS item
      WHERE item.property = ${held} AND typeof(item.value) = 'text' AND ${wanted}${name}
      GROUP BY item.value ORDER BY count DESC, item.value`;
  }
  const chosen = satisfyingText(graph, { kind, where }, into);
  return `SELECT substr(item.value, ${start}) AS value, count(DISTINCT e.n) AS count, NULL
    FROM (${chosen}) AS listed CROSS JOIN entity e ON e.n = listed.n,
      json_each(e.record, ${into.bind(`$.${property}`)}) AS item
    WHERE item.type = 'text' AND ${wanted}${name}
    GROUP BY item.value ORDER BY count DESC, item.value`;
}

/** The entities that best relations lead to along the hops. */
function linkedText(
  graph: Graph,
  { kind, where }: FacetSpec,
  hops: readonly Hop[],
  into: Parameters,
): string {
  const [hop, next, ...others] = hops;
  const { test, rest } = byCells(kind, where, graph);
  if (test !== null && rest === null && hop !== undefined && isCellHop(hop)) {
    return `SELECT e.slug, counted.count AS count, e.id
      FROM (${countedInCells(graph, [hop, ...hops.slice(1)], test, into)}) AS counted
      JOIN entity e ON e.n = counted.reached ORDER BY count DESC, e.slug, e.id`;
  }
  if (where === null && hop !== undefined && others.length === 0 && startsOnlyAt(hop, kind)) {
    const counted = next === undefined ? countedText(graph, hop) : countedAcross(graph, hop, next);
    return `SELECT e.slug, counted.count AS count, e.id FROM (${counted}) AS counted
      JOIN entity e ON e.n = counted.reached ORDER BY count DESC, e.slug, e.id`;
  }
  const chosen = satisfyingText(graph, { kind, where }, into);
  const joins = hops.map(({ type, direction }, depth) => {
    const before = depth === 0 ? 'listed.n' : `h${depth - 1}.there`;
    return `JOIN ${hopsFrom(type, direction, graph)} AS h${depth} ON h${depth}.here = ${before}`;
  });
  const end = hops.length === 0 ? 'listed.n' : `h${hops.length - 1}.there`;
  return `SELECT e.slug, count(DISTINCT listed.n) AS count, e.id
    FROM (${chosen}) AS listed ${joins.join(' ')} JOIN entity e ON e.n = ${end}
    GROUP BY e.n ORDER BY count DESC, e.slug, e.id`;
}

/** The models of the cells that pass, for each entity that the hops lead to. */
function countedInCells(
  graph: Graph,
  [{ type, direction }, ...others]: readonly [Hop, ...Hop[]],
  test: CellTest,
  into: Parameters,
): string {
  const slot = graph.codes.slot(type, direction);
  const joins = others.map((hop, depth) => {
    const before = depth === 0 ? 'link.value' : `h${depth - 1}.there`;
    return `JOIN ${hopsFrom(hop.type, hop.direction, graph)} AS h${depth} ON h${depth}.here = ${before}`;
  });
  const end = others.length === 0 ? 'link.value' : `h${others.length - 1}.there`;
  // A cell counts once for an end, however many ways lead there.
  return `SELECT reached, sum(size) AS count FROM (
      SELECT DISTINCT ${end} AS reached, c.n, c.size FROM cell_value AS link
      CROSS JOIN cell c ON c.n = link.cell ${joins.join(' ')}
      WHERE link.property = ${slot} AND ${test(into)}
    ) GROUP BY reached`;
}

/** The stored number of entities that the hop links to each end. */
function countedText(graph: Graph, { type, direction }: Hop): string {
  const slot = graph.codes.slot(type, direction === 'OUT' ? 'IN' : 'OUT');
  return `SELECT owner AS reached, best AS count FROM fan WHERE slot = ${slot} AND best > 0`;
}

/**
 * The same for two hops: the sum over the entities between, minus repeated links, so that each
 * entity counts once. Repeats are few, so not every entity must be read.
 */
function countedAcross(graph: Graph, first: Hop, second: Hop): string {
  const { type, direction } = first;
  const several = `SELECT owner AS n FROM fan
    WHERE slot = ${graph.codes.slot(type, direction)} AND best > 1`;
  const pairs = `SELECT DISTINCT here AS middle, there AS reached
    FROM ${hopsFrom(second.type, second.direction, graph)}`;
  const again = `SELECT pair.reached AS reached, count(DISTINCT hop.there) - 1 AS count
    FROM (${several}) AS linked
    CROSS JOIN ${hopsFrom(type, direction, graph)} AS hop ON hop.here = linked.n
    JOIN (${pairs}) AS pair ON pair.middle = hop.there GROUP BY linked.n, pair.reached`;
  return `SELECT reached, sum(count) AS count FROM (
      SELECT pair.reached AS reached, counted.count AS count FROM (${pairs}) AS pair
      JOIN (${countedText(graph, first)}) AS counted ON counted.reached = pair.middle
      UNION ALL SELECT reached, -count FROM (${again})
    ) GROUP BY reached`;
}
