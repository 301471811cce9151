/** The number of single-letter changes between two texts, or null where there are more than `most`. */
function distance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      const replaced = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return null;
    row = next;
  }
  const found = row[other.length] ?? 0;
  return found <= most ? found : null;
}

/** The known name that the text most likely meant, or null where none is close. */
export function nearest(text: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let most = Math.max(2, Math.floor(text.length / 3));
  const asked = text.toLowerCase();
  for (const name of known) {
    const found = distance(asked, name.toLowerCase(), most);
    if (found === null || (found === most && best !== null)) continue;
    best = name;
    most = found;
    if (found === 0) break;
  }
  return best;
}

/** "; did you mean …?", or nothing. */
export function suggestion(text: string, known: Iterable<string>): string {
  const found = nearest(text, known);
  return found === null ? '' : `; did you mean "${found}"?`;
}
