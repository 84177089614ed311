import { expect, test } from "vitest";
import { uriOf } from "./links.ts";

test.each([
  ["https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"],
  ["https://example.org/Größe und Maß", "https://example.org/Gr%C3%B6%C3%9Fe%20und%20Ma%C3%9F"],
  ["https://müller.example", "https://xn--mller-kva.example/"],
  ["mailto:a@example.org?subject=Über uns", "mailto:a@example.org?subject=%C3%9Cber%20uns"],
  ["tel:+494471123", "tel:+494471123"],
  ["anlagen/Übersicht 100%.pdf", "anlagen/%C3%9Cbersicht%20100%25.pdf"],
  ["anlagen/a%20b%2F.pdf", "anlagen/a%20b%2F.pdf"],
  ["../a/b.pdf#seite=2", "../a/b.pdf#seite=2"],
  ["  https://example.org/\u0001 ", "https://example.org/"],
])("writes %j as %j", (address, uri) => {
  expect(uriOf(address)).toBe(uri);
});

test.each(["", " ", "#folie", "javascript:alert(1)", "java\u0000script:alert(1)", "file:///etc/passwd", "//example.org", "http://", "x:y"])(
  "leads nowhere with %j",
  (address) => {
    expect(uriOf(address)).toBeUndefined();
  },
);
