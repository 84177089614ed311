/** What stands in the notes of a slide: the speaker's words, and where the slide's numbers come from. */

import type { Inline, Slide } from "../../../deck/model.ts";
import type { Paragraph } from "../slide/content.ts";
import { runsOf, runsOfText } from "../slide/runs.ts";
import { blockParagraphs } from "./blocks.ts";
import { ledgerOf } from "./ledger.ts";
import { type LedgerLine, type LedgerPart, ledgerLines } from "./ledger-words.ts";

/** The heading of the ledger. */
const ledgerHeading = "Zahlennachweis";

/** px: 9 pt close under each other, so that a page of notes holds the numbers of a map. */
const ledgerLook = { size: 12, before: 2 } as const;

/** The notes, then the ledger after an empty line; empty where a slide has neither. */
export function notesOf(slide: Slide): readonly Paragraph[] {
  const notes = blockParagraphs(slide.notes);
  const lines = ledgerLines(ledgerOf(slide));
  if (lines.length === 0) return notes;
  const heading: Paragraph = { role: "heading", level: 0, runs: runsOfText(ledgerHeading, { bold: true }) };
  const apart: readonly Paragraph[] = notes.length === 0 ? [] : [{ role: "plain", level: 0, runs: [] }];
  return [...notes, ...apart, heading, ...lines.map(ofLine)];
}

function ofLine({ level, parts }: LedgerLine): Paragraph {
  return { role: "plain", level, ...ledgerLook, runs: runsOf(parts.map(ofPart)) };
}

function ofPart({ text, shown, address }: LedgerPart): Inline {
  const words: Inline = { kind: "text", text };
  if (shown) return { kind: "strong", content: [words] };
  return address === undefined ? words : { kind: "link", address, content: [words] };
}
