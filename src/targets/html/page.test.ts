import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderPage } from "./page.ts";
import { deckOf, slideOf, words } from "./testing.ts";

const deck = deckOf([slideOf([], { id: "01-a" }), slideOf([], { id: "02-b", title: words("Zwei") })], {
  title: "Migration & Teilhabe",
  subtitle: "im Landkreis",
  event: "Kreisausschuss",
  author: "Petra Thesing",
});

function digest(content: string): string {
  return `'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`;
}

function contents(html: string, element: "script" | "style"): readonly string[] {
  return [...html.matchAll(new RegExp(`<${element}(?: type="module")?>(.*?)</${element}>`, "gs"))].map(([, content = ""]) => content);
}

describe("renderPage", () => {
  it("is a German document with title, author, description and all slides in a main landmark", () => {
    const html = renderPage(deck, { script: "", style: "" });
    expect(html).toMatch(/^<!doctype html>\n<html lang="de">/);
    expect(html).toContain("<title>Migration &amp; Teilhabe</title>");
    expect(html).toContain('<meta name="description" content="im Landkreis · Kreisausschuss">');
    expect(html).toContain('<meta name="author" content="Petra Thesing">');
    expect(html).toContain('<meta name="generator" content="Stichtag">');
    const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? "";
    expect(main.match(/<section /g)).toHaveLength(2);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it("leads a keyboard past the controls", () => {
    const html = renderPage(deck, { script: "", style: "" });
    const target = /<a class="skip" href="#([^"]*)">Zum Inhalt springen<\/a>/.exec(html)?.[1];
    expect(html).toContain(`<main id="${target}" tabindex="-1">`);
  });

  it("allows exactly its own scripts and styles", () => {
    const html = renderPage(deck, { script: "console.log('ä')", style: "body{color:red}" });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const rule = (name: string): readonly string[] => new RegExp(`${name} ([^;]*)`).exec(policy)?.[1]?.split(" ") ?? [];
    expect(rule("script-src").toSorted()).toEqual(contents(html, "script").map(digest).toSorted());
    expect(rule("style-src")).toEqual(contents(html, "style").map(digest));
    expect(contents(html, "script")).toHaveLength(2);
  });

  it("allows what the speaker view's window needs", () => {
    const html = renderPage(deck, { script: "", style: "", allowed: { scripts: ["popup()"], styles: ["p{}"] } });
    expect(html).toContain(digest("popup()"));
    expect(html).toContain(digest("p{}"));
  });

  it("keeps the policy before everything that it governs", () => {
    const html = renderPage(deck, { script: "x", style: "y" });
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(Math.min(html.indexOf("<script"), html.indexOf("<style")));
  });

  it("lets neither script nor style end its element", () => {
    const html = renderPage(deck, { script: 'const a = "</script><script>alert(1)</script>"', style: 'a::after{content:"</style>"}' });
    expect(contents(html, "script")[1]).toBe('const a = "<\\/script><script>alert(1)<\\/script>"');
    expect(contents(html, "style")).toEqual(['a::after{content:"<\\/style>"}']);
  });

  it("loads the client from a dev server", () => {
    const html = renderPage(deck, { scriptSrc: "/src/client/dev.ts", styleSrc: "/style.css" });
    expect(html).toContain('<script type="module" src="/src/client/dev.ts"></script>');
    expect(html).toContain('<link rel="stylesheet" href="/style.css">');
    expect(html).not.toContain("Content-Security-Policy");
    expect(renderPage(deck, { scriptSrc: "/a.ts" })).not.toContain("stylesheet");
  });

  it("says nothing where there is nothing to say", () => {
    const html = renderPage(deckOf([]), { script: "", style: "" });
    expect(html).not.toMatch(/name="(?:description|author)"/);
  });
});
