/** What a number is called that was worked out: "Anteil: Landkreis", "»Quote« minus »Vor Ort«". */

import type { SlideLedger } from "../../deck/ledger/book.ts";
import type { DatumEntry, FigureEntry, Ref, StepEntry } from "../../deck/ledger/entries.ts";
import { nameOfTwo, operationNoun, type Sides } from "./ask-words.ts";

/** Of the numbers of one slide. */
export class AnswerNames {
  private readonly data: ReadonlyMap<string, DatumEntry>;
  private readonly steps: ReadonlyMap<string, StepEntry>;
  /** Of datasets, by the release. */
  private readonly titles: ReadonlyMap<string, string>;

  constructor({ data, steps, releases }: SlideLedger) {
    this.data = new Map(Array.from(data.values(), (entry) => [entry.key, entry]));
    this.steps = new Map(Array.from(steps.values(), ({ entry }) => [entry.key, entry]));
    this.titles = new Map(Array.from(releases, ({ key, title }) => [key, title]));
  }

  /** `undefined` of a datum, which is named by the page. */
  of({ origin, text }: Pick<FigureEntry, "origin" | "text">): string | undefined {
    if ("datum" in origin) return undefined;
    const step = "step" in origin ? this.steps.get(origin.step) : undefined;
    if (step === undefined) return "Zahl aus dem Text";
    const noun = operationNoun(step, text);
    if (step.subject !== undefined) return `${noun}: ${step.subject}`;
    return nameOfTwo(step.operation, noun, this.sidesOf(step)) ?? noun;
  }

  private sidesOf({ inputs: [first, second, ...more] }: StepEntry): Sides {
    if (first === undefined || second === undefined || more.length > 0) return [undefined, undefined];
    const names: Sides = [this.sideOf(first), this.sideOf(second)];
    if (names[0] !== names[1]) return names;
    // "Landkreis" of one dataset and of another.
    const titles: Sides = [this.titleOf(first), this.titleOf(second)];
    return titles[0] === titles[1] ? [undefined, undefined] : titles;
  }

  /** Of a datum its name, of the sum of a whole dataset that one's title. */
  private sideOf(ref: Ref): string | undefined {
    if ("datum" in ref) return this.data.get(ref.datum)?.name;
    const step = "step" in ref ? this.steps.get(ref.step) : undefined;
    if (step === undefined) return undefined;
    if (step.operation === "+") {
      const parts = step.inputs.map((input) => this.sideOf(input));
      return parts.includes(undefined) ? undefined : parts.join(" + ");
    }
    const [input] = step.inputs;
    return input !== undefined && /^sum\(\w+\)$/u.test(step.expression) ? this.titleOf(input) : undefined;
  }

  private titleOf(ref: Ref): string | undefined {
    const release = "datum" in ref ? this.data.get(ref.datum)?.release : undefined;
    return release === undefined ? undefined : this.titles.get(release);
  }
}
