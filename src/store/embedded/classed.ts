import type { Condition } from '../list-condition.ts';
import { variantsOfRivals } from './class-tables.ts';
import type { Parameters } from './prepared-statements.ts';

type Classed = Extract<Condition, { op: 'classed' }>;

/** Whether the entity is a model of one of the shares, or one of the given models. */
export function classedTest(where: Classed, number: string, into: Parameters): string {
  const { classes, variants, others } = sharesText(where, into);
  const of = (column: string) => `(SELECT ${column} FROM model_class WHERE model = ${number})`;
  const parts = [
    others === null
      ? `${of('class')} IN (${classes})`
      : `(${of('class')} IN (${classes}) AND coalesce(${of('variant')}, 0) NOT IN (${others}))`,
    ...(variants === null ? [] : [`${of('variant')} IN (${variants})`]),
    ...(where.ids.length === 0 ? [] : [`e.id IN ${into.list(where.ids)}`]),
  ];
  return `(${parts.join(' OR ')})`;
}

/** The numbers of the models of the shares, and of the given models. */
export function classedText(where: Classed, into: Parameters): string {
  const { classes, variants, others } = sharesText(where, into);
  const ofClasses = `SELECT model AS n FROM model_class WHERE class IN (${classes})`;
  const parts = [
    others === null ? ofClasses : `${ofClasses} AND coalesce(variant, 0) NOT IN (${others})`,
    ...(variants === null ? [] : [`SELECT model FROM model_class WHERE variant IN (${variants})`]),
    ...(where.ids.length === 0 ? [] : [`SELECT n FROM entity WHERE id IN ${into.list(where.ids)}`]),
  ];
  return parts.join(' UNION ALL ');
}

/**
 * The numbers of the classes without rivals as licensors, and of the variants with some. `others`
 * are all variants with rivals.
 */
function sharesText({ shares, rivals }: Classed, into: Parameters) {
  const keys = shares.filter(({ places }) => places === '').map(({ key }) => key);
  const classes = `SELECT n FROM use_class WHERE key IN ${into.list(keys)}`;
  if (rivals.length === 0) return { classes, variants: null, others: null };
  const apart = shares
    .filter(({ places }) => places !== '')
    .map(({ key, places }) => [key, places]);
  const variants = `SELECT of.variant FROM (${variantsOfRivals(into.list(rivals))}) AS of
    CROSS JOIN use_variant v ON v.n = of.variant CROSS JOIN use_class c ON c.n = v.class
    WHERE (c.key, of.places) IN (
      SELECT value ->> 0, value ->> 1 FROM json_each(${into.bind(JSON.stringify(apart))}))`;
  const others = `SELECT variant FROM variant_licensor WHERE organization IN ${into.list(rivals)}`;
  return { classes, variants, others };
}
