import { afterEach, expect, it, vi } from "vitest";
import type { Deck } from "../../deck/model.ts";
import { compiled } from "../../deck/testing.ts";
import { readZip } from "./zip/read.ts";
import { paragraphsOf, slideIn } from "./slide/write-testing.ts";
import { houseTemplate } from "./template/house.ts";
import { writePptx } from "./write.ts";

const zone = process.env["TZ"];
afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

function deckOf(...slides: readonly string[]): Deck {
  const { value, diagnostics } = compiled(Object.fromEntries(slides.map((text, i) => [`${10 + i}-folie`, text])));
  return value ?? expect.fail(diagnostics.map(({ message }) => message.en).join("\n"));
}

const rich = deckOf(
  "---\nlayout: title\nkicker: Über allem\n---\n# Titel & *mehr*\n\nUntertitel\n",
  "# Text\n\n1. eins\n2. [zwei](https://example.org/)\n\n> Zitat\n\n[zur Tabelle](#12-folie)\n\nNote:\nErst **dies**.\n\nDann das.\n",
  "# Tabelle\n\n| Ort | Zahl |\n|---|---:|\n| A & B | 1 |\n| <c> |  |\n",
);

async function bytesOf(deck: Deck): Promise<Uint8Array> {
  const { value, diagnostics } = await writePptx({ deck, template: houseTemplate(deck.canvas, {}), pictures: new Map() });
  return value ?? expect.fail(diagnostics.map(({ message }) => message.en).join("\n"));
}

it("writes the same bytes on any day, in any time zone, whatever was written before", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-02-29T23:30:00Z") });
  process.env["TZ"] = "Pacific/Kiritimati";
  const first = await bytesOf(rich);
  await bytesOf(deckOf("# Anderes\n\n[x](https://example.org/y)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"));
  vi.setSystemTime(new Date("2031-07-01T12:00:00Z"));
  process.env["TZ"] = "America/Los_Angeles";
  vi.spyOn(Math, "random").mockReturnValue(0.123);
  expect(Buffer.from(await bytesOf(rich)).equals(first)).toBe(true);
});

it("writes more slides than are composed at once, each with its own words", async () => {
  const deck = deckOf(...Array.from({ length: 90 }, (_, i) => `# Folie ${i + 1}\n\nText ${i + 1}\n\nNote:\nNotiz ${i + 1}\n`));
  const files = await readZip(await bytesOf(deck));
  for (const number of [1, 49, 50, 51, 52, 90]) {
    const said = slideIn(files, number).shapes.flatMap(paragraphsOf);
    expect(said.slice(0, 2)).toEqual([`Folie ${number}`, `Text ${number}`]);
    expect(Buffer.from(files.get(`ppt/notesSlides/notesSlide${number}.xml`) ?? []).toString()).toContain(`<a:t>Notiz ${number}</a:t>`);
  }
});

it("tells what does not fit on any slide, and writes nothing", async () => {
  const long = `# Titel\n\n${"Ein Absatz, der für sich allein steht.\n\n".repeat(30)}`;
  const deck = { ...rich, slides: [...rich.slides, ...slidesThatOverflow(long)] };
  const { value, diagnostics } = await writePptx({ deck, template: houseTemplate(deck.canvas, {}), pictures: new Map() });
  expect(value).toBeUndefined();
  expect(diagnostics.length).toBe(2);
});

/** Two slides that the compiler would refuse by its own check, as it would not where a template has less room. */
function slidesThatOverflow(text: string): Deck["slides"] {
  const [fitting] = deckOf("# Titel\n\nEin Absatz, der für sich allein steht.\n").slides;
  const region = fitting?.regions[0];
  if (fitting === undefined || region === undefined) return expect.unreachable();
  const blocks = Array.from({ length: text.split("\n\n").length }, () => region.blocks).flat();
  const regions = [{ region: region.region, blocks }];
  return [
    { ...fitting, id: "a", regions },
    { ...fitting, id: "b", title: [{ kind: "text", text: "Noch einer" }], regions },
  ];
}
