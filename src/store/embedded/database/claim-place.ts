import { withoutType } from './graph.ts';

/**
 * The sort value of a claim in two parts: the place and the id at its end ("07.1.00000.Claim:…").
 */
export function placeOf(sort: string): { readonly place: string; readonly id: string } {
  const end = sort.lastIndexOf('.Claim:');
  return end < 0
    ? { place: sort, id: '' }
    : { place: sort.slice(0, end), id: withoutType(sort.slice(end + 1)) };
}
