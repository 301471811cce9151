/** Gives each name of a list a bit, so that sets of them are numbers. At most 30 names. */
export function bitsOf<Name extends string>(
  names: readonly Name[],
): (chosen: Iterable<Name>) => number {
  const bits = new Map(names.map((name, index) => [name, 1 << index]));
  return (chosen) => {
    let mask = 0;
    for (const name of chosen) mask |= bits.get(name) ?? 0;
    return mask;
  };
}
