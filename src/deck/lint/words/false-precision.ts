/** More digits than the words or the data bear: "rund 17.135", "9,971 %", tenths of a per cent of a few rounded counts. */

import { dataOf, type Figure, isMissing } from "../../../data/figure.ts";
import { roughlyExact, roundedCounts, tooManyPlaces } from "../../../source/messages/lint-words.ts";
import type { Slide } from "../../model.ts";
import type { Passage } from "../passages.ts";
import type { Finding, LintInput, Rule } from "../rule.ts";
import { figuresIn } from "../seen.ts";
import { isHarmless, isYear } from "./digits.ts";
import { isShare } from "./percent-points.ts";
import { overPassages, passagesWith, sentencesOf, signOf, type Word } from "./sentence.ts";

/** Words after which a number is not exact. */
const hedges: RegExp = /^(?:rund|etwa|circa|ca|zirka|ungefähr|annähernd|knapp|nahezu|fast|rd|gut)$/;
/** What AZR and others round counts to. */
const step = 5;

const hedge = signOf(({ lower }) => hedges.test(lower));
const inWords = overPassages(
  (passage) =>
    sentencesOf(passage).flatMap(({ words }) =>
      words.flatMap((word, index) => (word.kind === "number" ? findAt(passage, words, index) : [])),
    ),
  // Before a number that is rough, or in one that has too many places.
  hedge | signOf(({ text, kind }) => kind === "number" && /,\d{2,}$/.test(text)),
);

export const falsePrecision: Rule = { severity: "warning", find: (input) => [...inWords(input), ...inFigures(input)] };

function findAt(passage: Passage, words: readonly Word[], index: number): readonly Omit<Finding, "slide">[] {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined || isYear(word, next)) return [];
  const isPercent = /^[%‰]/.test(word.after) || next?.lower === "prozent";
  if (isPercent && !isHarmless(passage, word.start) && /,\d{2,}$/.test(word.text)) {
    return [{ span: passage.place(word.start, word.end), message: tooManyPlaces(word.text) }];
  }
  if (before === undefined || !hedges.test(before.lower) || isRound(word.text) || isHarmless(passage, word.start)) return [];
  return [{ span: passage.place(before.start, word.end), message: roughlyExact(before.text, word.text) }];
}

/** Three digits say enough of a rough number; below 1,000 two, or one that ends in 0 or 5. @param text German */
export function isRound(text: string): boolean {
  if (!/^[\d.,\s]+$/.test(text)) return true;
  const [whole = "", places = ""] = text.replaceAll(/[.\s]/g, "").split(",");
  if (places !== "") return places.length < 2;
  const digits = whole.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "").length;
  return digits.length <= 3 ? significant <= 2 || digits.endsWith("5") : significant <= 3;
}

const known = new WeakMap<Slide, readonly Finding[]>();

function inFigures({ slides }: LintInput): readonly Finding[] {
  return slides.flatMap(({ outline, slide }) => {
    let found = known.get(slide);
    if (found === undefined) {
      const figures = figuresIn(slide);
      // "percent(1)", "permille(2)"
      const places = figures.filter(({ format }) => format.startsWith("per"));
      found = [...places.flatMap((figure) => findFigure(figure, slide.id)), ...hedged(passagesWith(hedge, outline), figures, slide.id)];
      known.set(slide, found);
    }
    return found;
  });
}

function findFigure(figure: Figure, slide: string): readonly Finding[] {
  const digits = digitsOf(figure.format);
  if (digits === 0 || isMissing(figure.value)) return [];
  if (digits > 1) return [{ slide, span: figure.span, message: tooManyPlaces(figure.text) }];
  const { origin } = figure;
  if (!isShare(figure) || origin.kind !== "computed") return [];
  const whole = origin.inputs.at(-1);
  if (whole === undefined || isMissing(whole.value) || whole.value <= 0) return [];
  // Half a step of the part moves the share by more than its last place.
  if (step / 2 / whole.value <= (figure.format.startsWith("permille") ? 1e-4 : 1e-3)) return [];
  const isRounded = origin.inputs.some((input) => dataOf(input).some(({ dataset }) => dataset.additivity === "rounded"));
  if (!isRounded) return [];
  return [{ slide, span: figure.span, message: roundedCounts(figure.text, `${whole.value}`) }];
}

const formats = new Map<string, number>();

/** Decimal places of a share, 0 where its format names none. */
function digitsOf(format: string): number {
  let digits = formats.get(format);
  if (digits === undefined) {
    digits = Number(/^(?:percent|permille)\s*\(\s*(\d)\s*\)$/.exec(format)?.[1] ?? 0);
    formats.set(format, digits);
  }
  return digits;
}

/** "rund {{ auslaender.landkreis }}". */
function hedged(passages: readonly Passage[], figures: readonly Figure[], slide: string): readonly Finding[] {
  return passages.flatMap((passage) =>
    sentencesOf(passage).flatMap(({ words }) =>
      words.flatMap((word, index): readonly Finding[] => {
        const next = words[index + 1];
        if (next?.kind !== "bound" || !hedges.test(word.lower)) return [];
        const place = passage.placeholderAt(next.start);
        const figure =
          place && figures.find(({ span }) => span.source === place.source && span.start === place.start && span.end === place.end);
        if (figure === undefined || isMissing(figure.value)) return [];
        const number = figure.text.replace(/[^\d.,\s].*$/u, "").trim();
        return isRound(number) ? [] : [{ slide, span: figure.span, message: roughlyExact(word.text, figure.text) }];
      }),
    ),
  );
}
