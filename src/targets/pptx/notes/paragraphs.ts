/** What stands in the notes of a slide: the speaker's words, and where the slide's numbers come from. */

import type { Inline, Slide } from "../../../deck/model.ts";
import { type Diagnostic, warning } from "../../../source/diagnostic.ts";
import { pptxNotesTooLong } from "../../../source/messages/pptx-notes.ts";
import type { Paragraph } from "../slide/content.ts";
import { runsOf, runsOfText } from "../slide/runs.ts";
import { ledgerLevels } from "../template/notes-master.ts";
import { blockParagraphs } from "./blocks.ts";
import { notesHeight } from "./height.ts";
import { ledgerOf } from "../../../deck/ledger/ledger.ts";
import { type LedgerLine, type LedgerPart, ledgerLines } from "../../../deck/ledger/ledger-words.ts";
import type { NotesRoom } from "./room.ts";

/** The heading of the ledger. */
const ledgerHeading = "Zahlennachweis";

/**
 * The notes, then the ledger, in the largest of its sizes in which the page holds both, and in the smallest where none
 * does: no line is ever left out. Empty where a slide has neither.
 */
export function notesOf(slide: Slide, room: NotesRoom): readonly Paragraph[] {
  const notes = blockParagraphs(slide.notes);
  const lines = ledgerLines(ledgerOf(slide));
  if (lines.length === 0) return notes;
  const heading: Paragraph = { role: "heading", level: 0, look: ledgerLevels.heading, runs: runsOfText(ledgerHeading, { bold: true }) };
  let all: readonly Paragraph[] = [];
  for (const look of ledgerLevels.lines) {
    all = [...notes, heading, ...lines.map((line) => ofLine(line, look))];
    if (notesHeight(all, room) <= room.height) break;
  }
  return all;
}

/** Tells of notes that run off their page by themselves, without the ledger. */
export function checkNotes({ notes }: Slide, room: NotesRoom, report: Diagnostic[]): void {
  const [block] = notes;
  const over = block === undefined ? 0 : notesHeight(blockParagraphs(notes), room) - room.height;
  const line = room.levels[0]?.style.line ?? 1;
  if (block !== undefined && over > 0) report.push(warning(block.span, pptxNotesTooLong(Math.ceil(over / line))));
}

function ofLine({ level, parts }: LedgerLine, look: number): Paragraph {
  return { role: "plain", level, look, runs: runsOf(parts.map(ofPart)) };
}

function ofPart({ text, shown, address }: LedgerPart): Inline {
  const words: Inline = { kind: "text", text };
  if (shown) return { kind: "strong", content: [words] };
  return address === undefined ? words : { kind: "link", address, content: [words] };
}
