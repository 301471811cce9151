const narrow = new Set("iljtfrI.,:;'|!()[]-/ ");
const wide = new Set('mwMW@%—…');

/** The approximate width of a text, in units of its font size. The server cannot measure text. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (narrow.has(character)) width += 0.33;
    else if (wide.has(character)) width += 0.89;
    else if ((character.codePointAt(0) ?? 0) > 0x2e80) width += 1;
    else width += /\p{Lu}/u.test(character) ? 0.68 : 0.57;
  }
  return width;
}

/** The text, cut to a number of characters. */
export function shortened(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
}
