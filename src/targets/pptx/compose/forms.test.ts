import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textOf, type XmlElement } from "../xml/tree.ts";
import { writeXml } from "../xml/write.ts";
import { compose } from "./compose.ts";
import { Forms, word } from "./forms.ts";
import type { SetParagraph, Sketch } from "./sketch.ts";

const box = fc.record({
  x: fc.integer({ min: 0, max: 1200 }),
  y: fc.integer({ min: 0, max: 700 }),
  width: fc.integer({ min: 1, max: 1280 }),
  height: fc.integer({ min: 1, max: 720 }),
});
const line = fc.constantFrom("", "Cloppenburg", "a & b < c", "1.470 Personen", "  Rand  ", "\u{1F600}", "x", "zwei Wörter");
const runs = fc.array(fc.record({ text: fc.oneof(line, fc.constant("\n")) }), { maxLength: 3 });
const paragraph: fc.Arbitrary<SetParagraph> = runs.map((own) => ({ level: 0, bullet: "inherited", runs: own }));
const margin = { left: 0, right: 16, top: 4, bottom: 4 };

const sketch: fc.Arbitrary<Sketch> = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    box,
    name: line,
    placeholder: fc.boolean(),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }),
  }),
  fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.record({
      kind: fc.constant("table" as const),
      box,
      name: line,
      size: fc.constant(20),
      columns: fc.array(
        fc.integer({ min: 1, max: 400 }).map((width) => ({ width, align: "left" as const, margin })),
        {
          minLength: columns,
          maxLength: columns,
        },
      ),
      rows: fc.array(
        fc.record({ height: fc.integer({ min: 1, max: 90 }), cells: fc.array(runs, { minLength: columns, maxLength: columns }) }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    }),
  ),
  fc.record({ kind: fc.constant("picture" as const), box, name: line, vector: fc.boolean() }),
  fc.record({ kind: fc.constant("rectangle" as const), box, name: line }),
);

function at(x: number): Sketch {
  const paragraphs: readonly SetParagraph[] = [{ level: 0, bullet: "inherited", runs: [{ text: "eins" }] }];
  return { kind: "text", box: { x, y: 2, width: 3, height: 4 }, name: "n", placeholder: true, paragraphs };
}

/** One word for each text, as in a form. */
function withoutWords(node: XmlElement): XmlElement {
  if (node.name === "a:t") return textOf(node) === "" ? node : { ...node, children: [word] };
  return { ...node, children: node.children.map((below) => (typeof below === "string" ? below : withoutWords(below))) };
}

describe("shapes by forms", () => {
  it("are those that pptxgenjs would have composed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sketch, { minLength: 1, maxLength: 8 }), async (sketches) => {
        const [once, forms] = [await compose(sketches), new Forms()];
        // The second time, all forms are known.
        await forms.compose(sketches);
        const filled = await forms.compose(sketches);
        expect(filled.map(withoutWords).map(writeXml)).toEqual(once.map(withoutWords).map(writeXml));
      }),
      { numRuns: 40 },
    );
  });

  it("leave the form as it was", async () => {
    const forms = new Forms();
    const first = await forms.compose([at(1)]);
    const before = first.map(writeXml);
    await forms.compose([at(2)]);
    expect(first.map(writeXml)).toEqual(before);
    expect((await forms.compose([at(2)])).map(writeXml)).not.toEqual(before);
  });
});
