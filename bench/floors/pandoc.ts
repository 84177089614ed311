/** A deck for pandoc: headings, five bullets, a table of 15 rows on each slide, and notes. */

import { writeFileSync } from "node:fs";

export function writePandocDeck(path: string, slides: number): void {
  const texts = Array.from({ length: slides }, (_, index) => {
    const bullets = Array.from({ length: 5 }, (_unused, at) => `- Punkt ${at + 1} der Folie ${index + 1}, **betont**\n`).join("");
    const rows = Array.from({ length: 15 }, (_unused, row) => `| Zeile ${row + 1} | ${index * 17 + row} | ${index * 13 + row} |\n`).join(
      "",
    );
    return `## Folie ${index + 1}\n\n${bullets}\n| Was | Anzahl | Davon |\n|---|---:|---:|\n${rows}\n::: notes\nNotiz ${index + 1}\n:::\n`;
  });
  writeFileSync(path, texts.join("\n"));
}
