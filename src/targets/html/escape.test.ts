import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, escapeJson, isSafeAddress } from "./escape.ts";
import { textOf } from "./testing.ts";

describe("escapeHtml", () => {
  it("gives every text back, and no markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "ß", " ", "&lt;", "</script>") }), (text) => {
        const html = escapeHtml(text);
        expect(html).not.toMatch(/[<>"']/);
        expect(textOf(html)).toBe(text);
      }),
    );
  });
});

describe("escapeJson", () => {
  it("keeps the value and cannot end its element", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("</script>", "<!--", "<script", ""), (value, tail) => {
        const json = escapeJson(JSON.stringify([value, tail]));
        expect(json).not.toContain("<");
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, tail])));
      }),
    );
  });
});

describe("isSafeAddress", () => {
  it.each([
    "https://www.cloppenburg.de/",
    "HTTP://x",
    "mailto:thesing@lkclp.de",
    "tel:+49447115245",
    "bericht.pdf",
    "../x/y.html?a=b:c",
    "#12-fluechtlinge",
    "#a:b",
    "",
    "./a:b",
  ])("takes %s", (address) => {
    expect(isSafeAddress(address)).toBe(true);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "intent://x", "view-source:x", "a:b"])(
    "refuses %s",
    (address) => {
      expect(isSafeAddress(address)).toBe(false);
    },
  );

  it("refuses a scheme with anything in it that a browser would drop", () => {
    const noise = fc.array(fc.constantFrom("\t", "\n", "\r", " ", "\u0000", "\u001f", "\u200b", "\ufeff"), { maxLength: 3 });
    fc.assert(
      fc.property(
        noise,
        fc.nat(10),
        fc.constantFrom("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x"),
        (blanks, at, address) => {
          const place = Math.min(at, address.indexOf(":"));
          expect(isSafeAddress(address.slice(0, place) + blanks.join("") + address.slice(place))).toBe(false);
        },
      ),
    );
  });
});
