/** Which columns of a row follow from which: a postcode from a municipality, a name from a code. */

/** Each pair of them is looked at in each row. */
const mostColumns = 24;

export class Followers {
  private readonly columns: readonly number[];
  /** Of two columns, by their places among the columns: the text of the second for each of the first; `undefined` where there are several. */
  private readonly pairs: (Map<string, string> | undefined)[][];

  constructor(columns: readonly number[]) {
    this.columns = columns.slice(0, mostColumns);
    this.pairs = this.columns.map((first) => this.columns.map((second) => (first === second ? undefined : new Map<string, string>())));
  }

  /** @param texts by column */
  add(texts: readonly string[]): void {
    for (const [first, row] of this.pairs.entries()) {
      const from = texts[this.columns[first] ?? -1] ?? "";
      for (const [second, pairs] of row.entries()) {
        if (pairs === undefined) continue;
        const to = texts[this.columns[second] ?? -1] ?? "";
        const known = pairs.get(from);
        if (known === undefined) pairs.set(from, to);
        else if (known !== to) row[second] = undefined;
      }
    }
  }

  /** The columns from which one follows. */
  before(column: number): readonly number[] {
    const place = this.columns.indexOf(column);
    return this.columns.filter((_, other) => this.pairs[other]?.[place] !== undefined);
  }

  /** For each code of a column its name: the first column that names each of them by a word of its own. */
  names(column: number): ReadonlyMap<string, string> | undefined {
    return this.pairs[this.columns.indexOf(column)]?.find((names) => {
      const texts = [...(names?.values() ?? [])];
      return texts.length > 0 && new Set(texts).size === texts.length && texts.every((text) => /^\p{L}{3}/u.test(text));
    });
  }
}
