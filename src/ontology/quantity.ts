/** The base of the suffixes K, M, B and T. */
export type QuantityBase = 'decimal' | 'binary';

const pattern = /^((?:0|[1-9]\d*)(?:\.(\d+))?)\s*([KMBT])?$/;
const powers: Readonly<Record<string, number>> = { K: 1, M: 2, B: 3, T: 4 };

/**
 * Reads "671B" or "1.6T" (decimal: parameters) or "128K" (binary: tokens, where 128K is 131,072).
 * Only whole thousands are binary: "1M" and "3.5M" tokens are 1,000,000 and 3,500,000. A source
 * that means 1,048,576 writes it out. Null if the text is not such a quantity ("010" could be
 * octal) or not a whole number below 2^53.
 */
export function parseQuantity(text: string, base: QuantityBase): number | null {
  const found = pattern.exec(text.trim());
  if (found === null) return null;
  const [, digits, fraction = '', suffix] = found;
  const power = suffix === undefined ? 0 : (powers[suffix] ?? 0);
  // With more digits the value would not be a whole number.
  if (fraction.replace(/0+$/, '').length > 3 * power) return null;
  const isBinary = base === 'binary' && suffix === 'K' && fraction === '';
  const factor = (isBinary ? 1024 : 1000) ** power;
  const value = Math.round(Number(digits) * factor);
  return Number.isSafeInteger(value) ? value : null;
}
