import { assert, property, string, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, findEncoding, firstInvalid, textLength } from "./encoding.ts";
import { strangeSign } from "./signs.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe("the encoding", () => {
  it("is told by a mark, else by the first signs beyond ASCII", () => {
    expect(findEncoding(utf8("\uFEFFa"))).toEqual({
      encoding: "utf-8",
      mark: 3,
      found: { de: "UTF-8 mit BOM", en: "UTF-8 with BOM" },
      ascii: false,
    });
    expect(findEncoding(bytes(0xff, 0xfe, 0x61, 0))).toMatchObject({ encoding: "utf-16le", mark: 2 });
    expect(findEncoding(bytes(0xfe, 0xff, 0, 0x61))).toMatchObject({ encoding: "utf-16be", mark: 2 });
    expect(findEncoding(utf8("Köln"))).toMatchObject({
      encoding: "utf-8",
      mark: 0,
      found: { de: "UTF-8 ohne BOM", en: "UTF-8 without BOM" },
    });
    expect(findEncoding(utf8("Koln"))).toMatchObject({ encoding: "utf-8", ascii: true });
    expect(findEncoding(bytes(0x4b, 0xf6, 0x6c, 0x6e))).toMatchObject({ encoding: "windows-1252", ascii: false });
  });

  it("is what somebody says, whose mark is no text", () => {
    expect(findEncoding(utf8("Köln"), "iso-8859-1")).toMatchObject({ encoding: "iso-8859-1", mark: 0 });
    expect(findEncoding(utf8("\uFEFFKöln"), "utf-8")).toMatchObject({ encoding: "utf-8", mark: 3 });
  });
});

describe("bytes of UTF-8", () => {
  it("are right or not as the decoder of the platform has it", () => {
    assert(
      property(uint8Array({ maxLength: 12 }), (random) => {
        expect(firstInvalid(random, "utf-8") === undefined).toBe(decode(random, "utf-8") !== undefined);
      }),
      { numRuns: 5_000 },
    );
    for (const wrong of [
      bytes(0xc0, 0x80),
      bytes(0xe0, 0x80, 0x80),
      bytes(0xed, 0xa0, 0x80),
      bytes(0xf4, 0x90, 0x80, 0x80),
      bytes(0xf5, 0x80, 0x80, 0x80),
      bytes(0xc3),
    ]) {
      expect([firstInvalid(wrong, "utf-8"), decode(wrong, "utf-8")]).toEqual([0, undefined]);
    }
  });

  it("are as long as their text", () => {
    assert(
      property(string({ unit: "grapheme" }), (text) => {
        const encoded = utf8(text);
        expect([decode(encoded, "utf-8"), textLength(encoded, 0, encoded.length, "utf-8"), firstInvalid(encoded, "utf-8")]).toEqual([
          text,
          text.length,
          undefined,
        ]);
      }),
    );
  });
});

describe("bytes of Windows-1252", () => {
  it("are the signs that they are, which Node 20 does not know", () => {
    expect(decode(bytes(0x80, 0x84, 0x93, 0x96, 0x9f, 0xe4), "windows-1252")).toBe("€„“–Ÿä");
    expect(decode(bytes(0x96), "iso-8859-1")).toBe("–");
  });

  it("have five that are none", () => {
    for (const none of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) {
      expect([decode(bytes(0x61, none), "windows-1252"), firstInvalid(bytes(0x61, none), "windows-1252")]).toEqual([undefined, 1]);
    }
  });
});

const placeOf = (text: string): number | undefined => strangeSign(text)?.at;

describe("strange signs", () => {
  it("are control characters, lost signs, and UTF-8 that was read as something else", () => {
    expect(["ok\tä–€", "a\u0018", "a\u0085", "a\uFFFD", "mÃ¤nnlich", "kmÂ²", "1â€“2"].map(placeOf)).toEqual([undefined, 1, 1, 1, 1, 2, 1]);
    const others = ["São João", "JOÃO", "Âland", "â la carte", "Ça"];
    expect(others.map(placeOf)).toEqual(others.map(() => undefined));
  });

  it("are what comes of every umlaut that is read twice", () => {
    for (const sign of "äöüÄÖÜßéèçñøå–„“’²³§°µ") {
      const text = decode(utf8(sign), "windows-1252");
      if (text !== undefined) expect([sign, strangeSign(text) === undefined]).toEqual([sign, false]);
    }
  });
});
