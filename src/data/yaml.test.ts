import * as fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, it } from "vitest";
import { speak } from "../source/diagnostic.ts";
import { toSource } from "../source/source.ts";
import { parseYaml, spanWithin, type YamlNode, type YamlScalar } from "./yaml.ts";

const read = (text: string) => parseYaml(toSource("x.yaml", text));

/** The plain values of a node. */
function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map(plain);
  return new Map(node.entries.map(({ key, value }) => [key, plain(value)]));
}

function scalars(node: YamlNode | undefined): YamlScalar[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [node];
  return node.kind === "sequence" ? node.items.flatMap(scalars) : node.entries.flatMap(({ value }) => scalars(value));
}

/** Code and the text under the caret of each diagnostic. */
function faults(text: string, start?: number, end?: number): string[] {
  const source = toSource("x.yaml", text);
  return parseYaml(source, start, end).diagnostics.map(
    ({ message, span }) => `${message.code} at ${span.start}: ${text.slice(span.start, span.end)}`,
  );
}

function first(text: string, key: string): YamlScalar {
  const { value } = read(text);
  const node = value?.kind === "mapping" ? value.entries.find((entry) => entry.key === key)?.value : undefined;
  if (node?.kind !== "scalar") throw new Error(`no scalar ${key}`);
  return node;
}

describe("values", () => {
  it("keeps dates, yes and official numbers as they are written", () => {
    const text = "tag: 2017-08-07\nja: yes\nags: 03453011\nleer:\nnull: ~\nwahr: true\nzahl: -1.5e3\nviel: .inf\nnichts: -0.0\n";
    expect(plain(read(text).value)).toEqual(
      new Map<string, unknown>([
        ["tag", "2017-08-07"],
        ["ja", "yes"],
        ["ags", 3453011],
        ["leer", null],
        ["null", null],
        ["wahr", true],
        ["zahl", -1500],
        ["viel", ".inf"],
        ["nichts", 0],
      ]),
    );
    expect(first(text, "ags").raw).toBe("03453011");
  });

  it("keeps quoted numbers text, and keys as written", () => {
    expect(plain(read('2016: \'5\'\n"a b": "x\\ty"\n').value)).toEqual(
      new Map([
        ["2016", "5"],
        ["a b", "x\ty"],
      ]),
    );
  });

  it("agrees with what was dumped", () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("node"), { maxLength: 4 }),
        fc.dictionary(fc.string({ minLength: 1 }), tie("node"), { maxKeys: 4 }),
      ),
    }));
    const asMaps = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(asMaps)
        : typeof value === "object" && value !== null
          ? new Map(Object.entries(value).map(([key, inner]) => [key, asMaps(inner)]))
          : typeof value === "number"
            ? value + 0
            : value;
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), tree.node, { minKeys: 1, maxKeys: 5 }), (value) => {
        const { value: node, diagnostics } = read(dump(value, { noRefs: true }));
        const unsafe = diagnostics.every(({ message }) => message.code === "unsafe-number");
        expect(unsafe).toBe(true);
        expect(plain(node)).toEqual(asMaps(value));
      }),
    );
  });
});

describe("places", () => {
  const text = 'titel: "Ein \\"Wort\\""\nliste: [1, {a: x}, ]\nleer:\nblock:\n  - eins # c\n  -\n  - drei\n';

  it("are exact for scalars, collections, keys and empty values", () => {
    const { value } = read(text);
    if (value?.kind !== "mapping") throw new Error("no mapping");
    const at = ({ span }: YamlNode) => text.slice(span.start, span.end);
    expect(value.entries.map(({ keySpan }) => text.slice(keySpan.start, keySpan.end))).toEqual(["titel", "liste", "leer", "block"]);
    expect(value.entries.map((entry) => at(entry.value))).toEqual(['"Ein \\"Wort\\""', "[1, {a: x}, ]", "", "- eins # c\n  -\n  - drei"]);
    expect(value.entries[2]?.value.span.start).toBe(text.indexOf("leer:") + 5);
    expect(scalars(value).map(at)).toEqual(['"Ein \\"Wort\\""', "1", "x", "", "eins", "", "drei"]);
    expect(scalars(value)[5]?.span.start).toBe(text.indexOf("-\n") + 1);
  });

  it("hold inside another file", () => {
    const before = "# Titel\n\n```chart\n";
    const inner = "kind: bar\ndata: a.b\n";
    const source = toSource("a.md", `${before}${inner}\`\`\`\n`);
    const { value, diagnostics } = parseYaml(source, before.length, before.length + inner.length);
    expect(diagnostics).toEqual([]);
    for (const scalar of scalars(value)) expect(source.text.slice(scalar.span.start, scalar.span.end)).toBe(scalar.raw);
    expect(scalars(value).map(({ raw }) => raw)).toEqual(["bar", "a.b"]);
    const broken = toSource("a.md", `${before}kind: bar: x\n\`\`\`\n`);
    const [fault] = parseYaml(broken, before.length, broken.text.length - 4).diagnostics;
    expect(fault && speak(fault, "de")).toContain("a.md:4:10 Fehler [yaml-colon]");
  });

  it("text at the span is raw, whatever stands there", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { minKeys: 1 }), fc.string(), (value, lead) => {
        const before = lead.replaceAll("\r", "");
        const source = { path: "x", text: `${before}\n${dump(value)}` };
        const { value: node } = parseYaml(source, before.length + 1);
        expect(scalars(node).map((s) => s.value)).toEqual(Object.values(value));
        for (const { span, raw, content } of scalars(node)) {
          expect(source.text.slice(span.start, span.end)).toBe(raw);
          expect(raw).toContain(source.text.slice(content.start, content.end));
        }
      }),
    );
  });

  it("of a part of a text are found in every style", () => {
    const styles = [
      "a: vor {{ x }} nach",
      "a: 'it''s {{ x }} nach'",
      'a: "\\u00e4\\t\\"{{ x }}\\" nach"',
      'a: "\\U0001F600 {{ x }} nach"',
      "a: vor\n  und {{ x }} nach",
      'a: "vor \\\n   und {{ x }} nach"',
      "a: |\n  vor\n   {{ x }} nach\n",
      "a: >\n  vor\n\n  {{ x }} nach\n",
    ];
    for (const style of styles) {
      const scalar = first(style, "a");
      const from = String(scalar.value).indexOf("{{");
      const span = spanWithin(scalar, from, from + 7);
      expect(style.slice(span.start, span.end)).toBe("{{ x }}");
    }
  });
});

describe("refused", () => {
  it.each([
    ["", "empty-file at 0: "],
    ["# nur ein Kommentar\n", "empty-file at 0: # nur ein Kommentar\n"],
    ["---\n", "empty-file at 0: ---\n"],
    ["a: 1\n\tb: 2", "yaml-tab at 5: \t"],
    ["a:\n\t- 2", "yaml-tab at 3: \t"],
    ["\ta: 1", "yaml-tab at 0: \t"],
    ['a: 1\nb: "offen\nc: 2\n', 'yaml-open-quote at 8: "'],
    ['a: 1\nb: "offen', 'yaml-open-quote at 8: "'],
    ["a: 'it's'", "yaml-after-quote at 7: s"],
    ['a: "b" c', "yaml-after-quote at 7: c"],
    ["a: [1, 2\nb: 3", "yaml-open-bracket at 3: ["],
    ["a: {b: 1\nc: 2", "yaml-open-bracket at 3: {"],
    ['a: [x["L"]]', "yaml-comma at 5: ["],
    ["a: b: c", "yaml-colon at 4: :"],
    ["a: 1\nfoo\nb: 2", "yaml-no-colon at 5: foo"],
    ["foo\nbar: 1", "yaml-no-colon at 0: foo"],
    ["a:b\nc: 1", "yaml-no-blank at 0: a:b"],
    ['"a":1\n', "yaml-no-blank at 4: 1"],
    ["x: -", "yaml-dash at 3: -"],
    ["a: @x", "yaml-reserved at 3: @"],
    ["a: 1\n  b: 2", "yaml-indent at 7: b: 2"],
    ["a:\n  b: 1\n c: 2", "yaml-indent at 11: c: 2"],
    ['a: "C:\\Dateien"', "yaml-escape at 6: \\"],
    ["a: 1\u0000", "yaml-character at 4: \u0000"],
    ["a: 1\n---\nb: 2", "yaml-documents at 5: ---"],
    ["a: &x 1\nb: *x", "yaml-alias at 3: &x"],
    ["a: *x\nb: &y 1\nc: *y", "yaml-alias at 3: *x|yaml-alias at 9: &y"],
    ["a: {{ x }}", "yaml-placeholder at 3: {{"],
    ["a: {{ x }} und mehr\nb: 1", "yaml-placeholder at 3: {{"],
    ["a: [{{ x(1) }}, b]", "yaml-placeholder at 4: {{"],
    ["a:\n  - {{ x['b'] }}\n", "yaml-placeholder at 7: {{"],
    ["a: !!str 5", "yaml-tag at 3: !!str"],
    ["? [a]\n: b", "yaml-key at 2: [a]"],
    [": b", "yaml-key at 0: "],
    ["a: 1\nb: 2\na: 3", "duplicate-key at 10: a"],
    ["a: 9007199254740993", "unsafe-number at 3: 9007199254740993"],
  ])("%j", (text, expected) => {
    expect(faults(text).join("|")).toBe(expected);
  });

  it("deep nesting, without a stack overflow", () => {
    expect(faults("[".repeat(100_000))[0]).toMatch(/^yaml-depth/u);
  });

  it("an alias bomb, without unfolding it", () => {
    const lines = ["a0: &a0 [x, x]"];
    for (let i = 1; i < 40; i++) lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
    const { value, diagnostics } = read(lines.join("\n"));
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message.code).toBe("yaml-alias");
  });

  it("a duplicate key, keeping the first and naming its line", () => {
    const { value, diagnostics } = read("a: 1\nb: 2\na: 3");
    expect(plain(value)).toEqual(
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
    );
    expect(diagnostics[0]?.message.de).toContain("Zeile 1");
  });

  it("never throws, and never points outside", () => {
    const yamlish = fc.array(
      fc.constantFrom(
        "a",
        ":",
        " ",
        "\n",
        "- ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "|",
        ">",
        "#",
        "&x ",
        "*x",
        "!t ",
        "\t",
        "---\n",
        "1",
        "? ",
        ",",
        "\\",
        "%",
        "\u0000",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          yamlish.map((parts) => parts.join("")),
        ),
        (text) => {
          const { value, diagnostics } = parseYaml({ path: "x", text });
          expect(value !== undefined || diagnostics.length > 0).toBe(true);
          for (const { span } of [...diagnostics, ...scalars(value)]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it("is the same answer for the same source", () => {
  const source = toSource("x.yaml", "a: 1");
  expect(parseYaml(source)).toBe(parseYaml(source));
});
