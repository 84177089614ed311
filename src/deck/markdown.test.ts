import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSlides } from "./markdown.ts";
import type { OutlineBlock, OutlineInline, OutlinePlaceholder } from "./outline.ts";
import { faults, sketch, slideSource } from "./testing.ts";

describe("CommonMark and GFM", () => {
  const examples: readonly (readonly [markdown: string, outline: string])[] = [
    ["# One\n\n## Two ##\n\n###### Six", "h1(One) h2(Two) h6(Six)"],
    ["#no heading", "p(#no heading)"],
    ["####### seven", "p(####### seven)"],
    ["Title\n=====\n\nSub\n---", "h1(Title) h2(Sub)"],
    ["two\nlines\n---", "h2(two lines)"],
    ["a\n\n***\n\nb\n\n- - -\n\n___", "p(a) rule p(b) rule rule"],
    ["# a\n---\nb", "h1(a) rule p(b)"],
    ["a  \nb\\\nc\nd", "p(a⏎b⏎c d)"],
    ["   indented\n     and more", "p(indented and more)"],
    ["*a* _b_ **c** __d__ ***e***", "p(i(a) i(b) b(c) b(d) i(b(e)))"],
    ["snake_case_name 2*3*4", "p(snake_case_name 2i(3)4)"],
    ["**a*b*c**", "p(b(ai(b)c))"],
    ["* a *", "ul[p(a *)]"],
    ["~~gone~~ ~also~", "p(s(gone) s(also))"],
    ["`code` ``a ` b`` `` ` ``", "p(code(code) code(a ` b) code(`))"],
    ["`*no*` \\*no\\* \\` \\\\", "p(code(*no*) *no* ` \\)"],
    ["&auml;&#228;&#xe4; &lt;b&gt; &unknown; &amp;amp;", "p(äää <b> &unknown; &amp;)"],
    ["&#0; &#xE000; &#1;", "p(\ufffd \ufffd \ufffd)"],
    ["<b>hi</b> a<br>b", "p(<b>hi</b> a<br>b)"],
    ["<div>\n<i>x</i>\n</div>\n\np", "p(<div>⏎<i>x</i>⏎</div>) p(p)"],
    ["<script>alert(1)</script>", "p(<script>alert(1)</script>)"],
    ["a <!-- hidden --> b\n\n<!-- hidden\ntoo -->\n\nc", "p(a  b) p(c)"],
    ["- a\n- b\n- c", "ul[p(a)|p(b)|p(c)]"],
    ["- a\n\n- b", "ul[p(a)|p(b)]"],
    ["3. a\n4. b", "ol3[p(a)|p(b)]"],
    ["0) a", "ol0[p(a)]"],
    ["- a\n  - b\n    - c\n- d", "ul[p(a) ul[p(b) ul[p(c)]]|p(d)]"],
    ["- a\n\n  b\n\n      code", "ul[p(a) p(b) code:(code)]"],
    ["- a\nlazy", "ul[p(a lazy)]"],
    ["- a\n* b", "ul[p(a)] ul[p(b)]"],
    ["a\n- b", "p(a) ul[p(b)]"],
    ["a\n2. b", "p(a 2. b)"],
    ["- [ ] open\n- [x] done\n- plain", "ul[[ ]p(open)|[x]p(done)|p(plain)]"],
    ["-\n- b", "ul[|p(b)]"],
    ["> a\n> b\n\n> c", "quote(p(a b)) quote(p(c))"],
    ["> a\nlazy", "quote(p(a lazy))"],
    ["> # h\n> - x", "quote(h1(h) ul[p(x)])"],
    ["> > deep", "quote(quote(p(deep)))"],
    ["    code\n\n    more", "code:(code\n\nmore)"],
    ["```js\nlet a;\n```\n~~~\n```\n~~~", "code:js(let a;) code:(```)"],
    ["````\n```\n````", "code:(```)"],
    ["| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 |", "table(a|b:right/1|2/3|)"],
    ["a | b\n:-: | ---\nx \\| y | `c`", "table(a:center|b/x | y|code(c))"],
    ["| a |\nno table", "p(| a | no table)"],
    ['[a](b) [c](<d e> "t") [f]()', 'p(a(a → b) a(c → d e "t") a(f → ))'],
    ["[a][r] [r] [R][]\n\n[r]: /url 'T'", 'p(a(a → /url "T") a(r → /url "T") a(R → /url "T"))'],
    ["[a [b](c) d](e)", "p([a a(b → c) d](e))"],
    ["[not a link] [x][y]", "p([not a link] [x][y])"],
    ["[a](b\\) [c](d(e)f)", "p([a](b) a(c → d(e)f))"],
    ['![alt *x*](p.png "t") ![][i]\n\n[i]: q.png', 'p(img(alt x → p.png "t") img( → q.png))'],
    ["[![i](p.png)](x)", "p(a(img(i → p.png) → x))"],
    [
      "<https://a.de?b&c> <x@y.de> https://z.de/a_b_c. www.q.de",
      "p(a(https://a.de?b&c → https://a.de?b&c) a(x@y.de → mailto:x@y.de) a(https://z.de/a_b_c → https://z.de/a_b_c). a(www.q.de → http://www.q.de))",
    ],
    ["[a](?x=1&amp;y=2)", "p(a(a → ?x=1&y=2))"],
    ["**Text**{{ x.y }}**Text**", "p(b(Text){{ x.y }}b(Text))"],
    ["\t\ta", "code:(\ta)"],
    ["a\u00a0b", "p(a~b)"],
  ];
  it.each(examples)("%j", (markdown, outline) => {
    expect(sketch(markdown)).toBe(outline);
    expect(faults(markdown)).toEqual([]);
  });
});

describe("placeholders", () => {
  const examples: readonly (readonly [markdown: string, outline: string])[] = [
    ["# Es sind {{ a.b | number }} Leute", "h1(Es sind {{ a.b | number }} Leute)"],
    ["- {{ a.b }}\n  - {{ c.d }}", "ul[p({{ a.b }}) ul[p({{ c.d }})]]"],
    ['| a | b |\n|---|---|\n| {{ a.b | percent(1) }} | {{ c["x|y"] }} |', 'table(a|b/{{ a.b | percent(1) }}|{{ c["x|y"] }})'],
    ["**{{ a * b * c }}** {{ a_b_c.d }}", "p(b({{ a * b * c }}) {{ a_b_c.d }})"],
    ['{{ a["Löningen"] }}(x) {{ a["b"] }}[y]', 'p({{ a["Löningen"] }}(x) {{ a["b"] }}[y])'],
    ["{{ a < b }} <i>{{ c }}</i>", "p({{ a < b }} <i>{{ c }}</i>)"],
    ["[see {{ a.b }}](x?y={{ c.d }})", "p(a(see {{ a.b }} → x?y={{ c.d }}))"],
    ["![alt {{ a.b }}](p.png)", "p(img(alt {{ a.b }} → p.png))"],
    ["<mailto:{{ deck.mail }}>", "p(a(mailto:{{ deck.mail }} → mailto:{{ deck.mail }}))"],
    ["\\{{ a.b }} \\{\\{ c }}", "p({{ a.b }} {{ c }})"],
    ["`{{ a.b }}` `{{` {{ c.d }} `}}`", "p(code({{ a.b }}) code({{) {{ c.d }} code(}}))"],
    ["```\n{{ a.b }} {{\n```\n\n    {{ c }}", "code:({{ a.b }} {{) code:({{ c }})"],
    ['{{ a["}}"] }}', 'p({{ a["}}"] }})'],
    ["{{ a\n  + b }}", "p({{ a\n  + b }})"],
    ["{{a.b}}{{c.d}}", "p({{a.b}}{{c.d}})"],
    ["{{ a.b }} Euro und {{ a.b }} Leute", "p({{ a.b }}~Euro und {{ a.b }} Leute)"],
    ["Title {{ a.b }}\n=====", "h1(Title {{ a.b }})"],
    ["> {{ a.b }}", "quote(p({{ a.b }}))"],
    ["{ a } {b} }} x", "p({ a } {b} }} x)"],
  ];
  it.each(examples)("%j", (markdown, outline) => {
    expect(sketch(markdown)).toBe(outline);
    expect(faults(markdown)).toEqual([]);
  });

  it("left open are told at their start", () => {
    expect(faults("# T\n\ntext {{ a.b\n\nmore }} {{ c.d }}")).toEqual(["placeholder-open: {{"]);
    expect(faults("a {{ b\nc {{ d }}")).toEqual(["placeholder-open: {{"]);
    expect(faults("a {{")).toEqual(["placeholder-open: {{"]);
    expect(faults("| a |\n|---|\n| {{ x |\n| y |")).toEqual(["placeholder-open: {{"]);
    expect(faults("- ```\n  {{ x\n\n  {{ y\n  ```\n- b")).toEqual([]);
  });
});

describe("claims", () => {
  const examples: readonly (readonly [markdown: string, outline: string])[] = [
    ["[fast jede zehnte]{claim: 0.09 <= a and a < 0.10} Person", "p(claim(fast jede zehnte if 0.09 <= a and a < 0.10) Person)"],
    ["**[mehr]{claim: a > b}**", "p(b(claim(mehr if a > b)))"],
    ['[**mehr** als {{ a.b }}]{claim: a["}"] > b}', 'p(claim(b(mehr) als {{ a.b }} if a["}"] > b))'],
    ["[a [b](c) d]{claim: x = 1}", "p(claim(a a(b → c) d if x = 1))"],
    ['| a |\n|---|\n| [w]{claim: a = "|"} |', 'table(a/claim(w if a = "|"))'],
    ["`[a]{claim: x}` [b]", "p(code([a]{claim: x}) [b])"],
    ["[a]{claim: x} und [b]{claim: y}", "p(claim(a if x) und claim(b if y))"],
    ["[a {b} c] [d]", "p([a {b} c] [d])"],
  ];
  it.each(examples)("%j", (markdown, outline) => {
    expect(sketch(markdown)).toBe(outline);
    expect(faults(markdown)).toEqual([]);
  });

  it("that are no claims are told", () => {
    expect(faults("[a]{claim: x > 1")).toEqual(["claim-open: ]{claim:"]);
    expect(faults("a]{claim: x}")).toEqual(["claim-without-words: ]{claim: x}"]);
    expect(faults("[a **b]{claim: x} c**")).toEqual(["claim-crossing: [a **b]{claim: x}"]);
    expect(faults("[a]{clam: x}")).toEqual(["unknown-tail: ]{clam:"]);
  });
});

describe("choices and literals", () => {
  it.each([
    ["[a|b|c]{choose: x.y}", "p(choose(a | b | c by x.y))"],
    ["[ a | **b** {{ x.y }} ]{choose: x > 1} d", "p(choose(a | b(b) {{ x.y }} by x > 1) d)"],
    ['[a|b|c]{choose: f(x, "a,b"), x["]"] > 1}', 'p(choose(a | b | c by f(x, "a,b"), x["]"] > 1))'],
    ["[`a|b` \\| [c|d](e)|f]{choose: x > 1}", "p(choose(code(a|b) | a(c|d → e) | f by x > 1))"],
    ["[a [b|c]{choose: x > 1}|d]{choose: y > 1}", "p(choose(a choose(b | c by x > 1) | d by y > 1))"],
    ["| a | b |\n|---|---|\n| [w|v]{choose: a > 1} | c |", "table(a|b/choose(w | v by a > 1)|c)"],
    ["nach [Artikel 15]{literal: Artikel eines Gesetzes}.", "p(nach literal(Artikel 15 for Artikel eines Gesetzes).)"],
    ["[**„a“**|_b_ c|d *(e)*]{choose: x > 1, x > 2}", "p(choose(b(„a“) | i(b) c | d i((e)) by x > 1, x > 2))"],
    ["**[(a)]{claim: x > 1}** _[b]{literal: c}_", "p(b(claim((a) if x > 1)) i(literal(b for c)))"],
    ["**[§ 5]{literal: wie's heißt: „§“}**", "p(b(literal(§~5 for wie's heißt: „§“)))"],
    ["`[a|b]{choose: x}` [c|d]", "p(code([a|b]{choose: x}) [c|d])"],
  ])("%s", (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each([
    ["[a]{literal: }", ["literal-without-reason: ]{literal: }"]],
    ["[a]{literal}", ["literal-without-reason: ]{literal}"]],
    ["[]{literal: x}", ["literal-without-words: []{literal: x}"]],
    ["[a]{litteral: x}", ["unknown-tail: ]{litteral:"]],
    ["[a]{choose: x > 1}", ["choice-of-one: [a]{choose: x > 1}"]],
    ["[a||c]{choose: x}", ["alternative-empty: ||"]],
    ["[a| ]{choose: x}", ["alternative-empty: | ]"]],
    ["[a|b|c|d]{choose: x}", ["choice-count: [a|b|c|d]{choose: x}"]],
    ["[a|b]{choose: x > 1, y > 1}", ["choice-count: [a|b]{choose: x > 1, y > 1}"]],
    ["[a|b]{choose: x > }", ["expression-syntax: "]],
    ["[a|b {{ x. }}]{choose: x > 1}", ["key-in-quotes: ."]],
    ["[a **b|c** d]{choose: x > 1}", ["bar-crossing: [a **b|c** d]{choose: x > 1}"]],
    ["[a|b]{choose: x", ["claim-open: ]{choose:"]],
    ["a|b]{choose: x}", ["claim-without-words: ]{choose: x}"]],
  ])("that are wrong are told: %s", (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it("are told with what is meant", () => {
    const [fault] = parseSlides(slideSource("[a]{litteral: x}")).diagnostics;
    expect(fault?.message.de).toContain("Gemeint ist vielleicht »literal«.");
  });
});

describe("places", () => {
  it("are exact for blocks, links and pictures", () => {
    expect(spans("# A\n\nb [c](d)\n\n\n- e ![f](g)\n  h\n- [i](j)\n\n> k\n> [l](m)\n")).toEqual([
      "heading: # A",
      "paragraph: b [c](d)",
      "link: [c](d)",
      "list: - e ![f](g)\n  h\n- [i](j)",
      "paragraph: e ![f](g)\n  h",
      "image: ![f](g)",
      "paragraph: [i](j)",
      "link: [i](j)",
      "quote: > k\n> [l](m)",
      "paragraph: k\n> [l](m)",
      "link: [l](m)",
    ]);
    expect(spans("| [a](b) | [a](b) |\n|---|---|\n| [a](b) | ![a](b) |").slice(1)).toEqual([
      "link: [a](b)",
      "link: [a](b)",
      "link: [a](b)",
      "image: ![a](b)",
    ]);
  });
});

function spans(text: string): readonly string[] {
  const slides = parseSlides(slideSource(text)).value ?? [];
  const found: string[] = [];
  const visit = (blocks: readonly OutlineBlock[]): void => {
    for (const block of blocks) {
      found.push(`${block.kind}: ${text.slice(block.span.start, block.span.end)}`);
      if (block.kind === "quote") visit(block.blocks);
      else if (block.kind === "list") for (const item of block.items) visit(item.blocks);
      else
        for (const inline of inlinesOf(block))
          if ("span" in inline) found.push(`${inline.kind}: ${text.slice(inline.span.start, inline.span.end)}`);
    }
  };
  for (const slide of slides) for (const { blocks } of slide.sections) visit(blocks);
  return found;
}

function inlinesOf(block: OutlineBlock): readonly OutlineInline[] {
  const deep = (inlines: readonly OutlineInline[]): readonly OutlineInline[] =>
    inlines.flatMap((inline) => ("content" in inline ? [inline, ...deep(inline.content)] : [inline]));
  if (block.kind === "heading" || block.kind === "paragraph") return deep(block.content);
  if (block.kind === "table") return [...block.columns.flatMap(({ header }) => deep(header)), ...block.rows.flat().flatMap(deep)];
  if (block.kind === "list") return block.items.flatMap((item) => item.blocks.flatMap(inlinesOf));
  return block.kind === "quote" ? block.blocks.flatMap(inlinesOf) : [];
}

describe("any text", () => {
  const scraps = fc.constantFrom(
    "# ",
    "\n",
    "\n\n",
    "---\n",
    "\n---\n",
    "- ",
    "1. ",
    "> ",
    "```",
    "~~~",
    "`",
    "``",
    "{{",
    "}}",
    "{{ a.b }}",
    "[",
    "]",
    "](x)",
    "]{claim: a}",
    "]{claim:",
    "|",
    "]{choose: a.b, c}",
    "]{literal: x}",
    "}",
    "**",
    "*",
    "_",
    "~~",
    "|",
    "\n|---|---|\n",
    "::: left\n",
    ":::\n",
    "Note:\n",
    "<b>",
    "<!--",
    "-->",
    "&auml;",
    "\\",
    "\t",
    "    ",
    "chart\n",
    "kind: bar\n",
    "a",
    "ä ö",
    "\u0000",
    "\ue000",
    "\ua874",
    "\ua875",
    "![a](b)",
    "https://x.de",
    "[r]: /u\n",
    "'",
    '"',
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join("")),
  );

  it("never throws, and each placeholder's place begins with its braces", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = slideSource(text);
        const { value } = parseSlides(source);
        for (const slide of value ?? []) {
          for (const section of slide.sections) {
            for (const block of section.blocks) {
              expect(block.span.start).toBeGreaterThanOrEqual(section.region === undefined ? slide.span.start : section.region.span.end);
              expect(block.span.end).toBeLessThanOrEqual(slide.span.end);
              for (const inline of inlinesOf(block).filter((one): one is OutlinePlaceholder => one.kind === "placeholder")) {
                expect(source.text.slice(inline.span.start, inline.span.start + 2)).toBe("{{");
                expect(source.text.slice(inline.span.end - 2, inline.span.end)).toBe("}}");
              }
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is nested as deeply as one likes", () => {
    expect(() => parseSlides(slideSource(`${"> ".repeat(20000)}a`))).not.toThrow();
    expect(() => parseSlides(slideSource(`${"- ".repeat(5000)}a`))).not.toThrow();
  });

  it("gives the same objects for the same source", () => {
    const source = slideSource("# A {{ b.c }}");
    expect(parseSlides(source)).toBe(parseSlides(source));
  });
});
