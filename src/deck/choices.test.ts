import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text.ts";
import { blockOf, compiled, slideFaults, slideOf } from "./testing.ts";
import type { Inline } from "./model.ts";

function paragraph(text: string): readonly Inline[] {
  const block = blockOf(`# T\n\n${text}`);
  if (block.kind !== "paragraph") throw new Error(`a ${block.kind} is no paragraph`);
  return block.content;
}

const said = (text: string): string => plainText(paragraph(text));

describe("choices", () => {
  it.each([
    ["[gestiegen|gesunken|gleich]{choose: change(orte.Aurach, previous)}", "gestiegen"],
    ['[gestiegen|gesunken|gleich]{choose: change(orte["Bad Bühl"], previous)}', "gesunken"],
    ["[gestiegen|gesunken|gleich]{choose: change(orte.Celle, previous)}", "gleich"],
    ["[mehr|weniger]{choose: orte.Aurach - orte.Celle}", "mehr"],
    ["[mehr|weniger]{choose: orte.Aurach < orte.Celle}", "weniger"],
    ["[viele|einige|wenige]{choose: orte.Celle > 1000, orte.Celle > 40}", "einige"],
    ["[viele|einige|wenige]{choose: orte.Celle > 1000, orte.Celle > 60}", "wenige"],
    // "-" is exactly zero; what is asked after the one that holds may be unknown.
    ["[mehr|weniger|nichts]{choose: amt.c}", "nichts"],
    ["[ja|vielleicht|nein]{choose: amt.a > 1, amt.b > 1}", "ja"],
  ])("%s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it("are claims: what was asked can be asked of them", () => {
    const [claim] = paragraph(
      "[um **{{ change(orte.Aurach, previous) }}** gestiegen|gesunken|gleich]{choose: change(orte.Aurach, previous)}",
    );
    expect(claim).toMatchObject({
      kind: "claim",
      condition: "change(orte.Aurach, previous)",
      content: [{ text: "um " }, { kind: "strong" }, { text: " gestiegen" }],
      origin: { operation: "choose", inputs: [{ value: 234, unit: "Personen" }] },
    });
  });

  it("bind the words chosen only: what the others would show may be missing", () => {
    expect(said("[viele|{{ amt.b }}]{choose: orte.Aurach > 1}")).toBe("viele");
  });

  it("stand in front matter and fenced blocks", () => {
    const slide = slideOf("---\nkicker: 'Orte, [mehr|weniger|gleich]{choose: change(orte.Aurach, previous)}'\n---\n# T");
    expect(plainText(slide.kicker)).toBe("Orte, mehr");
  });

  it.each([
    ["[a|b|c]{choose: amt.b}", ["choice-unknown: amt.b"]],
    ["[a|b|c]{choose: amt.b > 1, amt.a > 1}", ["choice-unknown: amt.b > 1"]],
    ["[a|b]{choose: change(orte.Celle, previous)}", ["choice-of-zero: change(orte.Celle, previous)"]],
    ["[a|b|c]{choose: orte.Celle > 1}", ["choice-of-truth: orte.Celle > 1"]],
    ["[a|b|c]{choose: orte.Celle > 1, orte.Aurach}", ["choice-kind: orte.Aurach"]],
    ["[a|b|c]{choose: orte}", ["choice-kind: orte"]],
    ["[a|b|c]{choose: orte.Cele}", ["unknown-key: Cele"]],
    ["[a|b {{ orte. }}]{choose: orte.Celle > 1}", ["key-in-quotes: ."]],
  ])("with faults are told: %s", (text, expected) => {
    expect(slideFaults(`# T\n\n${text}`)).toEqual(expected);
  });

  it("always say exactly one alternative, or tell why not", () => {
    const number = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), fc.boolean(), (numbers, bySign) => {
        const words = ["eins", "zwei", "drei", "vier", "fünf"];
        const [first = 0] = numbers;
        const [asked, wanted] = bySign
          ? [`orte.Celle - ${50 - first}`, first > 0 ? 0 : first < 0 ? 1 : 2]
          : [numbers.map((n) => `orte.Celle > ${50 - n}`).join(", "), numbers.findIndex((n) => n > 0)];
        const count = bySign ? 3 : numbers.length + 1;
        const index = wanted < 0 ? count - 1 : wanted;
        expect(said(`[${words.slice(0, count).join("|")}]{choose: ${asked}}`)).toBe(words[index]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("literals", () => {
  it("are words with a reason", () => {
    expect(paragraph("[§ 5]{literal: Gesetz}")).toMatchObject([{ kind: "literal", reason: "Gesetz", content: [{ text: "§\u00a05" }] }]);
  });

  it("may hold what is bound, and it is bound", () => {
    expect(said("[Raum {{ orte.Celle }}]{literal: Raumnummer}")).toBe("Raum 50");
    expect(compiled({ "01-a": "# T\n\n[Raum {{ orte.Cele }}]{literal: Raumnummer}" }).value).toBeUndefined();
  });
});
