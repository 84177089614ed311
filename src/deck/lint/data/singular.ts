/** "1 Personen", and "2 Person" once the number is another one. */

import { describe } from "../../../data/expression/describe.ts";
import { type Figure, isMissing } from "../../../data/figure.ts";
import { singularOf } from "../../../data/singular.ts";
import { notItsNumber } from "../../../source/messages/lint-form.ts";
import { type Span, spanOf } from "../../../source/source.ts";
import { appearancesOf } from "../../ledger/appearances.ts";
import type { Slide } from "../../model.ts";
import { plainText } from "../../plain-text.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide, figuresIn } from "../seen.ts";

/** What stands behind a placeholder: a word, or the bracket of words that are chosen; marks of emphasis may stand between. */
const behind = /[*_]*(?:\s|&nbsp;)[*_]*(?:(\p{Lu}[\p{L}-]+)|\[)/uy;
const firstWord = /^\p{Lu}[\p{L}-]+/u;

/** Of units that datasets give in the singular, too; who writes "Einwohner" for "Personen" is not asked. */
export const singular: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => figuresIn(slide).flatMap((figure) => findAt(figure, slide))),
};

function findAt(figure: Figure, slide: Slide): readonly Finding[] {
  const { span, unit, text, one, value } = figure;
  // No words follow what nobody knows.
  if (isMissing(value) && value.exactly === undefined) return [];
  if (unit === "" || saysOtherwise.test(figure.format) || !span.source.text.startsWith("{{", span.start)) return [];
  const { word, end } = wordBehind(span, slide);
  // Most other words need not be looked up.
  if (word === "" || (word !== unit && !unit.startsWith(word.slice(0, 2)))) return [];
  const told = one ?? singularOf(figure);
  const right = one ?? unit;
  if (told === undefined || word === right || (word !== told && word !== unit)) return [];
  const condition = whenOne(figure);
  const always = condition === undefined ? unit : `[${told}|${unit}]{choose: ${condition}}`;
  return [
    { slide: slide.id, span: spanOf(span.source, span.start, end), message: notItsNumber(`${text} ${word}`, `${text} ${right}`, always) },
  ];
}

/** "die 1. Person" is one of many, and nobody says "eins Person". */
const saysOtherwise = /^(?:ordinal|words)/u;

function wordBehind({ source, end }: Span, slide: Slide): { readonly word: string; readonly end: number } {
  behind.lastIndex = end;
  const [all = "", word] = behind.exec(source.text) ?? [];
  const stop = end + all.length;
  if (word !== undefined || all === "") return { word: word ?? "", end: stop };
  for (const { shown } of appearancesOf(slide).all) {
    if (shown.kind !== "claim" || shown.span.source !== source || shown.span.start !== stop - 1) continue;
    return { word: firstWord.exec(plainText(shown.content))?.[0] ?? "", end: shown.span.end };
  }
  return { word: "", end: stop };
}

/** When the figure's text wants the singular, as a condition on what is shown; `undefined`: in its format it never does. */
function whenOne(figure: Figure): string | undefined {
  const { value, format, origin } = figure;
  const x = figure.expression ?? describe(figure);
  const signed = format.startsWith("signed");
  const mayBeNegative =
    signed || Number(value) < 0 || (origin.kind === "computed" && (origin.operation === "-" || origin.operation === "change"));
  // It shows what is less than one by a sign, and nothing that is whole.
  if (format === "fraction") return mayBeNegative ? `${x} > -1 and ${x} < 1` : `${x} < 1`;
  if (!/^(?:number|signed)(?:\(\s*0?\s*\))?$/u.test(format)) return undefined;
  if (isMissing(value) || Number.isInteger(value)) return mayBeNegative ? `${x} = 1 or ${x} = -1` : `${x} = 1`;
  const rounded = `${x} >= 0.5 and ${x} < 1.5`;
  return mayBeNegative ? `${rounded} or ${x} > -1.5 and ${x} <= -0.5` : rounded;
}
