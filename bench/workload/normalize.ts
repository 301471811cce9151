type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

/** A page in a common form. */
interface Page {
  readonly rows: readonly Json[];
  readonly total: Json;
}

/**
 * The rows of an answer in a common form: connections and lists become pages, a separate count
 * moves into its page, and keys are sorted. Throws if the answer has errors.
 */
export function normalizedAnswer(body: string): string {
  const answer = JSON.parse(body) as JsonObject;
  if (answer.errors !== undefined) throw new Error(`An answer with errors: ${body.slice(0, 500)}`);
  const root = (answer.data as JsonObject | null)?.it;
  if (root === undefined || root === null) throw new Error(`No data in ${body.slice(0, 500)}`);
  return JSON.stringify(normalized(soleItem(root)));
}

/** The number of rows of an answer, at all levels. The root of a single term counts as one. */
export function rowCount(normalizedBody: string): number {
  return normalizedBody.split('"slug":').length - 1;
}

/** The peer finds a term by filtering a list, which then has one item. */
function soleItem(root: Json): Json {
  return Array.isArray(root) && root.length === 1 ? (root[0] as Json) : root;
}

function normalized(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) {
    return value.every((item) => typeof item === 'object' && item !== null)
      ? page(value, null)
      : value;
  }
  const rows = rowsOf(value);
  if (rows !== null) return page(rows, value.totalCount ?? null);
  return sortedObject(value);
}

function sortedObject(value: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const key of Object.keys(value).sort()) {
    if (key.endsWith('Connection')) continue;
    const beside = value[`${key}Connection`];
    const inner = normalized(value[key] as Json);
    result[key] = isObject(beside) && isObject(inner) ? withTotal(inner, beside) : inner;
  }
  return result;
}

function withTotal(inner: JsonObject, beside: JsonObject): JsonObject {
  return { ...inner, total: beside.totalCount ?? null };
}

function rowsOf(value: JsonObject): readonly Json[] | null {
  if (isList(value.nodes)) return value.nodes;
  if (isList(value.edges)) return value.edges.map((edge) => (edge as JsonObject).node ?? null);
  return null;
}

function page(rows: readonly Json[], total: Json): JsonObject {
  const made: Page = { rows: rows.map(normalized), total };
  return { ...made };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
