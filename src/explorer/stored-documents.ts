import { existsSync, readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';
import { madeOnce } from '../base/made-once.ts';

/** The variables and the result of each document. */
export type DocumentTypes<Name extends PropertyKey> = Readonly<
  Record<Name, readonly [variables: object, data: object]>
>;

/**
 * The GraphQL documents of a folder. Shared fragments are in its folder "fragments". A fragment
 * that is not there is taken from the fragments of the pages.
 */
export class StoredDocuments<Types extends DocumentTypes<keyof Types>> {
  readonly names: readonly (keyof Types & string)[];
  readonly #folder: URL;
  readonly #parsed = new Map<string, DocumentNode>();

  /** The record type lets the compiler find a missing name. */
  constructor(folder: URL, names: Readonly<Record<keyof Types, true>>) {
    this.#folder = folder;
    this.names = Object.keys(names) as (keyof Types & string)[];
  }

  /** The text of a document, with the fragments that it uses. */
  text(name: keyof Types & string): string {
    const texts = new Map([['', this.#stored(name)]]);
    // The loop also visits added fragments, since a fragment may use others.
    for (const text of texts.values()) {
      for (const [, fragment = ''] of text.matchAll(/\.\.\.([A-Z]\w*)/g)) {
        const file = fragment.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
        if (!texts.has(fragment)) texts.set(fragment, this.#fragment(file));
      }
    }
    return [...texts.values()].join('\n');
  }

  /** A document. It is parsed once, since query plans are cached by the document object. */
  of(name: keyof Types & string): DocumentNode {
    return madeOnce(this.#parsed, name, () => parse(this.text(name)));
  }

  #fragment(name: string): string {
    const own = new URL(`fragments/${name}.graphql`, this.#folder);
    const shared = new URL(`./documents/fragments/${name}.graphql`, import.meta.url);
    return readFileSync(existsSync(own) ? own : shared, 'utf8');
  }

  #stored(file: string): string {
    return readFileSync(new URL(`${file}.graphql`, this.#folder), 'utf8');
  }
}
