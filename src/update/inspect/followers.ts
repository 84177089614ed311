/** Which columns of a row follow from which: a postcode from a municipality, a name from a code. */

/** Each pair of them is looked at in each row. */
const mostColumns = 24;

export class Followers {
  private readonly columns: readonly number[];
  /** Of two columns: the text of the second for each of the first; `undefined` where there are several. */
  private readonly pairs = new Map<string, Map<string, string> | undefined>();

  constructor(columns: readonly number[]) {
    this.columns = columns.slice(0, mostColumns);
  }

  /** @param texts by column */
  add(texts: readonly string[]): void {
    for (const first of this.columns) {
      for (const second of this.columns) if (first !== second) this.pair(first, second, texts[first] ?? "", texts[second] ?? "");
    }
  }

  /** The columns from which one follows. */
  before(column: number): readonly number[] {
    return this.columns.filter((other) => this.pairs.get(`${other} ${column}`) !== undefined);
  }

  /** For each code of a column its name: the first column that names each of them by a word of its own. */
  names(column: number): ReadonlyMap<string, string> | undefined {
    for (const other of this.columns) {
      const names = this.pairs.get(`${column} ${other}`);
      if (names === undefined || names.size === 0) continue;
      const texts = [...names.values()];
      if (new Set(texts).size === texts.length && texts.every((text) => /^\p{L}{3}/u.test(text))) return names;
    }
    return undefined;
  }

  private pair(first: number, second: number, from: string, to: string): void {
    const id = `${first} ${second}`;
    if (!this.pairs.has(id)) this.pairs.set(id, new Map());
    const pairs = this.pairs.get(id);
    if (pairs === undefined) return;
    const known = pairs.get(from);
    if (known === undefined) pairs.set(from, to);
    else if (known !== to) this.pairs.set(id, undefined);
  }
}
