import { expect, it } from "vitest";
import { compiled } from "../testing.ts";
import { deckLedger } from "./build.ts";
import type { Ledger } from "./entries.ts";

function ledgerOf(text: string): Ledger {
  const { value, diagnostics } = compiled({ "01-a": text });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  return deckLedger(value);
}

it("writes a value with the moment and the day that it is of", () => {
  const shown = [
    "orte.Aurach",
    "orte.Aurach @ previous",
    "as_of(orte.Celle, @2020-06-30)",
    'as_of(orte["Bad Bühl"] * 2, @ 2020-06-30)',
    "change(orte.Celle, previous)",
  ];
  const { figures } = ledgerOf(`# ${shown.map((text) => `{{ ${text} | number }}`).join(" ")}\n`);
  expect(figures.map(({ expression }) => expression)).toEqual(shown);
});

it("names the sides of a claim as an expression would", () => {
  const { claims } = ledgerOf('# [viel]{claim: orte["Bad Bühl"] > 2 * orte.Celle}\n');
  expect(claims[0]?.numbers.map(({ name }) => name)).toEqual(['orte["Bad Bühl"]', "2 * orte.Celle"]);
});
