import { describe, expect, it } from "vitest";
import type { Outcome } from "../source/diagnostic.ts";
import { compileDeck } from "./compile.ts";
import { titleWithState } from "./draft.ts";
import type { Deck } from "./model.ts";
import { dataFiles, dataOf, faultsOf, inputOf } from "./testing.ts";

const title = "---\nlayout: title\n---\n# Titel\n";
const number = "# Aurach hat {{ orte.Aurach }}\n\nNote:\nCelle {{ orte.Celle }}\n";
const draftRelease = { "data/orte/2020-12-31.yaml": `${dataFiles["data/orte/2020-12-31.yaml"]}draft: true\n` };

function compiled(
  state: string,
  changed: Readonly<Record<string, string>> = {},
  slides = { "01-titel": title, "02-ort": number },
): Outcome<Deck> {
  return compileDeck({ ...inputOf(slides, `title: Test\nas_of: 2021-01-01\n${state}`), data: dataOf({ ...dataFiles, ...changed }) });
}

function releasedAs(fingerprint: string): string {
  return `released: { by: P. Thesing, on: 2021-01-22, fingerprint: ${fingerprint} }\n`;
}

describe("a deck", () => {
  it("is in no state unless it says so", () => {
    expect(compiled("").value?.state).toBeUndefined();
    expect(compiled("draft: false\n").value?.state).toBeUndefined();
  });

  it("is a draft, and its title says so", () => {
    const deck = compiled("draft: true\n").value;
    expect(deck?.state).toEqual({ kind: "draft", data: [] });
    expect(deck && titleWithState(deck)).toBe("Test (Entwurf)");
  });

  it("is released, which its title slide says, and no other", () => {
    const deck = compiled("released: { by: P. Thesing, on: 2021-01-22 }\n").value;
    expect(deck?.state).toMatchObject({ kind: "released", by: "P. Thesing", on: "2021-01-22" });
    expect(deck && titleWithState(deck)).toBe("Test");
    expect(deck?.slides.map(({ footnotes }) => footnotes)).toEqual([["Freigegeben am 22.01.2021 durch P. Thesing"], []]);
  });

  it("that is not what was released says that, too", () => {
    const changed = compiled(releasedAs("0".repeat(16))).value;
    expect(changed?.slides[0]?.footnotes).toEqual(["Freigegeben am 22.01.2021 durch P. Thesing, seither geändert"]);
    const now = changed?.state?.kind === "released" ? changed.state.now : "";
    expect(compiled(releasedAs(now)).value?.slides[0]?.footnotes).toEqual(["Freigegeben am 22.01.2021 durch P. Thesing"]);
  });

  it.each([
    ["draft: true\nreleased: { by: A, on: 2021-01-22 }\n", ["draft-and-released: true"]],
    ["released: { on: 2021-01-22 }\n", ["missing-field: { on: 2021-01-22 }"]],
    ["released: { by: A }\n", ["missing-field: { by: A }"]],
    ["released: { by: A, on: gestern }\n", ["wrong-type: gestern"]],
    ["released: { by: A, on: 2021-01-22, fingerprint: 3F9A }\n", ["not-a-fingerprint: 3F9A"]],
    ["released: { by: A, on: 2021-01-22, fingerprint: 1234567890123456 }\n", []],
    ["released: { by: A, on: 2021-01-22, fingerprint: 12e4567890123456 }\n", []],
    ["draft: vielleicht\n", ["wrong-type: vielleicht"]],
  ])("with %j is told: %j", (state, faults) => {
    expect(faultsOf(compiled(state))).toEqual(faults);
  });

  it("that does not build any more is told to have been released", () => {
    const faulty = compiled("released: { by: A, on: 2021-01-22 }\n", {}, { "01-titel": title, "02-ort": "# {{ orte.Nirgends }}\n" });
    expect(faultsOf(faulty).map((fault) => fault.split(":")[0])).toEqual(["unknown-key", "released-does-not-build"]);
  });
});

describe("a draft of data", () => {
  it("makes a draft of each deck that shows it or tells of it, and a footnote where it is shown", () => {
    const deck = compiled("", draftRelease).value;
    expect(deck?.state?.kind).toBe("draft");
    const data = deck?.state?.kind === "draft" ? deck.state.data : [];
    expect(data.map(({ release, slides, figures }) => [release.stichtag, slides, figures])).toEqual([
      ["2020-12-31", ["02-ort"], ["1.234", "50"]],
    ]);
    expect(deck?.slides[1]?.footnotes).toEqual(["Entwurf, noch nicht freigegebene Werte: Stichtag 31.12.2020."]);
    const notes = { "02-ort": "# Aurach\n\nNote:\nCelle {{ orte.Celle }}\n" };
    expect(compiled("", draftRelease, { "01-titel": title, ...notes }).value?.state?.kind).toBe("draft");
  });

  it("that a deck does not show leaves it as it is", () => {
    const slides = { "01-titel": title, "02-ort": "# {{ orte.Aurach @ 2019-12-31 }} Menschen\n" };
    expect(compiled("", draftRelease, slides).value?.state).toBeUndefined();
    expect(
      compiled("", { "data/orte/2021-12-31.yaml": "stichtag: 2021-12-31\ndraft: true\nvalues: { Aurach: 1, Bad Bühl: 2, Celle: 3 }\n" })
        .value?.state,
    ).toBeUndefined();
  });

  it("takes its release from a deck, with a word on it", () => {
    const outcome = compiled("released: { by: A, on: 2021-01-22 }\n", draftRelease);
    expect(outcome.value?.state?.kind).toBe("draft");
    expect(outcome.diagnostics.map(({ severity, message }) => `${severity} ${message.code}`)).toEqual(["warning released-shows-drafts"]);
    expect(outcome.diagnostics[0]?.message.de).toContain("Einwohner der Orte, Stichtag 31.12.2020 (1.234; 50 auf 02-ort)");
    expect(outcome.value?.slides[0]?.footnotes, "what is no release says nothing of one").toEqual([]);
  });
});
