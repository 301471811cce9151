import type { Term } from 'n3';
import type { Enumeration } from '../../ontology/enumeration.ts';
import { zProse } from '../../ontology/plain-text.ts';
import { type FactProperty, type FactValue, propertyOf } from '../../ontology/properties.ts';
import type { Names } from './names.ts';
import { addressTerm, countTerm, dateTerm, flagTerm, plainTerm, textTerm } from './terms.ts';

type ObjectTerm = ReturnType<typeof plainTerm> | ReturnType<typeof addressTerm>;

/** Whether the values of a property are sentences, which have a language. */
function isProse(property: FactProperty): boolean {
  return propertyOf(property).value === zProse;
}

/** The enumeration of a property's values, or null. */
export function enumerationOfFact(property: FactProperty): Enumeration<string> | null {
  const { type } = propertyOf(property);
  if (typeof type === 'string') return null;
  return (Array.isArray(type) ? type[0] : type) as Enumeration<string>;
}

/** The RDF terms of a fact. A list of values gives several terms. */
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

/** The enumeration value that one of our IRIs names, or null. */
export function enumValueIn({ name, values }: Enumeration<string>, own: string, term: Term) {
  const start = `${own}${name}-`;
  if (term.termType !== 'NamedNode' || !term.value.startsWith(start)) return null;
  const value = term.value.slice(start.length);
  return Object.hasOwn(values, value) ? value : null;
}
