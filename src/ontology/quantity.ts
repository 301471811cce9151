/** What the suffixes K, M, B and T multiply by. */
export type QuantityBase = 'decimal' | 'binary';

const pattern = /^(\d+(?:\.\d+)?)\s*([KMBT])?$/;
const powers: Readonly<Record<string, number>> = { K: 1, M: 2, B: 3, T: 4 };

/**
 * Reads "671B", "1.6T" (decimal: parameters) or "128K" (binary: tokens, where 128K is 131,072).
 * Returns null where the text is no such quantity or not a whole number below 2^53.
 */
export function parseQuantity(text: string, base: QuantityBase): number | null {
  const found = pattern.exec(text.trim());
  if (found === null) return null;
  const [, digits, suffix] = found;
  const factor =
    suffix === undefined ? 1 : (base === 'binary' ? 1024 : 1000) ** (powers[suffix] ?? 0);
  const value = Math.round(Number(digits) * factor);
  return Number.isSafeInteger(value) ? value : null;
}

/** Writes a count for people: 131072 → "128K" (binary), 671000000000 → "671B" (decimal). */
export function formatQuantity(value: number, base: QuantityBase): string {
  const step = base === 'binary' ? 1024 : 1000;
  for (const [suffix, power] of Object.entries(powers).reverse()) {
    const scaled = value / step ** power;
    if (scaled >= 1) return `${Number(scaled.toFixed(2))}${suffix}`;
  }
  return String(value);
}
