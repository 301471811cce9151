import { hashOf } from '../../base/text-hash.ts';

/** JSON text with the keys of mappings sorted, so that their order does not matter. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const mapping = value as Readonly<Record<string, unknown>>;
  const fields: string[] = [];
  for (const key of Object.keys(mapping).sort()) {
    if (mapping[key] === undefined) continue;
    fields.push(`${JSON.stringify(key)}:${canonicalJson(mapping[key])}`);
  }
  return `{${fields.join(',')}}`;
}

/** A text that changes if and only if the content changes. */
export function digestOf(value: unknown): string {
  return hashOf(canonicalJson(value));
}

/** The same for a record whose properties always come in one order: five times as fast. */
export function digestOfRecord(record: object): string {
  return hashOf(JSON.stringify(record));
}
