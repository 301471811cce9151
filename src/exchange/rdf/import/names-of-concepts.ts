import { createHash } from 'node:crypto';
import { slugMaxLength } from '../../../ontology/slug.ts';
import type { Concept, Label } from './skos-concepts.ts';

/** Letters that Unicode does not decompose. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};
const longestWord = 70;

/**
 * A text in the form of a slug: "Öl & Gas" becomes "ol-gas". Empty if no letter or digit remains.
 */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæøœłđðþ]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestWord)
    .replace(/^-|-$/g, '');
}

/** The text after the last "/", "#" or ":" of an IRI. */
export function localName(iri: string): string {
  const [, name = ''] = /[/#:]([^/#:]+)[/#]?$/.exec(iri) ?? [];
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * Possible slugs for a concept, the best first: its name, its name with its notation or with the
 * end of its address, and finally one that is unique.
 */
export function slugCandidates({ node, notations }: Concept, name: string): readonly string[] {
  const word = slugOf(name);
  const [notation = ''] = notations;
  const more = [slugOf(notation), slugOf(localName(node))];
  const hash = shortHash(node);
  const candidates = [
    word,
    ...more.map((ending) => (ending === '' || ending === word ? '' : joined(word, ending))),
    joined(word === '' ? 'concept' : word, hash),
  ];
  return [...new Set(candidates.filter((candidate) => candidate !== ''))];
}

function joined(word: string, ending: string): string {
  if (word === '') return ending;
  const room = slugMaxLength - ending.length - 1;
  return `${word.slice(0, room).replace(/-$/, '')}-${ending}`;
}

/** The language with the most preferred labels; "und" if there are no labels. */
export function mainLanguage(concepts: readonly Concept[]): string {
  const counts = new Map<string, number>();
  for (const { labels } of concepts) {
    for (const { language, kind } of labels) {
      if (kind === 'PREFERRED') counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [[language] = ['und']] = [...counts].sort(
    ([one, many], [other, few]) => few - many || (one < other ? -1 : 1),
  );
  return language;
}

/**
 * The label that becomes the name: in the first of the languages that has one, otherwise in any
 * language.
 */
export function nameLabel(labels: readonly Label[], languages: readonly string[]): Label | null {
  const preferred = labels.filter(({ kind }) => kind === 'PREFERRED');
  const visible = preferred.length > 0 ? preferred : labels.filter(({ kind }) => kind !== 'HIDDEN');
  const found = languages
    .map((language) => visible.find((label) => matches(label.language, language)))
    .find((label) => label !== undefined);
  return found ?? visible[0] ?? null;
}

/** Whether a tag belongs to a language: "en-GB" is English. */
export function matches(tag: string, language: string): boolean {
  return tag === language || tag.startsWith(`${language}-`);
}
