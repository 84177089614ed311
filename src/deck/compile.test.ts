import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSource, type Source } from "../source/source.ts";
import { type CompileInput, compileDeck } from "./compile.ts";
import { compiled, dataFiles, dataOf, faultsOf, inputOf } from "./testing.ts";

describe("a deck", () => {
  it("has its settings and slides in order", () => {
    const { value, diagnostics } = compiled(
      { "01-a": "# A\n\n---\n\n# B", "02-c": "# C" },
      'title: T\nsubtitle: S\nevent: E\ndate: 2020-02-02\nauthor: P\ncontact: { name: N }\nas_of: 2021-01-01\ncanvas: "4:3"',
    );
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      id: "test",
      title: "T",
      subtitle: "S",
      event: "E",
      date: "2020-02-02",
      author: "P",
      contact: { name: "N" },
      asOf: "2021-01-01",
      canvas: "4:3",
      language: "de",
    });
    expect(value?.slides.map(({ id }) => id)).toEqual(["01-a", "01-a-2", "02-c"]);
  });

  it("is as of a day: its own, or another", () => {
    const input = inputOf({ "01-a": "# {{ orte.Aurach }}" });
    const textOf = (asOf: string | undefined): string | undefined => {
      const title = compileDeck(asOf === undefined ? input : { ...input, asOf }).value?.slides[0]?.title[0];
      return title?.kind === "figure" ? title.figure.text : undefined;
    };
    expect([undefined, "2020-01-01", "latest", "2020-12-31"].map(textOf)).toEqual(["1.234", "1.000", "1.234", "1.234"]);
    expect(faultsOf(compileDeck({ ...input, asOf: "2018-01-01" }))).toEqual(["no-release: orte.Aurach"]);
  });

  it("is of another day than the one it was made for, where it is asked for with data of after that", () => {
    const input = inputOf({ "01-a": "# A" }, "title: T\ndate: 2020-02-02\n");
    const dates = [undefined, "2019-12-31", "2020-12-31"].map(
      (asOf) => compileDeck(asOf === undefined ? input : { ...input, asOf }).value?.date,
    );
    expect(dates).toEqual(["2020-02-02", "2020-02-02", undefined]);
  });

  it("does not exist with an error in it, and all errors are told", () => {
    const { value, diagnostics } = compiled({ "01-a": "# A {{ x.y }}", "02-b": "text", "03-c": "# C\n\n::: left\nx" }, "titel: T");
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message, span }) => `${span.source.path.slice(12)} ${message.code}`)).toEqual([
      "01-a.md unknown-dataset",
      "02-b.md title-missing",
      "03-c.md region-open",
      "03-c.md unknown-region",
      "deck.yaml missing-field",
      "deck.yaml unknown-field",
    ]);
  });

  it("tells of slides with the same id, and of none at all", () => {
    expect(faultsOf(compiled({ "01-a": "# A\n\n---\n\n# B", "01-a-2": "# C" }))).toEqual(["duplicate-slide: "]);
    expect(faultsOf(compiled({}))).toEqual(["no-slides: "]);
  });

  it("rests on a faulty dataset without a word: that has been told where it was read", () => {
    const files = { ...dataFiles, "data/orte/2020-12-31.yaml": "stichtag: 2020-12-31\nstatus: final\nvalues: { Aurach: viele }\n" };
    expect(() => dataOf(files)).toThrow();
  });
});

/** A deck's input that edits change, with fresh sources for the same texts on demand. */
interface State {
  readonly slides: readonly string[];
  readonly data: Readonly<Record<string, string>>;
  readonly settings: string;
  readonly pictures: readonly string[];
  readonly asOf: string | undefined;
}

const slideTexts = [
  "# A {{ orte.Aurach }}\n\n- {{ sum(orte) }}",
  "# B\n\n{{ amt.a }} [x](#02-s)",
  "# C\n\n![Bild](bild.png)",
  "---\nlayout: chart\n---\n# D\n\n```chart\nkind: bar\ndata: orte\n```",
  "---\nlayout: chart\n---\n# D\n\n```chart\nkind: choropleth\nmap: orte\ndata: orte\n```",
  "# E {{ deck.title }}\n\n---\n\n# F {{ deck.as_of | date }}",
  "# G {{ amt.x }}",
  "# H\n\n[mehr]{claim: orte.Aurach > 1100}",
  "# I {{ neu.a }}",
  "Kein Titel",
] as const;
const edits = fc.oneof(
  fc.record({ kind: fc.constant("slide" as const), at: fc.nat(4), text: fc.constantFrom(...slideTexts) }),
  fc.record({ kind: fc.constant("data" as const), text: fc.constantFrom("1234", "1100", "999", '"."') }),
  fc.record({ kind: fc.constant("dataset" as const), there: fc.boolean() }),
  fc.record({
    kind: fc.constant("settings" as const),
    text: fc.constantFrom("title: T\nas_of: 2021-01-01", "title: U\nas_of: 2020-01-01", "title: T\nnumbers: narrow-space", "titel: T"),
  }),
  fc.record({ kind: fc.constant("picture" as const), there: fc.boolean() }),
  fc.record({ kind: fc.constant("asOf" as const), day: fc.constantFrom(undefined, "2020-06-01", "latest") }),
);

function edited(state: State, edit: typeof edits extends fc.Arbitrary<infer E> ? E : never): State {
  switch (edit.kind) {
    case "slide":
      return { ...state, slides: state.slides.with(edit.at, edit.text) };
    case "data":
      return {
        ...state,
        data: {
          ...state.data,
          "data/orte/2020-12-31.yaml": `stichtag: 2020-12-31\nstatus: final\nvalues: { Aurach: ${edit.text}, Bad Bühl: 300, Celle: 50 }\n`,
        },
      };
    case "dataset": {
      const neu = {
        "data/neu/dataset.yaml":
          "title: N\nunit: x\nkey: k\ncoverage: complete\nadditivity: exact\ndefinition: d\nsource: { provider: p }\n",
        "data/neu/2019-01-01.yaml": "stichtag: 2019-01-01\nstatus: final\nvalues: { a: 1 }\n",
      };
      return { ...state, data: edit.there ? { ...state.data, ...neu } : dataFiles };
    }
    case "settings":
      return { ...state, settings: edit.text };
    case "picture":
      return { ...state, pictures: edit.there ? ["slides/test/bild.png"] : ["slides/test/bld.png"] };
    case "asOf":
      return { ...state, asOf: edit.day };
  }
}

/** Sources by path and text: what did not change is the same object. */
function inputFrom(state: State, sources: Map<string, Source>): CompileInput {
  const source = (path: string, text: string): Source => {
    const key = `${path}\n${text}`;
    const known = sources.get(key) ?? toSource(path, text);
    sources.set(key, known);
    return known;
  };
  const base = inputOf({});
  return {
    ...base,
    settings: source("slides/test/deck.yaml", state.settings),
    slides: state.slides.map((text, i) => source(`slides/test/0${i}-s.md`, text)),
    data: dataOf(state.data),
    pictures: new Set(state.pictures),
    ...(state.asOf === undefined ? {} : { asOf: state.asOf }),
  };
}

describe("memory", () => {
  it("is never seen: after any edits the deck is as if made anew", () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (all) => {
        const sources = new Map<string, Source>();
        let state: State = {
          slides: slideTexts.slice(0, 5),
          data: dataFiles,
          settings: "title: T\nas_of: 2021-01-01",
          pictures: ["slides/test/bild.png"],
          asOf: undefined,
        };
        compileDeck(inputFrom(state, sources));
        for (const edit of all) {
          state = edited(state, edit);
          expect(compileDeck(inputFrom(state, sources))).toEqual(compileDeck(inputFrom(state, new Map())));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the slides that an edit does not touch", () => {
    const texts = { "01-a": "# A {{ orte.Aurach }}", "02-b": "# B {{ amt.a }}", "03-c": "# C" };
    const input = inputOf(texts);
    const before = compileDeck(input).value?.slides ?? [];
    const slideEdit =
      compileDeck({ ...input, slides: input.slides.with(2, toSource("slides/test/03-c.md", "# C neu")) }).value?.slides ?? [];
    expect(slideEdit.map((slide, i) => slide === before[i])).toEqual([true, true, false]);
    const data = new Map([...input.data, ["amt", { ...dataOf().get("amt")! }]]);
    const dataEdit = compileDeck({ ...input, data }).value?.slides ?? [];
    expect(dataEdit.map((slide, i) => slide === before[i])).toEqual([true, false, true]);
  });
});
