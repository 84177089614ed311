/**
 * What readers can work out of the numbers they are shown: each is an equation over cells of the data, and a cell is known
 * where the equations leave no other value for it. Kept in reduced row echelon form, with the equations each row is made of.
 */

/** A sum of cells, each so many times: "a + b − c". By the cell's name. */
export type Combination = ReadonlyMap<string, number>;

interface Row {
  readonly terms: Map<string, number>;
  /** Numbers of the equations it is made of. */
  readonly of: Set<number>;
}

export class Knowledge {
  /** By the cell that no other row has. */
  private readonly rows = new Map<string, Row>();
  private count = 0;

  /** Adds an equation; its number, counted from 0. What follows from the others adds nothing. */
  learn(combination: Combination): number {
    const number = this.count++;
    const row: Row = { terms: new Map(combination), of: new Set([number]) };
    // A row has no cell at which another one ends, so that one pass is enough, whatever it adds.
    for (const cell of row.terms.keys()) {
      const known = this.rows.get(cell);
      if (known !== undefined) subtract(row, known, row.terms.get(cell) ?? 0);
    }
    const [pivot] = row.terms;
    if (pivot === undefined) return number;
    const [cell, times] = pivot;
    for (const [name, value] of row.terms) row.terms.set(name, value / times);
    for (const other of this.rows.values()) {
      const value = other.terms.get(cell);
      if (value !== undefined) subtract(other, row, value);
    }
    this.rows.set(cell, row);
    return number;
  }

  /** The equations of which the cell follows; `undefined` where it does not. */
  reasonsFor(cell: string): ReadonlySet<number> | undefined {
    const row = this.rows.get(cell);
    return row?.terms.size === 1 ? row.of : undefined;
  }
}

function subtract(row: Row, other: Row, times: number): void {
  if (times === 0) return;
  for (const [cell, value] of other.terms) {
    const left = (row.terms.get(cell) ?? 0) - value * times;
    // Combinations are of few and small whole numbers: what is left of a subtraction that should be zero is far smaller.
    if (Math.abs(left) < 1e-9) row.terms.delete(cell);
    else row.terms.set(cell, left);
  }
  for (const number of other.of) row.of.add(number);
}
