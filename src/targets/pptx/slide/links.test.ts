import { expect, test } from "vitest";
import * as fc from "fast-check";
import { uriOf } from "./links.ts";

test.each([
  ["https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"],
  ["https://example.org/Größe und Maß", "https://example.org/Gr%C3%B6%C3%9Fe%20und%20Ma%C3%9F"],
  ["https://müller.example", "https://xn--mller-kva.example/"],
  ["mailto:a@example.org?subject=Über uns", "mailto:a@example.org?subject=%C3%9Cber%20uns"],
  ["tel:+494471123", "tel:+494471123"],
  ["tel:04471 15-0", "tel:04471%2015-0"],
  ["http://[::1]/a", "http://[::1]/a"],
  ["http://[2001:db8::1]:8080/a[1]?b=[2]#c", "http://[2001:db8::1]:8080/a%5B1%5D?b=%5B2%5D#c"],
  ["https://example.org/a%20b?c={d|e}", "https://example.org/a%20b?c=%7Bd%7Ce%7D"],
  ["mailto:müller@example.org", "mailto:m%C3%BCller@example.org"],
  ["anlagen/a[1].pdf", "anlagen/a%5B1%5D.pdf"],
  ["anlagen/Übersicht 100%.pdf", "anlagen/%C3%9Cbersicht%20100%25.pdf"],
  ["anlagen/a%20b%2F.pdf", "anlagen/a%20b%2F.pdf"],
  ["../a/b.pdf#seite=2", "../a/b.pdf#seite=2"],
  ["  https://example.org/\u0001 ", "https://example.org/"],
])("writes %j as %j", (address, uri) => {
  expect(uriOf(address)).toBe(uri);
});

test.each([
  "",
  " ",
  "#folie",
  "javascript:alert(1)",
  "java\u0000script:alert(1)",
  "file:///etc/passwd",
  "//example.org",
  "http://",
  "http://a_b.de:99999/",
  "x:y",
])("leads nowhere with %j", (address) => {
  expect(uriOf(address)).toBeUndefined();
});

test("what is a URI stays as it is", () => {
  const address = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(address, (any) => {
      const uri = uriOf(any);
      fc.pre(uri !== undefined);
      expect(uri).toMatch(/^(?:https?:\/\/[^/?#]*)?[\w!#$%&'()*+,\-./:;=?@~]*$/u);
      expect(uriOf(uri ?? "")).toBe(uri);
    }),
  );
});
