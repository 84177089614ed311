/** How high notes stand on their page. */

import { linesOf } from "../../../deck/fit-text.ts";
import type { Inline } from "../../../deck/model.ts";
import { space } from "../../../../theme/tokens.ts";
import type { Paragraph, Run } from "../slide/content.ts";
import type { NotesRoom } from "./room.ts";

/** Below 12 pt PowerPoint does not kern, so that a line takes a little more than it measures. */
const loose = 0.985;

/** px, as `slide/sketch.ts` sets paragraphs where no level has a bullet. */
export function notesHeight(paragraphs: readonly Paragraph[], { width, levels }: NotesRoom): number {
  let height = 0;
  for (const [i, { role, level, look, runs }] of paragraphs.entries()) {
    const set = levels[Math.min(look ?? (role === "list" ? level : 0), levels.length - 1)];
    if (set === undefined) continue;
    const indents = role === "list" ? level + 1 : level;
    const lines = linesOf(runs.map(inlineOf), Math.max(1, width * loose - indents * space.indent), set.style);
    height += (i === 0 ? 0 : set.before) + lines * set.style.line;
  }
  return height;
}

function inlineOf({ text, bold, code }: Run): Inline {
  if (text === "\n") return { kind: "break" };
  const words: Inline = { kind: code ? "code" : "text", text };
  return bold ? { kind: "strong", content: [words] } : words;
}
