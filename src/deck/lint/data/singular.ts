/** "1 Personen", and "2 Person" once the number is another one. */

import { describe } from "../../../data/expression/describe.ts";
import type { Figure } from "../../../data/figure.ts";
import { singularOf } from "../../../data/singular.ts";
import { notItsNumber } from "../../../source/messages/lint-form.ts";
import { spanOf } from "../../../source/source.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide, figuresIn } from "../seen.ts";

/** The word behind a placeholder; marks of emphasis may stand between. */
const wordBehind = /[*_]*(?:\s|&nbsp;)[*_]*(\p{Lu}[\p{L}-]+)/uy;

/** Of units that datasets give in the singular, too; who writes "Einwohner" for "Personen" is not asked. */
export const singular: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => figuresIn(slide).flatMap((figure) => findAt(figure, slide.id))),
};

function findAt(figure: Figure, slide: string): readonly Finding[] {
  const { span, unit, text, one } = figure;
  const { source, start, end } = span;
  if (unit === "" || !source.text.startsWith("{{", start)) return [];
  wordBehind.lastIndex = end;
  const [all = "", word = ""] = wordBehind.exec(source.text) ?? [];
  // Most other words need not be looked up.
  if (word === "" || (word !== unit && !unit.startsWith(word.slice(0, 2)))) return [];
  const told = one ?? singularOf(figure);
  const right = one ?? unit;
  if (told === undefined || word === right || (word !== told && word !== unit)) return [];
  const choice = `[${told}|${unit}]{choose: ${describe(figure)} <= 1}`;
  return [{ slide, span: spanOf(source, start, end + all.length), message: notItsNumber(`${text} ${word}`, `${text} ${right}`, choice) }];
}
