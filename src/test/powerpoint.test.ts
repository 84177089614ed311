/**
 * Holds written PowerPoint files to what they promise, by code that shares nothing with what wrote them: the schema, the
 * package test, and a read-back of every word and number.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Arbitrary, assert, asyncProperty, constantFrom, integer } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { houseTemplate } from "../targets/pptx/template/house.ts";
import { arrange } from "../targets/pptx/write.ts";
import { digitsIn, kinds, type Place, withDigit } from "./pptx/digits.ts";
import { hyphenatedDeck } from "./pptx/hyphenated.ts";
import { inspect } from "./pptx/inspect.ts";
import { openPresentation } from "./pptx/open.ts";
import { readBack, readBackSlide } from "./pptx/readback.ts";
import { cacheIsWorkbook } from "./pptx/rules/charts.ts";
import { swollenDeck } from "./pptx/swollen.ts";
import { schemaFaults, validatorMissing } from "./pptx/validator.ts";
import { type Written, writtenAnyway, writtenDecks } from "./pptx/written.ts";
import { remove, stichtag, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";

const stress = join(repository, "src", "test", "decks", "pptx-stress");
const signs = join(repository, "src", "test", "decks", "signs");
/** The briefing, the county's other deck, the stress decks on both canvases, and every sign in every kind of chart. */
const names = ["mut-briefing", "einwohner-2025", "stress", "schmal", "zeichen"] as const;

const files = new Map<string, Written>();
beforeAll(async () => {
  for (const root of [repository, stress, signs]) for (const each of await writtenDecks(root)) files.set(each.deck.id, each);
});

function written(name: string): Written {
  const found = files.get(name);
  if (found === undefined) throw new Error(`The deck ${name} was not written.`);
  return found;
}

const missing = validatorMissing();

describe.each(names)("%s.pptx", (name) => {
  it.skipIf(missing !== undefined)(`is valid${missing === undefined ? "" : ` (skipped: ${missing})`}`, async () => {
    expect(await schemaFaults(written(name).bytes)).toEqual([]);
  });

  it("has no fault that PowerPoint or its readers stumble over", async () => {
    expect(await inspect(written(name).bytes)).toEqual([]);
  });

  it("fits, and loses nothing", () => {
    const { deck } = written(name);
    expect(arrange({ deck, template: houseTemplate(deck.canvas, {}), pictures: new Map() }).diagnostics).toEqual([]);
  });

  it("says what the deck says, and nothing else", async () => {
    const { bytes, deck } = written(name);
    expect(await readBack(bytes, deck)).toEqual([]);
  });
});

describe("the workbooks of charts", () => {
  it.skipIf(missing !== undefined)("are valid by themselves", async () => {
    const { workbooks, parts } = await openPresentation(written("stress").bytes);
    const some = [...workbooks.keys()].filter((_, i, all) => i % Math.ceil(all.length / 3) === 0);
    expect(some.length).toBeGreaterThan(1);
    for (const path of some) expect(await schemaFaults(parts.get(path) ?? new Uint8Array(), "xlsx")).toEqual([]);
  });
});

const leastDigits: readonly (readonly [Place["kind"], number])[] = [
  ["slide", 500],
  ["alternative", 80],
  ["notes", 1000],
  ["chart", 30],
  ["cache", 100],
  ["workbook", 450],
];

/** Each kind as often as another. */
function anyOf(byKind: ReadonlyMap<Place["kind"], readonly Place[]>): Arbitrary<Place> {
  return constantFrom(...kinds).chain((kind) => constantFrom(...(byKind.get(kind) ?? [])));
}

describe("the read-back", () => {
  it.each(["mut-briefing", "stress"])("fails by a single digit that is changed anywhere in %s", async (name) => {
    const { bytes, deck } = written(name);
    const file = await openPresentation(bytes);
    const places = digitsIn(file);
    const byKind = new Map(kinds.map((kind) => [kind, places.filter((place) => place.kind === kind)]));
    // Nothing vanishes from the search unnoticed: about what the briefing has, and the stress deck has more of each.
    for (const [kind, least] of leastDigits) expect(byKind.get(kind)?.length, kind).toBeGreaterThan(least);
    await assert(
      asyncProperty(anyOf(byKind), integer({ min: 1, max: 9 }), async (place, by) => {
        const changed = await withDigit(file, place, by);
        expect([...readBackSlide(changed, deck, place.slide), ...cacheIsWorkbook(changed)]).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("fails by a word that is missing, and by one too many", async () => {
    const { bytes, deck } = written("mut-briefing");
    const [first, ...others] = deck.slides;
    if (first === undefined) throw new Error("The deck has no slides.");
    const more = { ...first, title: [...first.title, { kind: "text" as const, text: " mehr" }] };
    expect(await readBack(bytes, { ...deck, slides: [more, ...others] })).toHaveLength(2);
    expect(await readBack(bytes, { ...deck, slides: others })).not.toEqual([]);
  });
});

describe("a swollen deck", () => {
  it("is refused, each part that does not fit at its place", async () => {
    const { stderr, code } = await stichtag(["pptx", "--lang", "en"], join(repository, "src", "test", "decks", "pptx-refused"));
    expect(code).toBe(1);
    expect(stderr).toContain("10-punkte.md:3:1 error [region-overflows]");
    expect(stderr).toContain("20-zeilen.md:3:1 error [region-overflows]");
  });

  it("is a sound file all the same when it is written", async () => {
    const deck = swollenDeck(written("stress").deck);
    const bytes = await writtenAnyway(deck);
    // What is too much reaches out of the slide: that is all.
    expect((await inspect(bytes)).filter(({ rule }) => rule !== "inside")).toEqual([]);
    expect(await readBack(bytes, deck)).toEqual([]);
    if (missing === undefined) expect(await schemaFaults(bytes)).toEqual([]);
  });
});

describe("soft hyphens", () => {
  it("in what charts say stand nowhere in the file: neither in names nor in points, cells and drawings", async () => {
    const deck = hyphenatedDeck(written("stress").deck);
    const bytes = await writtenAnyway(deck);
    expect((await inspect(bytes)).filter(({ rule }) => rule === "soft hyphens")).toEqual([]);
    expect(await readBack(bytes, deck)).toEqual([]);
  });
});

describe("the same deck", () => {
  it("gives the same bytes, in any time zone, whatever was written before it", async () => {
    const hashes = await Promise.all(["Asia/Tokyo", "America/St_Johns"].map((zone) => hashesIn(zone)));
    for (const found of hashes) for (const [name, hash] of found) expect(hashOf(written(name).bytes), name).toBe(hash);
    // Alone, and not after the other deck of its project.
    const [again] = await writtenDecks(stress, { decks: ["stress"] });
    expect(hashOf(again?.bytes ?? new Uint8Array())).toBe(hashOf(written("stress").bytes));
  });
});

/** Of the files that the real command writes of the stress decks, by name. */
async function hashesIn(zone: string): Promise<ReadonlyMap<string, string>> {
  const folder = temporaryFolder();
  try {
    const { code, stderr } = await stichtag(["pptx", "--root", stress, "--out", folder], stress, { TZ: zone });
    expect(`${stderr}${code}`).toBe("0");
    const found = readdirSync(folder).filter((name) => name.endsWith(".pptx"));
    expect(found.toSorted()).toEqual(["schmal.pptx", "stress.pptx"]);
    return new Map(found.map((name) => [name.slice(0, -".pptx".length), hashOf(readFileSync(join(folder, name)))]));
  } finally {
    remove(folder);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
