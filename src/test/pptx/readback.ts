/** Whether a written file says what its deck says: every slide, its notes and their ledger, nothing missing, nothing more. */

import type { Deck } from "../../deck/model.ts";
import { differences } from "./compare.ts";
import { clean, expectedNotes, expectedOn } from "./expected.ts";
import { ledgerFaults, ledgerHeading } from "./ledger.ts";
import { openPresentation, type Presentation } from "./open.ts";
import { saidInNotes, saidOn } from "./said.ts";
import { workedOutFaults } from "./worked-out.ts";
import { child } from "./xml.ts";

/** @returns differences, each with its slide; none where the file is true. @throws Error where it is no zip */
export async function readBack(bytes: Uint8Array, deck: Deck): Promise<readonly string[]> {
  return readBackOpened(await openPresentation(bytes), deck);
}

export function readBackOpened(file: Presentation, deck: Deck): readonly string[] {
  const count = file.slides.length === deck.slides.length ? [] : [`${file.slides.length} slides instead of ${deck.slides.length}`];
  return [...count, ...properties(file, deck), ...deck.slides.flatMap((_, i) => readBackSlide(file, deck, i))];
}

/** @param index of the slide, from 0 */
export function readBackSlide(file: Presentation, deck: Deck, index: number): readonly string[] {
  const [slide, path] = [deck.slides[index], file.slides[index]];
  if (slide === undefined) return [];
  if (path === undefined) return [`${slide.id}: is not there`];
  const notes = saidInNotes(file, path);
  const at = notes.indexOf(ledgerHeading);
  const [own, ledger] = at < 0 ? [notes, []] : [notes.slice(0, at), notes.slice(at + 1)];
  const found = [
    ...differences(expectedOn(slide, deck, index + 1), saidOn(file, path)),
    ...differences(expectedNotes(slide, deck), own).map((line) => `notes ${line}`),
    ...ledgerFaults(ledger, slide),
    ...workedOutFaults(file, path, slide),
  ];
  return found.map((line) => `${slide.id}: ${line}`);
}

/** What the file says of itself. */
function properties(file: Presentation, deck: Deck): readonly string[] {
  const root = file.root(file.related("", "core-properties") ?? "");
  const said = [child(root, "dc:title")?.textContent ?? "", child(root, "dc:creator")?.textContent ?? ""];
  const title = deck.state?.kind === "draft" ? `${deck.title} (Entwurf)` : deck.title;
  const wanted = [clean(title), clean(deck.author ?? said[1] ?? "")];
  return wanted.join("\n") === said.join("\n") ? [] : [`its properties are ${said.join(", ")}`];
}
