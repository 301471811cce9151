import type { Literal, NamedNode } from 'n3';
import { DataFactory } from 'n3';
import { iriOf } from './names.ts';

const { literal, namedNode } = DataFactory;

const integer = namedNode(iriOf('xsd:integer'));
const boolean = namedNode(iriOf('xsd:boolean'));
const anyUri = namedNode(iriOf('xsd:anyURI'));

/** The types of dates, by precision. */
const dateTypes: Readonly<Record<number, NamedNode>> = {
  4: namedNode(iriOf('xsd:gYear')),
  7: namedNode(iriOf('xsd:gYearMonth')),
  10: namedNode(iriOf('xsd:date')),
};

/** Characters that an IRI must not contain. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar of Turtle names them.
const unfitForIri = /[\u0000-\u0020<>"{}|^`\\]/g;

/** Text in a language. "und" (undetermined) gives no language tag. */
export function textTerm(text: string, language: string): Literal {
  return language === 'und' ? literal(text) : literal(text, language);
}

export function plainTerm(text: string): Literal {
  return literal(text);
}

export function countTerm(count: number): Literal {
  return literal(String(count), integer);
}

export function flagTerm(flag: boolean): Literal {
  return literal(String(flag), boolean);
}

/** A date with its precision: a day, a month or a year. */
export function dateTerm(date: string): Literal {
  return literal(date, dateTypes[date.length]);
}

/** An address as an IRI, or as text if it is not a valid IRI. */
export function addressTerm(address: string): NamedNode | Literal {
  return address.search(unfitForIri) < 0 ? namedNode(address) : literal(address, anyUri);
}

/** An address as an IRI. Characters that an IRI must not contain are encoded. */
export function resourceTerm(address: string): NamedNode {
  return namedNode(address.replace(unfitForIri, (character) => encodeURIComponent(character)));
}
