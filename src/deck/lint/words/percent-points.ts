/** The difference of two percentages is percentage points: in words, and where a bound difference is formatted as per cent. */

import { type Figure, isMissing, type Quantity } from "../../../data/figure.ts";
import { percentPoints as message, pointsFormat } from "../../../source/messages/lint-words.ts";
import type { Slide } from "../../model.ts";
import { wordsOf } from "../passages.ts";
import type { Finding, LintInput, Rule } from "../rule.ts";
import { figuresIn } from "../seen.ts";
import { isCardinal } from "./number-words.ts";
import { overPassages, type Sentence, sentencesOf, signOf, type Word } from "./sentence.ts";

const share: RegExp = /(?:^|\p{L})(?:anteil(?:e|en|s|es)?|quoten?)$/u;

const inWords = overPassages(
  (passage) =>
    sentencesOf(passage).flatMap((sentence) =>
      differencesIn(sentence).map(([from, to]) => ({
        span: passage.place(from.start, to.end),
        message: message(wordsOf(passage, from.start, to.end)),
      })),
    ),
  signOf(({ lower }) => lower === "um"),
);

export const percentPoints: Rule = { severity: "warning", find: (input) => [...inWords(input), ...inFigures(input)] };

/** "um zwei Prozent", said of a share. */
function differencesIn({ words }: Sentence): readonly (readonly [Word, Word])[] {
  if (!words.some(({ lower }) => share.test(lower))) return [];
  return words.flatMap((word, index): readonly (readonly [Word, Word])[] => {
    const [number, unit] = [words[index + 1], words[index + 2]];
    if (word.lower !== "um" || number === undefined) return [];
    if (number.kind === "word" && !isCardinal(number.lower)) return [];
    if (number.after.startsWith("%")) return [[word, number]];
    return unit?.lower === "prozent" ? [[word, unit]] : [];
  });
}

const known = new WeakMap<Slide, readonly Finding[]>();

function inFigures({ slides }: LintInput): readonly Finding[] {
  return slides.flatMap(({ slide }) => {
    let found = known.get(slide);
    if (found === undefined) {
      found = figuresIn(slide)
        .filter(isDifferenceOfShares)
        .flatMap((figure) => {
          const digits = percentDigits(figure.format);
          if (digits === undefined || isMissing(figure.value)) return [];
          return [{ slide: slide.id, span: figure.span, message: pointsFormat(figure.format, digits) }];
        });
      known.set(slide, found);
    }
    return found;
  });
}

function percentDigits(format: string): number | undefined {
  const match = /^percent(?:\s*\(\s*(\d)\s*\))?$/.exec(format);
  return match === null ? undefined : Number(match[1] ?? 0);
}

export function isDifferenceOfShares({ unit, origin }: Quantity): boolean {
  if (unit !== "" || origin.kind !== "computed") return false;
  return (origin.operation === "-" || origin.operation === "change") && origin.inputs.length === 2 && origin.inputs.every(isShare);
}

/** A part of a whole: two counts of one unit, divided. A rate of change is none, nor is 1. */
export function isShare({ unit, origin }: Figure | Quantity): boolean {
  return unit === "" && origin.kind === "computed" && (origin.operation === "/" || origin.operation === "share");
}
