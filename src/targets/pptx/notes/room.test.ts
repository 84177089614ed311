import { describe, expect, it } from "vitest";
import type { Slide } from "../../../deck/model.ts";
import { slideOf } from "../../../deck/testing.ts";
import { compileDecks } from "../../../project/output.ts";
import type { Diagnostic } from "../../../source/diagnostic.ts";
import { repository } from "../../../test/repository.ts";
import type { Paragraph } from "../slide/content.ts";
import { houseTemplate } from "../template/house.ts";
import { ledgerLevels } from "../template/notes-master.ts";
import type { Template } from "../template/template.ts";
import { element } from "../xml/tree.ts";
import { notesHeight } from "./height.ts";
import { checkNotes, notesOf } from "./paragraphs.ts";
import { notesRoomOf } from "./room.ts";

const house = houseTemplate("16:9", {});
const room = notesRoomOf(house);

/** The house's, with a notes master as PowerPoint writes it. */
function withOwnMaster(): Template {
  const place = element("p:nvPr", {}, element("p:ph", { type: "body", idx: 3 }));
  const box = element("a:xfrm", {}, element("a:off", { x: 685_800, y: 4_400_550 }), element("a:ext", { cx: 5_486_400, cy: 3_600_450 }));
  const body = element(
    "p:sp",
    {},
    element("p:nvSpPr", {}, place),
    element("p:spPr", {}, box),
    element("p:txBody", {}, element("a:bodyPr"), element("a:lstStyle")),
  );
  const levels = Array.from({ length: 9 }, (_, i) => element(`a:lvl${i + 1}pPr`, { marL: i * 457_200 }, element("a:defRPr", { sz: 1200 })));
  const content = element(
    "p:notesMaster",
    {},
    element("p:cSld", {}, element("p:spTree", {}, body)),
    element("p:notesStyle", {}, ...levels),
  );
  return { ...house, parts: house.parts.map((part) => Object.assign({}, part, part.path === house.notesMaster && { content })) };
}

/** A slide of so many numbers, each with its calculation: more than fit on one, so that they are gathered from several. */
function slideWith(numbers: number, notes: string = "Wort"): Slide {
  const from = Array.from({ length: Math.ceil(numbers / perSlide) }, (_, i) => i * perSlide);
  const slides = from.map((first) => {
    const words = Array.from({ length: Math.min(perSlide, numbers - first) }, (_, i) => `{{ orte.Aurach + ${first + i} }}`);
    return slideOf(`# Titel\n\n${words.join(", ")}\n\nNote:\n${notes}\n`);
  });
  const [slide] = slides;
  if (slide === undefined) throw new RangeError("No numbers.");
  return { ...slide, regions: slides.flatMap(({ regions }) => regions) };
}

const perSlide = 40;

function looksOf(paragraphs: readonly Paragraph[]): readonly (number | undefined)[] {
  return [...new Set(paragraphs.map(({ look }) => look))];
}

describe("the page of notes", () => {
  it("has most of its height for the notes, and levels for the ledger, whatever the slide's shape", () => {
    for (const canvas of ["16:9", "4:3"] as const) {
      const { width, height, levels, hasLedger } = notesRoomOf(houseTemplate(canvas, {}));
      expect(hasLedger).toBe(true);
      expect(width).toBe(642);
      expect(height).toBeGreaterThan(0.68 * 1123);
      expect(ledgerLevels.lines.map((i) => Math.round((levels[i]?.style.size ?? 0) * 75))).toEqual([900, 800, 750]);
    }
  });

  it("is read of a notes master of the template's own, whose insets and sizes are its own", () => {
    const own = notesRoomOf(withOwnMaster());
    expect(own).toMatchObject({ hasLedger: false, width: 576 - 19.2, height: 378 - 9.6 });
    expect(own.levels[0]?.style.size).toBe(16);
    expect(own.levels[ledgerLevels.lines[0] ?? 0]?.style.size).toBe(12);
  });

  it("holds every slide's notes and numbers in both decks", async () => {
    const { decks } = await compileDecks({ root: repository });
    const heights = decks.flatMap(({ slides }) => slides.map((slide) => notesHeight(notesOf(slide, room), room)));
    expect(heights.length).toBeGreaterThan(15);
    expect(Math.max(...heights)).toBeLessThanOrEqual(room.height);
    // Not by chance: some need the smaller sizes.
    expect(Math.max(...heights)).toBeGreaterThan(room.height / 2);
  });
});

describe("the ledger", () => {
  it("is set smaller where the page would not hold it, and never shortened", () => {
    const looks = [4, 38, 44, 50, 200].map((numbers) => {
      const paragraphs = notesOf(slideWith(numbers), room);
      // The numbers, the notes, the heading, and of each slide that they were gathered from, whose data were read anew, a datum and a source.
      expect(paragraphs.length).toBe(numbers + 2 + 2 * Math.ceil(numbers / perSlide));
      return looksOf(paragraphs).filter((look) => look !== undefined && look !== ledgerLevels.heading);
    });
    expect(looks).toEqual([[6], [6], [7], [8], [8]]);
  });
});

describe("notes that their page does not hold by themselves", () => {
  it("are told of, the ledger is not", () => {
    const told = (slide: Slide): readonly Diagnostic[] => {
      const report: Diagnostic[] = [];
      checkNotes(slide, room, report);
      return report;
    };
    expect(told(slideWith(200))).toEqual([]);
    const [found] = told(slideWith(1, Array.from({ length: 40 }, () => "Zeile\n").join("\n")));
    expect(found).toMatchObject({ severity: "warning", message: { code: "pptx-notes-too-long" } });
    // 40 lines of 22 px with 8 px between them are 1192 px.
    expect(found?.message.de).toContain(`um etwa ${Math.ceil((1192 - room.height) / 22)} Zeilen`);
  });
});
