import { describe, expect, it } from "vitest";
import { parseSlides } from "./markdown.ts";
import { faults, sketch, slideSource } from "./testing.ts";

const ids = (text: string): readonly string[] => (parseSlides(slideSource(text, "slides/d/04-felder.md")).value ?? []).map(({ id }) => id);

const settings = (text: string): readonly (string | undefined)[] =>
  (parseSlides(slideSource(text)).value ?? []).map(
    (slide) => slide.settings && text.slice(slide.settings.span.start, slide.settings.span.end).trim(),
  );

describe("slides of a file", () => {
  it("are split at --- after a blank line", () => {
    expect(sketch("# A\n\n---\n\n# B\n\nx\n---\n\n---\n# C")).toBe("h1(A)\n---\nh1(B) h2(x)\n---\nh1(C)");
    expect(ids("# A\n\n---\n\n# B\n\n---\n# C")).toEqual(["04-felder", "04-felder-2", "04-felder-3"]);
  });

  it("may begin with front matter, in either form", () => {
    expect(settings("---\nlayout: chart\n---\n# A\n\n---\n---\nkicker: x\n---\n# B\n\n---\nlayout: map\n---\n# C")).toEqual([
      "layout: chart",
      "kicker: x",
      "layout: map",
    ]);
    expect(settings("# A\n\n---\n\n---\nlayout: map\n---\n# B")).toEqual([undefined, "layout: map"]);
    expect(settings("---\n---\n# A")).toEqual([undefined]);
    expect(faults("---\nlayout: chart\n# A")).toEqual(["front-matter-open: ---"]);
  });

  it("are not split inside fences", () => {
    expect(sketch("# A\n\n```yaml\n\n---\n\n::: left\nNote:\n```\n\nb")).toBe("h1(A) code:yaml(\n---\n\n::: left\nNote:) p(b)");
    expect(sketch("- ```\n  a\n  ```\n\n---\n\n# B")).toBe("ul[code:(a)]\n---\nh1(B)");
    expect(sketch("1. a\n\n   ```\n   x\n\n   ---\n   ```\n\n---\n\nb")).toBe("ol1[p(a) code:(x\n\n---)]\n---\np(b)");
    expect(sketch("> ```\n> a\n\n---\n\nb")).toBe("quote(code:(a))\n---\np(b)");
  });

  it("have notes after the line Note:", () => {
    expect(sketch("# A\n\nNote:\nsay {{ a.b }}\n\n- x\n\n---\n\n# B")).toBe("h1(A) notes:p(say {{ a.b }}) ul[p(x)]\n---\nh1(B)");
    expect(sketch("# A\n\nNote: 2,3 im Abitur")).toBe("h1(A) p(Note: 2,3 im Abitur)");
    expect(faults("# A\n\nNotizen:\n\nb")).toEqual(["notes-word: Notizen:"]);
  });

  it("are told when empty or with characters that cannot be shown", () => {
    expect(faults("")).toEqual(["empty-slide-file: "]);
    expect(faults(" \n\n")).toEqual(["empty-slide-file:  \n\n"]);
    expect(faults("# A \ue000\u0007 b\u0000")).toEqual([
      "forbidden-character: \ue000",
      "forbidden-character: \u0007",
      "forbidden-character: \u0000",
    ]);
    expect(sketch("# A\ue000\ue101\ue102 {{ x.y }}")).toBe("h1(A\ufffd\ufffd\ufffd {{ x.y }})");
  });
});

describe("regions", () => {
  it("hold what stands between ::: name and :::", () => {
    expect(sketch("# A\n\n::: left\na\n:::\n\n::: right\n- b\n:::\nc")).toBe("h1(A) <left>p(a) <right>ul[p(b)] p(c)");
    expect(sketch("text\n::: left\na\n:::")).toBe("p(text) <left>p(a)");
  });

  it("are told where they do not close, open or fit", () => {
    expect(faults("::: left\na")).toEqual(["region-open: left"]);
    expect(faults("::: left\na\n\n---\n\n# B")).toEqual(["region-open: left"]);
    expect(faults("::: left\n::: right\n:::")).toEqual(["region-nested: ::: right"]);
    expect(faults("a\n\n:::\n")).toEqual(["region-not-open: :::"]);
    expect(faults("::: left wing\n:::")).toEqual(["region-malformed: ::: left wing", "region-not-open: :::"]);
    expect(faults("::: left\nNote:\nx")).toEqual(["region-open: left"]);
    expect(faults("Note:\n::: left\nx\n:::")).toEqual(["region-in-notes: ::: left", "region-in-notes: :::"]);
  });

  it("share link definitions with the whole file", () => {
    expect(sketch("::: left\n[a]\n:::\n\n[a]: /x")).toBe("<left>p(a(a → /x))");
  });
});

describe("fenced blocks", () => {
  it("are read as YAML with their places", () => {
    const text = "# A\n\n```chart\nkind: bar\ntitle: x\n```\n\n~~~figures\nitems: []\n~~~";
    expect(sketch(text)).toBe("h1(A) chart(kind: bar\ntitle: x) figures(items: [])");
    expect(faults(text)).toEqual([]);
    const slide = parseSlides(slideSource(text)).value?.[0];
    const chart = slide?.sections[0]?.blocks[1];
    expect(
      chart?.kind === "fenced" &&
        chart.body.kind === "mapping" &&
        chart.body.entries.map(({ keySpan }) => text.slice(keySpan.start, keySpan.end)),
    ).toEqual(["kind", "title"]);
  });

  it("with faulty YAML are told at the fault", () => {
    expect(faults("# A\n\n```chart\nkind: bar\nkind: line\n```")).toEqual(["duplicate-key: kind"]);
  });

  it("are told where they are empty, open, misspelt or inside something", () => {
    expect(faults("```chart\n```")).toEqual(["fenced-empty: ```chart\n```"]);
    expect(faults("# A\n\n```chart\nkind: bar\n")).toEqual(["fence-open: ```chart"]);
    expect(faults("```diagramm\nx\n```")).toEqual(["fenced-misspelt: diagramm"]);
    expect(faults("- a\n\n  ```chart\n  kind: bar\n  ```")).toEqual(["fenced-inside: ```chart\n  kind: bar\n  ```"]);
    expect(faults("Note:\n```chart\nkind: bar\n```")).toEqual(["fenced-inside: ```chart\nkind: bar\n```"]);
    expect(faults("```python\nx\n```")).toEqual([]);
  });
});
