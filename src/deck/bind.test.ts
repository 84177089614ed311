import { describe, expect, it } from "vitest";
import type { Inline } from "./model.ts";
import { plainText } from "./plain-text.ts";
import { compiled, faultsOf, slideFaults, slideOf } from "./testing.ts";

const paragraph = (text: string): readonly Inline[] => {
  const block = slideOf(`# Titel\n\n${text}`).regions[0]?.blocks[0];
  return block?.kind === "paragraph" ? block.content : [];
};

describe("a slide", () => {
  it("has title, kicker, layout, regions in reading order, notes", () => {
    const slide = slideOf(`---
layout: two-columns
kicker: Am {{ stichtag(orte) | date }}
footnotes: Gezählt {{ orte.Celle }}
---
# {{ orte.Aurach }} in Aurach

::: right
rechts
:::

davor

::: left
links
:::

Note:
sagen
`);
    expect(plainText(slide.title)).toBe("1.234 in Aurach");
    expect(plainText(slide.kicker)).toBe("Am 31.12.2020");
    expect(slide.footnotes).toEqual(["Gezählt 50"]);
    expect(
      slide.regions.map(({ region, blocks }) => [
        region,
        blocks.map((block) => (block.kind === "paragraph" ? plainText(block.content) : block.kind)),
      ]),
    ).toEqual([
      ["left", ["davor", "links"]],
      ["right", ["rechts"]],
    ]);
    expect(slide.notes).toHaveLength(1);
  });

  it.each([
    ["Text ohne Titel", ["title-missing: Text ohne Titel"]],
    ["#\n\nText", ["title-missing: #"]],
    ["# A\n\n# B\n\n# C", ["title-twice: # B", "title-twice: # C"]],
    ["# A\n\n---\n\n---\n\n# B", ["empty-slide: ---"]],
    ["---\nlayout: chat\n---\n# A\n\n::: left\nx\n:::", ["unknown-layout: chat"]],
    ["---\nlayout: two-columns\n---\n# A\n\n::: lefd\n{{ ort.x }}\n:::", ["unknown-region: lefd", "unknown-dataset: ort"]],
    ["---\nkicker: {{ a }}\n---\n# A", ["yaml-placeholder: {{"]],
    ["---\nkciker: x\n---\n# A", ["unknown-field: kciker"]],
    ["---\n- x\n---\n# A", ["wrong-type: - x"]],
  ])("with faults is told: %j", (text, expected) => {
    expect(slideFaults(text)).toEqual(expected);
  });

  it("names the nearest layout and region", () => {
    const words = compiled({
      "01-a": "---\nlayout: two-colums\n---\n# A",
      "02-b": "---\nlayout: map\n---\n# B\n\n::: sid\nx\n:::",
    }).diagnostics.map(({ message }) => message.de);
    expect(words).toEqual([expect.stringContaining("»two-columns«"), expect.stringContaining("»side«")]);
  });
});

describe("placeholders", () => {
  it("become figures, dates and texts that know where they come from", () => {
    const [text, figure, , day, , name] = paragraph("Es sind {{ orte.Aurach }} am {{ stichtag(orte) | date }} in {{ name(orte, 1) }}");
    expect(text).toEqual({ kind: "text", text: "Es sind " });
    expect(figure).toMatchObject({
      kind: "figure",
      figure: { text: "1.234", value: 1234, unit: "Personen", origin: { kind: "datum", path: ["Aurach"] } },
    });
    expect(day).toMatchObject({ kind: "bound", text: "31.12.2020" });
    expect(name).toMatchObject({ kind: "bound", text: "Aurach" });
  });

  it("write numbers in the deck's style", () => {
    expect(plainText(slideOf("# {{ orte.Aurach }}", "title: T\nas_of: 2021-01-01\nnumbers: narrow-space").title)).toBe("1\u202f234");
    expect(plainText(slideOf("# {{ deck.title }} {{ deck.as_of | date }}").title)).toBe("Test 01.01.2021");
  });

  it("with faults are all told in one go", () => {
    expect(
      slideFaults("# {{ ort.Aurach }}\n\n{{ orte.Aurch }} {{ orte.Aurach | prozent }} {{ 1 / 0 }} {{ orte }}\n\nNote:\n{{ orte.Cele }}"),
    ).toEqual([
      "unknown-dataset: ort",
      "unknown-key: Aurch",
      "unknown-format: prozent",
      "division-by-zero: 1 / 0",
      "table-as-text: {{ orte }}",
      "unknown-key: Cele",
    ]);
  });
});

describe("claims", () => {
  it("stand while their condition holds", () => {
    expect(paragraph("[mehr **als** tausend]{claim: orte.Aurach > 1000}")[0]).toMatchObject({
      kind: "claim",
      condition: "orte.Aurach > 1000",
      content: [{ kind: "text", text: "mehr " }, { kind: "strong" }, { kind: "text", text: " tausend" }],
    });
  });

  it("that are false show words, condition and numbers", () => {
    const { value, diagnostics } = compiled({
      "01-a": "# T\n\n[fast die Hälfte]{claim: 0.4 < share(orte.Celle, orte) and orte.Celle > 10}",
    });
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message.de).toBe(
      "»fast die Hälfte« stimmt nicht: 0.4 < share(orte.Celle, orte) and orte.Celle > 10 – eingesetzt: share(orte.Celle, orte) = 3,16\u00a0%; orte.Celle = 50 Personen. Auch zu keinem früheren Stichtag stimmte es.",
    );
  });

  it("that are false say what their words mean, and since when they are false", () => {
    const text = '# T\n\n[rund vierhundert]{claim: rund(orte["Bad Bühl"], 400)}';
    expect(compiled({ "01-a": text }).diagnostics[0]?.message).toMatchObject({
      de: '»rund vierhundert« stimmt nicht mehr: rund(orte["Bad Bühl"], 400) – eingesetzt: orte["Bad Bühl"] = 300 Personen (»rund« heißt höchstens 5\u00a0% mehr oder weniger). Zuletzt stimmte es zum 31.12.2019; falsch ist es seit dem 31.12.2020.',
      en: '“rund vierhundert” holds no longer: rund(orte["Bad Bühl"], 400) – put in: orte["Bad Bühl"] = 300 Personen (“rund” means at most 5% more or less). It last held as of 31.12.2019; it is false since 31.12.2020.',
    });
    const settings = "title: Test\nas_of: 2021-01-01\nwords: { rund: 0.25 }\n";
    expect(compiled({ "01-a": text }, settings).diagnostics).toEqual([]);
  });

  it("tell what their words were taken to mean", () => {
    expect(paragraph("[rund tausend]{claim: rund(orte.Aurach, 1200)}")[0]).toMatchObject({
      meanings: ["»rund« heißt höchstens 5\u00a0% mehr oder weniger"],
      origin: { operation: "rund", inputs: [{ value: 1234 }, { value: 1200 }] },
    });
  });

  it.each([
    ["[viel]{claim: amt.b > 1}", ["claim-unknown: [viel]{claim: amt.b > 1}"]],
    ["[viel]{claim: orte.Celle}", ["claim-no-truth: orte.Celle"]],
    ["[viel]{claim: orte.Cele > 1}", ["unknown-key: Cele"]],
    ["[ ]{claim: orte.Celle > 1}", ["claim-empty: [ ]{claim: orte.Celle > 1}"]],
  ])("with faults are told: %s", (text, expected) => {
    expect(slideFaults(`# T\n\n${text}`)).toEqual(expected);
  });
});

describe("links and pictures", () => {
  it.each([
    "https://a.de",
    "http://a.de",
    "HTTPS://A.de",
    "mailto:a@b.de",
    "tel:+49",
    "datei.pdf",
    "../x/y.pdf",
    "?a=b",
    "#01-a",
    "./a:b",
    "a b.pdf",
  ])("may lead to %s", (address) => {
    expect(slideFaults(`# T\n\n[x](<${address}>)`)).toEqual([]);
  });

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java&#9;script:alert(1)",
    " javascript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\\\\\host\\share",
    "/\\host",
    "ftp://x.de",
  ])("may not lead to %s", (address) => {
    expect(slideFaults(`# T\n\n[x](<${address}>)`)).toEqual([expect.stringContaining("link-protocol")]);
  });

  it("lead to slides that there are", () => {
    expect(faultsOf(compiled({ "01-a": "# A\n\n[x](#02-b) [y](#02-b-2)", "02-b": "# B\n\n---\n\n# C" }))).toEqual([]);
    const { diagnostics } = compiled({ "01-a": "# A\n\n[x](#02-bb)", "02-b": "# B" });
    expect(diagnostics[0]?.message.de).toContain("»02-b«");
  });

  it("are told where they say nothing or lead nowhere", () => {
    expect(slideFaults("# T\n\n[](https://a.de) [x]()")).toEqual(["link-without-words: [](https://a.de)", "link-empty: [x]()"]);
  });

  it("take placeholders in words and addresses", () => {
    expect(paragraph("[{{ orte.Celle }} da](https://a.de/{{ orte.Celle }})")[0]).toMatchObject({
      kind: "link",
      address: "https://a.de/50",
      content: [{ kind: "figure" }, {}],
    });
    expect(slideFaults("# T\n\n[x]({{ name(orte, 1) }}:y)")).toEqual([expect.stringContaining("link-protocol")]);
  });

  it("show pictures beside the slides", () => {
    expect(paragraph('![Ein Bild von {{ orte.Celle }}](bild.png "Titel")')[0]).toEqual({
      kind: "image",
      image: { address: "slides/test/bild.png", alternative: "Ein Bild von 50", title: "Titel" },
    });
    expect(slideFaults("# T\n\n![a](<logo ä.svg>) ![a](logo%20%C3%A4.svg) ![a](./bild.png) ![a](../test/bild.png)")).toEqual([]);
  });

  it.each([
    ["![a](bld.png)", "unknown-picture", "»bild.png«"],
    ["![](bild.png)", "picture-without-text", ""],
    ["![a](https://a.de/x.png)", "picture-elsewhere", ""],
    ["![a](/bild.png)", "picture-elsewhere", ""],
    ["![a](../../../bild.png)", "picture-elsewhere", ""],
    ["![a](data:image/png;base64,x)", "picture-elsewhere", ""],
  ])("tell of pictures that cannot be shown: %s", (text, code, near) => {
    const { diagnostics } = compiled({ "01-a": `# T\n\n${text}` });
    expect(diagnostics.map(({ message }) => message.code)).toEqual([code]);
    expect(diagnostics[0]?.message.de).toContain(near);
  });
});

describe("markup in data", () => {
  it("is text", () => {
    expect(paragraph("<script>alert(1)</script> {{ deck.title }}").map((inline) => inline.kind)).toEqual(["text", "bound"]);
  });
});
