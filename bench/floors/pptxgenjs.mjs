/**
 * Floor: pptxgenjs alone, by its public calls, storing the same contents uncompressed, as a whole process: the texts,
 * tables, charts and notes that a deck's slides hold, already found and placed. No data, no template, no checks.
 * `node pptxgenjs.mjs <contents.json> <output.pptx>`
 */

import { readFileSync, writeFileSync } from "node:fs";
import PptxGenJS from "pptxgenjs";

const [input = "", output = ""] = process.argv.slice(2);
const { slides } = JSON.parse(readFileSync(input, "utf8"));
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.defineSlideMaster({
  title: "bench",
  objects: [{ placeholder: { options: { name: "title", type: "title", x: 0.75, y: 0.8, w: 11.8, h: 1 }, text: "" } }],
  slideNumber: { x: 12, y: 6.8 },
});
const inch = ({ x, y, width, height }) => ({ x: x / 96, y: y / 96, w: width / 96, h: height / 96 });
for (const { title, texts, tables, charts, notes } of slides) {
  const slide = deck.addSlide({ masterName: "bench" });
  slide.addText(title, { placeholder: "title" });
  for (const { box, paragraphs } of texts) {
    slide.addText(
      paragraphs.map(({ text, bullet }) => ({ text, options: { breakLine: true, ...(bullet && { bullet: true }) } })),
      { ...inch(box), fontSize: 20, valign: "top" },
    );
  }
  for (const { box, rows } of tables) slide.addTable(rows, { ...inch(box), fontSize: 14 });
  for (const { box, kind, labels, values } of charts) {
    slide.addChart(deck.ChartType.bar, [{ name: "Personen", labels, values }], {
      ...inch(box),
      barDir: kind === "bar" ? "bar" : "col",
      showValue: true,
    });
  }
  slide.addNotes(notes);
}
writeFileSync(output, await deck.write({ outputType: "nodebuffer", compression: false }));
