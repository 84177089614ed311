import pptxgen from "pptxgenjs";
import { describe, expect, it } from "vitest";
import { inspect } from "./inspect.ts";

/** As pptxgenjs leaves it: an oracle for the inspector, since what it does wrong has been told by PowerPoint itself. */
async function bare(): Promise<Uint8Array> {
  const deck = new pptxgen();
  deck.defineSlideMaster({
    title: "M",
    objects: [{ placeholder: { options: { name: "title", type: "title", x: 1, y: 1, w: 8, h: 1 }, text: "" } }],
    slideNumber: { x: 1, y: 5 },
  });
  const first = deck.addSlide({ masterName: "M" });
  first.addText("Titel", { placeholder: "title" });
  first.addText("raus", { x: 12, y: 1, w: 4, h: 1, color: "FF0000" });
  first.addTable([[{ text: "A" }], [{ text: "1" }]], { x: 1, y: 3, w: 3 });
  first.addChart(deck.ChartType.bar, [{ name: "R", labels: ["a", "b"], values: [1, 2] }], { x: 1, y: 2, w: 4, h: 2 });
  first.addNotes("Notiz");
  deck.addSlide({ masterName: "M" });
  const bytes = await deck.write({ outputType: "uint8array" });
  if (!(bytes instanceof Uint8Array)) throw new Error("pptxgenjs gave no bytes.");
  return bytes;
}

describe("the inspector", () => {
  it("finds what pptxgenjs does wrong", async () => {
    const faults = await inspect(await bare());
    expect([...new Set(faults.map(({ rule }) => rule))]).toEqual([
      "zip order",
      "zip times",
      "zip deflated",
      "phantom types",
      "typed parts",
      "unused relationships",
      "presentation order",
      "theme shared",
      "sections",
      "properties",
      "language",
      "theme colours",
      "shape ids",
      "titles",
      "alternatives",
      "inside",
      "own geometry",
      "tables",
      "axes",
      "workbook tables",
    ]);
  });
});
