/** The letters of scripts with few letters, in folded form. Other scripts are not corrected. */
const alphabets: readonly string[] = [
  lettersOf([0x61, 0x7a]),
  lettersOf([0x3b1, 0x3c1], [0x3c3, 0x3c9]),
  lettersOf([0x430, 0x44f], [0x451, 0x45f], [0x491, 0x491]),
  lettersOf([0x5d0, 0x5ea]),
  lettersOf([0x621, 0x63a], [0x641, 0x64a]),
  // Folding takes Korean syllables apart.
  lettersOf([0x1100, 0x1112], [0x1161, 0x1175], [0x11a8, 0x11c2]),
];

function lettersOf(...ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .map((code) => String.fromCharCode(code))
    .join('');
}

/** The longest text that is corrected. The number of possible corrections grows with the length. */
const longestCorrected = 32;

/**
 * All texts one mistake away, each once: two neighbors swapped, or one letter left out, replaced or
 * inserted. New letters come from the text's own script. Numbers are never corrected.
 */
export function oneMistakeAway(text: string): string[] {
  if (text.length > longestCorrected) return [];
  const letters = alphabets.filter((alphabet) => [...text].some((c) => alphabet.includes(c)));
  const alphabet = letters.join('');
  const numbers = numbersIn(text);
  const found = new Set<string>();
  /** Adds a text that differs from a place on, up to two characters later. */
  const add = (candidate: string, at: number) => {
    if (candidate === text) return;
    const near = text.slice(Math.max(0, at - 1), at + 3);
    if (!digitOrHalf.test(near) || numbersIn(candidate) === numbers) found.add(candidate);
  };
  const parts = Array.from({ length: text.length + 1 }, (_, at) => {
    return [text.slice(0, at), text.slice(at)] as const;
  });
  for (const [at, [head, rest]] of parts.entries()) {
    if (rest.length > 1) add(`${head}${rest[1]}${rest[0]}${rest.slice(2)}`, at);
  }
  for (const [at, [head, rest]] of parts.entries()) if (rest !== '') add(head + rest.slice(1), at);
  for (const [at, [head, rest]] of parts.entries()) {
    for (const letter of alphabet) {
      if (rest !== '') add(head + letter + rest.slice(1), at);
      add(head + letter + rest, at);
    }
  }
  return [...found].filter((candidate) => !halfPair.test(candidate));
}

/** Half of a character beyond U+FFFF. No store can keep one. */
const halfPair = /[\ud800-\udfff]/u;

const digit = /\p{N}/u;
/** A digit, or half of a character that may be one. */
const digitOrHalf = /[\p{N}\ud800-\udfff]/u;

/** The numbers in a text. Texts with different numbers are never spellings of one another. */
function numbersIn(text: string): string {
  return digit.test(text) ? text.replace(/\P{N}+/gu, ' ').trim() : '';
}
