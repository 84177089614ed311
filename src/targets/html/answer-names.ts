/** What a number is called that was worked out: "Anteil: Landkreis", "»Quote« minus »Vor Ort«". */

import { type Behind, type FigureTold, isStep, type StepTold } from "../../deck/ledger/told.ts";
import { nameOfTwo, operationNoun, type Sides } from "./ask-words.ts";

/** `undefined` of a datum, which is named by the page. */
export function nameOf({ entry: { text }, behind }: FigureTold): string | undefined {
  if (behind === undefined) return "Zahl aus dem Text";
  if (!isStep(behind)) return undefined;
  const { entry } = behind;
  const noun = operationNoun(entry, text);
  if (entry.subject !== undefined) return `${noun}: ${entry.subject}`;
  return nameOfTwo(entry.operation, noun, sidesOf(behind)) ?? noun;
}

function sidesOf(step: StepTold): Sides {
  const [first, second, ...more] = operandsOf(step);
  if (more.length > 0) return [undefined, undefined];
  const names: Sides = [sideOf(first), sideOf(second)];
  if (names[0] !== names[1]) return names;
  // "Landkreis" of one dataset and of another.
  const titles: Sides = [titleOf(first), titleOf(second)];
  return titles[0] === titles[1] ? [undefined, undefined] : titles;
}

/** In their places; `undefined` for numbers that stand in the expression itself. */
function operandsOf({ entry, inputs }: StepTold): readonly (Behind | undefined)[] {
  const left = [...inputs];
  return entry.inputs.map((ref) => ("number" in ref ? undefined : left.shift()));
}

/** Of a datum its name, of the sum of a whole dataset that one's title. */
function sideOf(behind: Behind | undefined): string | undefined {
  if (behind === undefined) return undefined;
  if (!isStep(behind)) return behind.entry.name;
  const { entry, inputs } = behind;
  if (entry.operation === "+") {
    const parts = operandsOf(behind).map(sideOf);
    return parts.includes(undefined) ? undefined : parts.join(" + ");
  }
  const [input] = inputs;
  return input !== undefined && /^sum\(\w+\)$/u.test(entry.expression) ? titleOf(input) : undefined;
}

function titleOf(behind: Behind | undefined): string | undefined {
  return behind === undefined || isStep(behind) ? undefined : behind.origin.dataset.title;
}
