/** Words for notes that their page in the PowerPoint file does not hold. */

import type { Message } from "../diagnostic.ts";

export function pptxNotesTooLong(lines: number): Message {
  return {
    code: "pptx-notes-too-long",
    de: `Die Notizen sind um etwa ${lines} ${lines === 1 ? "Zeile" : "Zeilen"} zu lang für ihre Seite in PowerPoint: gedruckt fehlt das Ende, der Zahlennachweis auch. Bitte kürzen, oder die Folie teilen.`,
    en: `The notes are about ${lines} ${lines === 1 ? "line" : "lines"} too long for their page in PowerPoint: in print their end is missing, and so is the ledger of numbers. Shorten them, or split the slide.`,
  };
}
