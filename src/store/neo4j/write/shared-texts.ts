import neo4j, { type Integer } from 'neo4j-driver';

/**
 * Texts that many rows of a statement have, such as the id of a license. Each is sent once, as
 * `$texts`, and the rows have its place there. Most of what a load sends would be such texts.
 */
export class SharedTexts {
  readonly texts: string[] = [];
  readonly #places = new Map<string, Integer>();

  /** The place of a text. */
  placeOf(text: string): Integer {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = neo4j.int(this.texts.push(text) - 1);
      this.#places.set(text, place);
    }
    return place;
  }
}
