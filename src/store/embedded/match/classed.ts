import { madeOnce } from '../../../base/made-once.ts';
import type { Condition } from '../../list-condition.ts';
import { keysIn } from '../../use-class-text.ts';
import { variantsOfRivals } from '../database/class-tables.ts';
import type { Graph } from '../database/graph.ts';
import type { ClassSet } from '../database/kept-classes.ts';
import { Parameters } from '../database/prepared-statements.ts';

type Classed = Extract<Condition, { op: 'classed' }>;

/** Numbers of classes are never used again, so they grow. Beyond this one, lists are shorter. */
const largestMarked = 1_000_000;

/** Whether the entity is a model of one of the shares, or one of the given models. */
export function classedTest(
  where: Classed,
  number: string,
  graph: Graph,
  into: Parameters,
): string {
  const { variants, others } = sharesText(where, into);
  const set = setOf(where.keys, graph);
  const of = (column: string) => `(SELECT ${column} FROM model_class WHERE model = ${number})`;
  const inSet =
    set.marks === null
      ? `${of('class')} IN ${numbersText(set, into)}`
      : `substr(${into.bind(set.marks)}, ${of('class')}, 1) = x'01'`;
  const parts = [
    others === null ? inSet : `(${inSet} AND coalesce(${of('variant')}, 0) NOT IN (${others}))`,
    ...(variants === null ? [] : [`${of('variant')} IN (${variants})`]),
    ...(where.ids.length === 0 ? [] : [`e.id IN ${into.list(where.ids)}`]),
  ];
  return `(${parts.join(' OR ')})`;
}

/** The numbers of the models of the shares, and of the given models. */
export function classedText(where: Classed, graph: Graph, into: Parameters): string {
  const { variants, others } = sharesText(where, into);
  const numbers = numbersText(setOf(where.keys, graph), into);
  const ofClasses = `SELECT model AS n FROM model_class WHERE class IN ${numbers}`;
  const parts = [
    others === null ? ofClasses : `${ofClasses} AND coalesce(variant, 0) NOT IN (${others})`,
    ...(variants === null ? [] : [`SELECT model FROM model_class WHERE variant IN (${variants})`]),
    ...(where.ids.length === 0 ? [] : [`SELECT n FROM entity WHERE id IN ${into.list(where.ids)}`]),
  ];
  return parts.join(' UNION ALL ');
}

/** The number of models that meet the condition, from stored sizes; null if these do not tell. */
export function classedCount({ keys, rivals, ids }: Classed, graph: Graph): number | null {
  return rivals.length + ids.length === 0 ? setOf(keys, graph).models : null;
}

/** Looking up thousands of keys takes longer than all else that a page needs, so they are kept. */
function setOf(keys: string, graph: Graph): ClassSet {
  return madeOnce<string, ClassSet>(graph.classes.sets, keys, () => {
    const into = new Parameters();
    const text = `SELECT json_group_array(n), coalesce(sum(size), 0) FROM use_class
      WHERE key IN ${into.list(keysIn(keys))}`;
    const [numbers, models] = graph.statements.row<[string, number]>(text, into.values) ?? [
      '[]',
      0,
    ];
    return { numbers, models, marks: marksOf(JSON.parse(numbers) as number[]) };
  });
}

function marksOf(numbers: readonly number[]): Buffer | null {
  const largest = numbers.reduce((most, n) => Math.max(most, n), 0);
  if (largest > largestMarked) return null;
  const marks = Buffer.alloc(largest);
  for (const n of numbers) marks[n - 1] = 1;
  return marks;
}

function numbersText({ numbers }: ClassSet, into: Parameters): string {
  return `(SELECT value FROM json_each(${into.bind(numbers)}))`;
}

/** The numbers of the variants with some rivals, and those of all variants with rivals. */
function sharesText({ apart, rivals }: Classed, into: Parameters) {
  if (rivals.length === 0) return { variants: null, others: null };
  const pairs = JSON.stringify(apart.map(({ key, places }) => [key, places]));
  const variants = `SELECT of.variant FROM (${variantsOfRivals(into.list(rivals))}) AS of
    CROSS JOIN use_variant v ON v.n = of.variant CROSS JOIN use_class c ON c.n = v.class
    WHERE (c.key, of.places) IN (
      SELECT value ->> 0, value ->> 1 FROM json_each(${into.bind(pairs)}))`;
  const others = `SELECT variant FROM variant_licensor WHERE organization IN ${into.list(rivals)}`;
  return { variants, others };
}
