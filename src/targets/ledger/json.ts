/** The ledger as a JSON file, for programs. `docs/ledger.schema.json` says what is in it. */

import type { Ledger } from "../../deck/ledger/entries.ts";

/** Names the schema's version, too: what is added to it keeps the name, what changes does not. */
export const ledgerSchema = "urn:stichtag:ledger:1";

/** One entry a line: short, and yet two states of a ledger can be compared line by line. Ends with a line break. */
export function ledgerJson(ledger: Ledger): string {
  const { version, deck, ...lists } = ledger;
  const head = [`"$schema":${JSON.stringify(ledgerSchema)}`, `"version":${version}`, `"deck":${JSON.stringify(deck)}`];
  const parts = Object.entries(lists).map(([name, entries]: [string, readonly unknown[]]) => {
    const lines = entries.map((entry) => JSON.stringify(entry));
    return `${JSON.stringify(name)}:${lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`}`;
  });
  return `{\n${[...head, ...parts].join(",\n")}\n}\n`;
}
