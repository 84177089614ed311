import { describe, expect, it } from "vitest";
import { slideOf } from "../../../deck/testing.ts";
import { toSource } from "../../../source/source.ts";
import { houseTemplate } from "../template/house.ts";
import { notesOf } from "./paragraphs.ts";
import { notesRoomOf } from "./room.ts";

const room = notesRoomOf(houseTemplate("16:9", {}));
const orte = "[1] Einwohner der Orte: Testamt, Tabelle T-1, Stichtag 31.12.2020";

/** "role level: text", bold in stars, links in brackets. */
function sketch(text: string): readonly string[] {
  return notesOf(slideOf(text), room).map(
    ({ role, level, numbered, checked, runs }) =>
      `${role} ${level}${numbered ? ` ${numbered.start}` : ""}${checked === undefined ? "" : ` ${checked}`}: ${runs
        .map(({ text: words, bold, italic, link }) => {
          const marked = bold ? `*${words}*` : italic ? `/${words}/` : words;
          return link && "address" in link ? `<${marked}|${link.address}>` : marked;
        })
        .join("")}`,
  );
}

describe("notesOf", () => {
  it("is the notes as they are written, then the ledger", () => {
    const notes = `Erst *dies*, [dann](https://a.example) **das**.

## Ablauf

3. drei
   - innen

     weiter
4. vier

- [x] getan

> Zitat

| Ort | Zahl |
|---|---|
| A | **1** |
`;
    expect(sketch(`# Titel\n\n{{ orte.Celle }}\n\nNote:\n${notes}`)).toEqual([
      "plain 0: Erst /dies/, <dann|https://a.example> *das*.",
      "heading 0: *Ablauf*",
      "list 0 3: drei",
      "list 1: innen",
      "plain 2: weiter",
      "list 0 3: vier",
      "list 0 true: getan",
      "quote 1: Zitat",
      "plain 0: *Ort* | *Zahl*",
      "plain 0: A | *1*",
      "heading 0: *Zahlennachweis*",
      "plain 0: Einwohner der Orte [1], Personen: Celle *50*",
      `plain 0: ${orte}`,
    ]);
  });

  it("has no ledger without figures, no empty line without notes, and nothing of nothing", () => {
    expect(sketch("# Titel\n\nNote:\nWort\n")).toEqual(["plain 0: Wort"]);
    expect(sketch("# Titel\n\n{{ orte.Celle }}\n")[0]).toBe("heading 0: *Zahlennachweis*");
    expect(sketch("# Titel\n")).toEqual([]);
  });

  it("holds nothing that XML cannot", () => {
    const slide = slideOf("# Titel\n\nNote:\nx\n");
    const span = { source: toSource("a.md", ""), start: 0, end: 0 };
    const content = [{ kind: "text", text: "a\u0001\ud800b" }] as const;
    expect(notesOf({ ...slide, notes: [{ kind: "paragraph", content, span }] }, room)[0]?.runs).toEqual([{ text: "ab" }]);
  });
});
