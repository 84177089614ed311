import { expect, it } from "vitest";
import { compiled } from "../deck/testing.ts";
import { censusOf } from "./census.ts";

it("counts no number again where the deck shows its own ledger", () => {
  const slides = { "01-a": "# Titel\n\n{{ orte.Aurach }} und {{ share(orte.Celle, orte) | percent(1) }}\n\nNote:\n{{ orte.Celle }}\n" };
  const settings = "title: Test\nas_of: 2021-01-01\n";
  const [without, asked] = [compiled(slides, settings).value, compiled(slides, `${settings}ledger: true\n`).value];
  if (without === undefined || asked === undefined) throw new Error("no deck");
  expect(censusOf(without)).toEqual({ slides: 1, figures: 3, charts: 0 });
  expect(asked.slides.length).toBeGreaterThan(1);
  expect(censusOf(asked)).toEqual({ slides: asked.slides.length, figures: 3, charts: 0 });
});
