/**
 * A deck as a PowerPoint file, the whole flow:
 *
 *     Deck ─itemsOf→ items of each slide, with what does not fit
 *            └ some dozens of slides at a time ─writeSlides→ shapes by pptxgenjs and finished, native charts, drawings, notes
 *                                                            ├→ parts, compressed as they come ─→ the package
 *                                                            └→ a record of what they say, for when the file comes back
 */

import type { Deck } from "../../deck/model.ts";
import type { Diagnostic, Outcome } from "../../source/diagnostic.ts";
import { Recorder } from "./audit/recorder.ts";
import { Forms } from "./compose/forms.ts";
import { type FinishablePackage, newPackage } from "./package/builder.ts";
import { addPresentation } from "./package/presentation.ts";
import { itemsOf } from "./slide/arrange.ts";
import type { Item } from "./slide/content.ts";
import { lossesOf, titlesTwice } from "./slide/losses.ts";
import type { Picture, SlideContext } from "./slide/context.ts";
import { writeSlides } from "./slide/write.ts";
import { withDraftMark } from "./template/draft.ts";
import type { Template } from "./template/template.ts";

export interface PptxInput {
  readonly deck: Deck;
  /** With all layouts that the deck uses. */
  readonly template: Template;
  /** All that the slides show, by their address in the deck; each of them `isShowable` (`slide/picture.ts`). */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/**
 * The file's bytes: the same for the same input, on any day and in any time zone. What does not fit is told of all slides
 * before anything is written; after an error, nothing is.
 */
export async function writePptx(input: PptxInput): Promise<Outcome<Uint8Array>> {
  const { items, diagnostics } = arrange(input);
  const faulty = diagnostics.some(({ severity }) => severity === "error");
  return { value: faulty ? undefined : await writeArranged(input, items), diagnostics };
}

/**
 * Writes what has been arranged, whether or not all of it fits.
 *
 * @param items of each slide, in order
 */
export async function writeArranged(input: PptxInput, items: readonly (readonly Item[])[]): Promise<Uint8Array> {
  const { deck } = input;
  const template = withDraftMark(input.template, deck);
  const file = newPackage({ parts: template.parts });
  const paths = deck.slides.map(() => file.next("ppt/slides/slide", "xml"));
  const recorder = new Recorder();
  const contexts = contextsOf(input, file, paths, recorder);
  const forms = new Forms();
  for (let from = 0; from < contexts.length; from += slidesAtOnce) {
    const batch = contexts.slice(from, from + slidesAtOnce);
    await writeSlides(
      batch.map((context) => ({ context, items: items[context.number - 1] ?? [] })),
      forms,
    );
  }
  addPresentation(file, { deck, template, slides: paths, record: recorder.finish(deck) });
  return file.finish();
}

/** As many as keep memory small; more are not faster. */
const slidesAtOnce = 50;

/** Of each slide, in order, also of those of which something does not fit; with all that is to be told of the deck. */
export function arrange({ deck, template, pictures }: PptxInput): {
  readonly items: readonly (readonly Item[])[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const outcomes = deck.slides.map((slide, i) => itemsOf(slide, deck, template, i + 1, pictures));
  const diagnostics = [...outcomes.flatMap((outcome) => outcome.diagnostics), ...deck.slides.flatMap(lossesOf), ...titlesTwice(deck)];
  return { items: outcomes.map(({ value }) => value ?? []), diagnostics };
}

function contextsOf(
  { deck, template, pictures }: PptxInput,
  file: FinishablePackage,
  paths: readonly string[],
  recorder: Recorder,
): readonly SlideContext[] {
  const byId = new Map(deck.slides.map(({ id }, i) => [id, paths[i]]));
  const shared = { deck, template, pictures, package: file, recorder, slidePath: (id: string) => byId.get(id) };
  return deck.slides.map((slide, i) => ({ ...shared, slide, number: i + 1, part: file.part(paths[i] ?? "") }));
}
