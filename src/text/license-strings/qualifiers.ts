/**
 * Words beside a license's name that show that the text does not mean that license itself, by
 * reason.
 */
const qualifiers: readonly (readonly [reason: string, words: string])[] = [
  [
    'says that it resembles a license, not that it is one',
    'like alike style styled ish esque similar type resembles akin equivalent compatible inspired ~ ≈',
  ],
  [
    'says that the license was changed or built upon',
    'modified modification modifications adapted amended altered customized custom variant based derived derivative derivatives fork forked revised',
  ],
  [
    'adds terms to the license or takes some away',
    '+ plus with additional extra addendum aup policy restrictions restricted restriction terms clause clauses but except exception exceptions excluding without unless subject nc noncommercial commercial research attribution only',
  ],
  [
    'says that it is not certain',
    '? maybe perhaps probably possibly likely presumably unclear unsure tbd',
  ],
  [
    'says that it depends on the time',
    'formerly previously former old was were until since before after then now',
  ],
  [
    'says that it covers a part',
    'code weights data dataset datasets model models partly partially some mostly parts files inference training',
  ],
  [
    'says that there is more than one',
    'and or / | & , ; various multiple several dual others etc mixed',
  ],
  ['sorts the license under another label', 'other'],
];

const reasonByWord: ReadonlyMap<string, string> = new Map(
  qualifiers.flatMap(([reason, words]) => words.split(' ').map((word) => [word, reason] as const)),
);
const negations: ReadonlySet<string> = new Set([
  'not',
  'non',
  'no',
  'isn',
  'never',
  'neither',
  'nor',
]);

/** The reasons why words beside a name rule it out as the answer, one sentence for each. */
export function qualifierReasons(words: readonly string[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const word of words) {
    const reason = reasonByWord.get(word);
    if (reason === undefined) continue;
    const list = byReason.get(reason) ?? [];
    if (!list.includes(word)) byReason.set(reason, [...list, word]);
  }
  return [...byReason].map(
    ([reason, list]) =>
      `${list
        .slice(0, 4)
        .map((word) => `“${word}”`)
        .join(', ')} ${reason}.`,
  );
}

/** Whether a word negates what follows. */
export function negates(word: string | undefined): boolean {
  return word !== undefined && negations.has(word);
}
