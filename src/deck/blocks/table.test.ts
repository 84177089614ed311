import { describe, expect, it } from "vitest";
import { plainText } from "../plain-text.ts";
import { blockOf, slideFaults } from "../testing.ts";

const slide = (type: string, yaml: string): string => `# T\n\n\`\`\`${type}\n${yaml}\n\`\`\``;

function table(yaml: string): readonly string[] {
  const block = blockOf(slide("table", yaml));
  if (block.kind !== "table") return [];
  const marks = { plain: "", highlight: "!", rest: "*", total: "=" };
  return [
    block.columns.map(({ header, align }) => `${plainText(header)}:${align}`).join("|"),
    ...block.rows.map(({ role, cells }) => cells.map(plainText).join("|").replaceAll("\u00a0", "") + marks[role]),
  ];
}

const withColumn = (column: string): string =>
  `data: orte\ntop: 1\nrest: Übrige\ncolumns:\n  - { header: Ort }\n  - { header: A, data: orte }\n  - ${column}`;

describe("bound tables", () => {
  it("have rows of the data, columns, a total", () => {
    expect(
      table(
        `data: orte
highlight: Celle
columns:
  - { header: Ort am {{ stichtag(orte) | date }} }
  - { header: Anzahl, data: orte, total: sum(orte) }
  - { header: Anteil, data: "share(orte, orte)", format: percent(0), align: center }
total: Gesamt`.replace("Ort am {{ stichtag(orte) | date }}", '"Ort am {{ stichtag(orte) | date }}"'),
      ),
    ).toEqual([
      "Ort am 31.12.2020:left|Anzahl:right|Anteil:center",
      "Aurach|1.234|78%",
      "Bad Bühl am See|300|19%",
      "Celle|50|3%!",
      "Gesamt|1.584|=",
    ]);
  });

  it("gather a rest in columns that add up, and say so where they do not", () => {
    expect(table(withColumn('{ header: B, data: "share(orte, sum(orte))", format: percent(1) }')).at(-1)).toBe("Übrige|350|22,1%*");
    expect(table(withColumn("{ header: B, data: orte @ previous }")).at(-1)).toBe("Übrige|350|450*");
    expect(table(withColumn("{ header: B, data: orte - orte @ previous, format: signed }")).at(-1)).toBe("Übrige|350|−100*");
    expect(table(withColumn("{ header: B, data: orte / orte @ previous, format: number(2) }")).at(-1)).toBe("Übrige|350|x*");
  });

  it("take a rest with a value of its own", () => {
    expect(
      table(
        "data: orte\nrest: { label: Andere, value: 2000 - sum(orte) }\ncolumns:\n  - { header: Ort }\n  - { header: A, data: orte }",
      ).at(-1),
    ).toBe("Andere|416*");
  });

  it.each([
    ["data: orte\ncolumns: []", ["table-without-columns: []"]],
    ["columns:\n  - { header: x }", ["missing-field"]],
    ["data: orte\ncolumns:\n  - { header: Ort }\n  - { header: A, data: 'top(2, orte)' }", ["row-without-value: top(2, orte)"]],
    ["data: orte\ncolumns:\n  - { header: Ort }\n  - { header: A, data: orte, total: sum(orte) }", ["total-without-label: sum(orte)"]],
    ["data: orte\ntotal: Gesamt\ncolumns:\n  - { header: Ort }", ["total-without-value: Gesamt"]],
    ["data: orte\ncolumns:\n  - { hader: Ort }", ["missing-field", "unknown-field: hader"]],
  ])("with faults are told: %j", (yaml, expected) => {
    expect(slideFaults(slide("table", yaml))).toEqual(expected.map((one) => expect.stringContaining(one)));
  });
});

describe("key figures", () => {
  it("have a number, what it is, and more lines", () => {
    const block = blockOf(
      slide(
        "figures",
        "items:\n  - { value: orte.Aurach, label: Leute in {{ name(orte, 1) }}, group: Orte, details: 'am {{ stichtag(orte) | date }}', highlight: true }\n  - { value: share(orte.Celle, orte), format: percent(1), label: x }"
          .replace("Leute in {{ name(orte, 1) }}", "'Leute in {{ name(orte, 1) }}'")
          .replace("share(orte.Celle, orte)", "'share(orte.Celle, orte)'"),
      ),
    );
    expect(
      block.kind === "figures" &&
        block.items.map(({ figure, label, details, group, highlight }) => [
          figure.text,
          plainText(label),
          details.map(plainText),
          group,
          highlight,
        ]),
    ).toEqual([
      ["1.234", "Leute in Aurach", ["am 31.12.2020"], "Orte", true],
      ["3,2\u00a0%", "x", [], undefined, false],
    ]);
  });

  it.each([
    ["items: []", ["empty-list: []"]],
    ["items:\n  - { value: orte, label: x }", ["expected-number: orte"]],
    ["items:\n  - { value: orte.Celle }", ["missing-field"]],
    ["items:\n  - { value: orte.Celle, label: x, foo: 1 }", ["unknown-field: foo"]],
    ["items:\n  - { value: orte.Celle / 3, label: x }", ["needs-format: orte.Celle / 3"]],
  ])("with faults are told: %j", (yaml, expected) => {
    expect(slideFaults(slide("figures", yaml))).toEqual(expected.map((one) => expect.stringContaining(one)));
  });
});
