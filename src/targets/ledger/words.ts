/** German words of the ledger's files. */

import { germanDate } from "../../data/calendar.ts";
import type { Role } from "../../deck/ledger/appearances.ts";
import type { FilePlace, Ledger } from "../../deck/ledger/entries.ts";

export const roles: Readonly<Record<Role, string>> = {
  title: "Titel",
  prose: "Text",
  table: "Tabelle",
  "key-figure": "Kennzahl",
  chart: "Diagramm",
  label: "Beschriftung",
  note: "Notizen",
  "alt-text": "Alternativtext",
  footnote: "Fußnote",
};

/** Whether the deck may go out. */
export function stateWords(state: NonNullable<Ledger["deck"]["state"]>): string {
  if (state.kind === "draft") return "ENTWURF, noch nicht freigegeben";
  return `Freigegeben am ${germanDate(state.on)} durch ${state.by}${state.changed === true ? ", seither geändert" : ""}`;
}

/** "13 Zahlen"; nothing of none. */
export function countWords(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}

/** "data/einwohner/2022-12-31.yaml:4:14". */
export function placeWords({ file, line, column }: FilePlace): string {
  return `${file}:${line}:${column}`;
}

/** Places in one file: "data/einwohner/2022-12-31.yaml:4–9, 12". */
export function linesWords(places: readonly FilePlace[]): string {
  const [first] = places;
  if (first === undefined) return "";
  const lines = [...new Set(places.map(({ line }) => line))].toSorted((a, b) => a - b);
  const ranges: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const from = i;
    while (lines[i + 1] === (lines[i] ?? 0) + 1) i += 1;
    ranges.push(i === from ? `${lines[from]}` : `${lines[from]}–${lines[i]}`);
    i += 1;
  }
  return `${first.file}:${ranges.join(", ")}`;
}
