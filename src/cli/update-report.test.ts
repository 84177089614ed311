import { expect, it } from "vitest";
import type { Event } from "../project/update/take.ts";
import { error } from "../source/diagnostic.ts";
import { notWhole } from "../source/messages/acceptance.ts";
import { spanOf, toSource } from "../source/source.ts";
import { acceptHint, reportOfUpdate } from "./update-report.ts";

const span = spanOf(toSource("t.csv", "a;1,5\n"), 2, 5);
const taken = {
  kind: "new",
  stichtag: "2025-12-31",
  path: "data/orte/2025-12-31.yaml",
  values: 13,
  preliminary: false,
  accepted: [],
  unchecked: [],
} as const;
const objection = {
  kind: "refused",
  stichtag: "2025-12-31",
  diagnostics: [error(span, notWhole("a", 1.5, "Personen"))],
  acceptable: true,
} as const;

function lines(...events: readonly Event[]): readonly string[] {
  return reportOfUpdate({ dataset: "orte", events, diagnostics: [] }, "de", new Set()).lines;
}

it("says in a line what came in", () => {
  expect(lines(taken)).toEqual(["orte: neuer Stand 31.12.2025: 13 Werte → data/orte/2025-12-31.yaml"]);
  const revision = {
    ...taken,
    kind: "revision",
    values: 1,
    preliminary: true,
    accepted: objection.diagnostics,
    unchecked: [{ code: "x", de: "Nicht geprüft.", en: "" }],
  } as const;
  expect(lines(revision)).toEqual([
    "orte: berichtigter Stand 31.12.2025: 1 Wert, vorläufig, trotz eines Einwands → data/orte/2025-12-31.yaml",
    "orte:   Nicht geprüft.",
  ]);
});

it("says that nothing is new only where that is all", () => {
  const same = { kind: "same", stichtag: "2024-12-31" } as const;
  expect(lines(same)).toEqual(["orte: nichts Neues (der Stand 31.12.2024 ist schon da)"]);
  expect(lines({ kind: "same", stichtag: "2023-12-31" }, same)).toEqual([
    "orte: nichts Neues (alle 2 Stände bis 31.12.2024 sind schon da)",
  ]);
  expect(lines({ kind: "nothing-newer" })).toEqual(["orte: nichts Neues (die Quelle hat seit dem letzten Mal nichts geändert)"]);
  expect(lines(same, taken)).toHaveLength(1);
  expect(lines(taken, { kind: "left", stichtage: ["2010-12-31", "2009-12-31"] })[1]).toBe(
    "orte: 2 ältere Stände nicht übernommen (31.12.2009 – 31.12.2010); mit --accept kommen sie dazu.",
  );
});

it("tells reasons once, and the way out where there is one", () => {
  const told = new Set<string>();
  const update = { dataset: "orte", events: [objection], diagnostics: [] };
  const first = reportOfUpdate(update, "de", told);
  expect(first.lines).toEqual(["orte: Stand 31.12.2025 abgelehnt, data/ ist unverändert"]);
  expect(first.diagnostics).toHaveLength(1);
  expect(first.diagnostics[0]).toContain("t.csv:1:3");
  const second = reportOfUpdate({ ...update, dataset: "kreis" }, "de", told);
  expect(second).toEqual({
    lines: ["kreis: Stand 31.12.2025 abgelehnt, data/ ist unverändert (wie oben: check-not-whole)"],
    diagnostics: [],
  });
  expect(acceptHint([update], "de")).toContain("--accept");
  expect(acceptHint([{ ...update, events: [{ ...objection, acceptable: false }] }], "de")).toBeUndefined();
});

it("shows the first of many faults of a kind", () => {
  const many = Array.from({ length: 40 }, (_, index) => error(span, notWhole(`k${index}`, 1.5, "Personen")));
  const { diagnostics } = reportOfUpdate(
    { dataset: "orte", events: [{ ...objection, diagnostics: many }], diagnostics: [] },
    "de",
    new Set(),
  );
  expect(diagnostics).toHaveLength(13);
  expect(diagnostics.at(-1)).toContain("Dazu noch 28 dieser Art.");
});
