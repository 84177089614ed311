/** How names in `deck.yaml` find names in a template: composed, and whatever their case. */

/** Those of that name; where several differ in case only, those that are spelt alike. */
export function named<T extends { readonly name: string }>(name: string, items: readonly T[]): readonly T[] {
  const wanted = name.normalize();
  const alike = items.filter((item) => item.name.toLowerCase() === wanted.toLowerCase());
  const same = alike.filter((item) => item.name === wanted);
  return same.length > 0 ? same : alike;
}
