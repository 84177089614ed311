/** What is said of a number that was asked: all of it text, whatever an author or an office wrote. */

import type { AskedDatum } from "../../data/answer.ts";
import type { Reply, Told } from "./answers.ts";
import { foldedUnder, lines, make } from "./elements.ts";
import { seriesOf } from "./series.ts";
import { sourcesOf } from "./sources.ts";
import { nameOf, per, titlesOf, unitOf } from "./words.ts";

/** More steps or lines than this stand folded: nobody reads them while the speaker waits. */
const most = 5;
/** More lines than this of a claim are written smaller. */
const manyLines = 3;

/** Its parts in their order; the heading has the id `headingId`. */
export function contentOf({ told, claim }: Reply, headingId: string): readonly HTMLElement[] {
  const [main, ...others] = told;
  const all = [...told, ...(claim === undefined ? [] : [claim])];
  return [
    headOf(main, headingId),
    ...workedOf(main),
    ...others.filter(({ answer }) => answer.worked !== undefined).flatMap((other) => named(nameOf(other), workedOf(other))),
    ...(claim === undefined ? [] : named(`Aussage „${claim.answer.text}“`, workedOf(claim))),
    ...seriesOf(main),
    ...sourcesOf(all, isPlain(main) && all.length === 1, main.answer.kind === "claim"),
  ];
}

/** A value that stands in the data as it is. */
function isPlain({ answer, data }: Told): boolean {
  return answer.kind === undefined && answer.worked === undefined && data.length === 1;
}

function headOf(told: Told, id: string): HTMLElement {
  const { kind, text, exact } = told.answer;
  const heading = make("h2", "answer-value", kind === "claim" ? `„${text}“` : text);
  heading.id = id;
  if (kind === "claim") heading.classList.add("answer-words");
  const [unit, name] = [unitOf(told), nameOf(told)];
  if (unit !== "") heading.append(" ", make("span", "answer-unit", unit));
  const head = make("div", "answer-head");
  // The unit is said once.
  head.append(heading, make("p", "answer-name", unit !== "" && name.startsWith(`${unit}: `) ? name.slice(unit.length + 2) : name));
  const [datum]: readonly (AskedDatum | undefined)[] = told.data;
  const note = told.data.length === 1 ? datum?.note : undefined;
  if (note !== undefined) head.append(make("p", "answer-note", note));
  if (isPlain(told) && exact !== undefined) head.append(make("p", "answer-note", allDigits(exact)));
  return head;
}

/** The calculation, and all digits of what it gives; of a claim what it says of the numbers, and that it holds. */
function workedOf(told: Told): readonly HTMLElement[] {
  const { answer, steps } = told;
  if (isPlain(told)) return [];
  // What all of it is about stands below, with the source.
  const [title, ...others] = titlesOf(told);
  const short = (line: string): string => per(title === undefined || others.length > 0 ? line : line.replaceAll(`${title}, `, ""));
  const { worked, said = [], means = [], exact } = answer;
  const parts = [
    ...(worked === undefined ? [] : [make("p", "answer-sum", rounds(exact) ? worked.replace(/=(?=[^=]*$)/u, "≈") : worked)]),
    ...said.map((line) => make("p", "answer-said", short(line))),
    ...means.map((line) => make("p", "answer-exact", line)),
    ...(answer.kind === "claim" ? [make("p", "answer-exact", "Trifft zu; sonst ließe sich die Präsentation nicht erstellen.")] : []),
    ...(exact === undefined ? [] : [make("p", "answer-exact", allDigits(exact))]),
  ];
  if (parts.length === 0) return [];
  const box = make("div", said.length > manyLines ? "answer-worked answer-many" : "answer-worked");
  const list = lines("answer-steps", steps.map(per));
  // What a claim says is the answer; how its numbers were found is for who asks on.
  const folds = steps.length > (answer.kind === "claim" ? 0 : most);
  box.append(...parts, ...(steps.length === 0 ? [] : [folds ? foldedUnder("Rechenweg", list) : list]));
  return [box];
}

/** Whether what is shown was rounded: what stands behind it has digits after the comma that are not shown. */
function rounds(exact: string | undefined): boolean {
  return exact?.includes(",") === true;
}

/** "ungerundet 9,9713… %" where nobody would read to the end, else "genau 171.843 Personen". */
function allDigits(exact: string): string {
  if (!exact.includes("…")) return `genau ${per(exact)}`;
  return `ungerundet ${per(exact.replace(/(,0*\d{4})\d*…/u, "$1…"))}`;
}

/** Of what a mark shows beside its value. */
function named(name: string, [box]: readonly HTMLElement[]): readonly HTMLElement[] {
  if (box === undefined) return [];
  box.prepend(make("p", "answer-label", name));
  return [box];
}
