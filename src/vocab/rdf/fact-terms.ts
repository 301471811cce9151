import type { Term } from 'n3';
import type { Enumeration } from '../../ontology/enumeration.ts';
import { zProse } from '../../ontology/plain-text.ts';
import { type FactProperty, type FactValue, propertyOf } from '../../ontology/properties.ts';
import type { Names } from './names.ts';
import { addressTerm, countTerm, dateTerm, flagTerm, plainTerm, textTerm } from './terms.ts';

type ObjectTerm = ReturnType<typeof plainTerm> | ReturnType<typeof addressTerm>;

/** Whether the values of a property are sentences, so that they have a language. */
export function isProse(property: FactProperty): boolean {
  return propertyOf(property).value === zProse;
}

/** The enumeration that the values of a property are of; null: they are of none. */
export function enumerationOfFact(property: FactProperty): Enumeration<string> | null {
  const { type } = propertyOf(property);
  if (typeof type === 'string') return null;
  return (Array.isArray(type) ? type[0] : type) as Enumeration<string>;
}

/** The value of a fact in RDF; a list of values is several terms. */
export function factTerms(
  property: FactProperty,
  value: FactValue,
  language: string,
  names: Names,
): readonly ObjectTerm[] {
  const declared = enumerationOfFact(property);
  const values = Array.isArray(value) ? value : [value];
  return values.map((each) => {
    if (declared !== null) return names.value(declared, String(each));
    switch (propertyOf(property).type) {
      case 'count':
        return countTerm(Number(each));
      case 'flag':
        return flagTerm(each === true);
      case 'date':
        return dateTerm(String(each));
      case 'address':
        return addressTerm(String(each));
      default:
        return isProse(property) ? textTerm(String(each), language) : plainTerm(String(each));
    }
  });
}

/** The value of an enumeration that an IRI of ours names; null: it names none. */
export function enumValueIn({ name, values }: Enumeration<string>, own: string, term: Term) {
  const start = `${own}${name}-`;
  if (term.termType !== 'NamedNode' || !term.value.startsWith(start)) return null;
  const value = term.value.slice(start.length);
  return Object.hasOwn(values, value) ? value : null;
}
