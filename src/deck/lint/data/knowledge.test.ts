import { array, assert, constantFrom, dictionary, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Combination, Knowledge } from "./knowledge.ts";

function knowing(...equations: readonly Readonly<Record<string, number>>[]): Knowledge {
  const knowledge = new Knowledge();
  for (const equation of equations) knowledge.learn(new Map(Object.entries(equation)));
  return knowledge;
}

function reasons(knowledge: Knowledge, cell: string): readonly number[] | undefined {
  const found = knowledge.reasonsFor(cell);
  return found && [...found].toSorted((a, b) => a - b);
}

const cells = ["a", "b", "c", "d", "e"] as const;

/** Rank by plain elimination over the rationals, as a table: the other way to ask. */
function rank(equations: readonly Combination[]): number {
  const table = equations.map((equation) => cells.map((cell) => equation.get(cell) ?? 0));
  let found = 0;
  for (let column = 0; column < cells.length; column++) {
    const pivot = table.findIndex((row, i) => i >= found && Math.abs(row[column] ?? 0) > 1e-9);
    const row = table[pivot];
    if (row === undefined) continue;
    table[pivot] = table[found] ?? row;
    table[found] = row;
    for (const other of table.slice(found + 1)) {
      const times = (other[column] ?? 0) / (row[column] ?? 1);
      for (let i = 0; i < cells.length; i++) other[i] = (other[i] ?? 0) - times * (row[i] ?? 0);
    }
    found++;
  }
  return found;
}

describe("what follows from equations", () => {
  it("gives the cell that a total leaves, and of what it follows", () => {
    const knowledge = knowing({ a: 1, b: 1, c: 1 }, { a: 1 }, { d: 1 }, { b: 1 });
    expect(reasons(knowledge, "c")).toEqual([0, 1, 3]);
    expect(reasons(knowledge, "d")).toEqual([2]);
  });

  it("leaves two cells of a total in the dark, and a third equation over both brings them out", () => {
    expect(reasons(knowing({ a: 1, b: 1, c: 1 }, { a: 1 }), "b")).toBeUndefined();
    expect(reasons(knowing({ a: 1, b: 1, c: 1 }, { a: 1 }, { b: 1, c: -1 }), "b")).toEqual([0, 1, 2]);
  });

  it("learns nothing from what it knows", () => {
    expect(reasons(knowing({ a: 1, b: 1 }, { a: 2, b: 2 }), "a")).toBeUndefined();
  });

  it("knows a cell exactly where asking for it would add nothing", () => {
    const equation = dictionary(constantFrom(...cells), constantFrom(-2, -1, 1, 2), { minKeys: 1, maxKeys: 4 });
    assert(
      property(array(equation, { maxLength: 7 }), constantFrom(...cells), (records, cell) => {
        const equations = records.map((record) => new Map(Object.entries(record)));
        const alone = new Map([[cell, 1]]);
        expect(knowing(...records).reasonsFor(cell) !== undefined).toBe(rank([...equations, alone]) === rank(equations));
      }),
    );
  });
});
