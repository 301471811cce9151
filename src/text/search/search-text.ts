import type { EntityKind } from '../../ontology/vocabulary.ts';
import { compactKey } from '../fold/fold.ts';
import { wordsOf } from '../fold/words.ts';
import type { LabelRole } from '../mentions/label.ts';
import { shortWord } from './search-words.ts';

/** The fields of an entity that search uses. */
export interface Searchable {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Labels that find the entity but are never shown. */
  readonly hidden?: readonly string[];
  readonly summary: string | null;
  readonly definition?: string | null;
  readonly degree: number;
}

/** The folded words that the text index keeps, joined by single spaces. */
export interface SearchText {
  readonly labels: string;
  readonly summary: string;
  readonly body: string;
}

/** A label, folded in every way it is compared. */
export interface FoldedLabel {
  readonly text: string;
  readonly role: LabelRole;
  readonly folded: string;
  readonly plain: string;
  readonly compact: string;
}

/** The most words indexed of a text. A definition is a paragraph, not a book. */
const maxIndexedWords = 2000;

function foldedWords(text: string): string {
  return wordsOf(text)
    .slice(0, maxIndexedWords)
    .map((word) => shortWord(word.text))
    .join(' ');
}

export function searchTextOf(
  entity: Searchable,
  labels: readonly FoldedLabel[] = foldedLabelsOf(entity),
): SearchText {
  return {
    labels: labels.map(({ folded }) => folded).join(' '),
    summary: foldedWords(entity.summary ?? ''),
    body: foldedWords(entity.definition ?? ''),
  };
}

/** The name, aliases and hidden labels. Labels without a letter or digit are left out. */
export function foldedLabelsOf(entity: Searchable): FoldedLabel[] {
  const written: readonly (readonly [string, LabelRole])[] = [
    [entity.name, 'NAME'],
    ...entity.aliases.map((alias) => [alias, 'ALIAS'] as const),
    ...(entity.hidden ?? []).map((label) => [label, 'HIDDEN'] as const),
  ];
  return written
    .map(([text, role]) => foldLabel(text, role))
    .filter((label) => label.folded !== '');
}

function foldLabel(text: string, role: LabelRole): FoldedLabel {
  const words = wordsOf(text).map((word) => ({
    text: shortWord(word.text),
    plain: shortWord(word.plain),
  }));
  return {
    text,
    role,
    folded: words.map((word) => word.text).join(' '),
    plain: words.map((word) => word.plain).join(' '),
    compact: compactKey(words),
  };
}
