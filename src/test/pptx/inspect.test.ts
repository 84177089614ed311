import { join } from "node:path";
import pptxgen from "pptxgenjs";
import { beforeAll, describe, expect, it } from "vitest";
import { repository } from "../repository.ts";
import { breaking } from "./breaking.ts";
import { inspect, rules } from "./inspect.ts";
import { Edited } from "./mutate.ts";
import { writtenDeck } from "./written.ts";

/** As pptxgenjs leaves it: an oracle for the inspector, since PowerPoint itself has told what it does wrong. */
async function bare(): Promise<Uint8Array> {
  const deck = new pptxgen();
  const title = { name: "title", type: "title", x: 1, y: 1, w: 8, h: 1 } as const;
  deck.defineSlideMaster({ title: "M", objects: [{ placeholder: { options: title, text: "" } }], slideNumber: { x: 1, y: 5 } });
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

/** Slides that have between them what the rules are about. */
const enough = ["01-titel", "02-text", "03-listen", "06-bilder", "20-tabelle", "34-gruppen", "51-nabe", "90-dank"];

describe("the inspector", () => {
  let good: Uint8Array;
  beforeAll(async () => {
    good = (await writtenDeck(join(repository, "src", "test", "decks", "pptx-stress"), "stress", { slides: enough })).bytes;
  });

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

  it("finds nothing in a good file that was taken apart and put together", async () => {
    expect(await inspect(new Edited(good).bytes())).toEqual([]);
  });

  it("has a broken file for each rule", () => {
    expect(Object.keys(breaking).toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  it.each(Object.entries(breaking))("finds, and calls by its name, what breaks the rule “%s”", async (rule, breakIt) => {
    const file = new Edited(good);
    breakIt(file);
    const faults = await inspect(file.bytes());
    expect([...new Set(faults.map((fault) => fault.rule))]).toEqual([rule]);
  });
});
