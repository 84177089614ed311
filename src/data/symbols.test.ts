import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { flagIn, shownFlags, symbolIn, symbolSetNames, symbolsFor } from "./symbols.ts";

const symbol = (set: (typeof symbolSetNames)[number], text: string, flag?: string): string | undefined => {
  const found = symbolIn(symbolsFor(set), text, flag);
  return found && `${found.symbol} = ${found.exactly ?? "?"}`;
};
const flag = (set: (typeof symbolSetNames)[number], text: string): string | undefined => {
  const found = flagIn(symbolsFor(set), text);
  return found && `${found.flag} ${found.kind}${found.breaks ? " breaks" : ""}`;
};

test("a sign means what its office means by it, when it meant it", () => {
  expect(symbol("destatis", "-")).toBe("- = 0");
  expect(symbol("regionaldatenbank", "-")).toBe("- = 0");
  expect(symbol("lsn", "-")).toBeUndefined();
  expect(symbol("lsn-classic", "–")).toBe("- = 0");
  expect(symbol("zensus", "-")).toBe("- = ?");
  expect(symbol("eurostat", "-")).toBe("- = ?");
  expect(symbol("destatis", "0")).toBe("0 = ?");
  expect(symbol("destatis", "0,00")).toBe("0 = ?");
  expect(symbol("eurostat", "0")).toBeUndefined();
  expect(symbol("lsn", "u")).toBe("u = ?");
  expect(symbol("destatis", "u")).toBeUndefined();
  expect(symbol("destatis", "12")).toBeUndefined();
});

test("Eurostat's colon says more with the flag beside it", () => {
  expect(symbol("eurostat", ":")).toBe(": = ?");
  expect(symbol("eurostat", ":", "c")).toBe(":c = ?");
  expect(symbol("eurostat", ": C")).toBe(":c = ?");
  expect(symbol("eurostat", ":", "m")).toBe(":z = ?");
  expect(symbol("eurostat", ":", "p")).toBe(": = ?");
});

test("flags in a row are one quality: of the kind that must be known most, with all meanings", () => {
  expect(flag("destatis", "e")).toBe("e plain");
  expect(flag("destatis", "()")).toBe("( ) limited");
  expect(flag("destatis", "() p")).toBe("( )p limited");
  expect(flag("destatis", "|")).toBe("| plain breaks");
  expect(flag("eurostat", "bp")).toBe("bp preliminary breaks");
  expect(flag("eurostat", "p, u")).toBe("pu limited");
  expect(flagIn(symbolsFor("eurostat"), "up")).toBe(flagIn(symbolsFor("eurostat"), "pu"));
  expect(flagIn(symbolsFor("eurostat"), "bp")?.meaning).toBe("Bruch in der Zeitreihe, vorläufige Zahl");
  expect(flag("eurostat", "bq")).toBeUndefined();
  expect(flag("lsn", "()")).toBeUndefined();
  expect(flag("destatis", "")).toBeUndefined();
});

test.each(symbolSetNames)("what %s has is read as it is kept: symbols, flags and combinations of flags", (name) => {
  const set = symbolsFor(name);
  for (const missing of set.symbols.values()) expect(symbolIn(set, missing.symbol)).toBe(missing);
  assert(
    property(array(constantFrom(...shownFlags(set)), { minLength: 1 }), (parts) => {
      const quality = flagIn(set, parts.join(""));
      expect(quality && flagIn(set, quality.flag)).toBe(quality);
      expect(quality?.breaks ?? false).toBe(parts.some((part) => set.flags.get(part)?.breaks));
    }),
  );
});
