/** Kicker and title of a slide of changes: which data they are of, and what happened to the number that changed most. */

import type { IsoDate } from "../data/figure.ts";
import type { FigureChange } from "../update/diff/changes.ts";
import { escaped } from "../update/diff/markdown.ts";
import { flow, record, yamlText } from "../update/yaml.ts";

/** What all slides of changes begin with. */
const words = "Was sich geändert hat";

/** Whether a text begins as a slide of changes does. */
export function isChangeSlide(text: string): boolean {
  const [, kicker, body] = /^---\nkicker: ["']?([^\n]*)\n---\n# [^\n]*\n(.*)$/su.exec(text) ?? [];
  return kicker?.startsWith(words) === true && (body?.trim() === "" || body?.startsWith("\n```changes\n") === true);
}

/** The slide of states between which nothing differs. */
export function emptySlide(): string {
  return headOf(words, "Keine der gezeigten Zahlen hat sich geändert");
}

export interface Headed {
  /** Title of the dataset; "" for several. */
  readonly title: string;
  /** What the slide shows. */
  readonly figures: readonly FigureChange[];
  /** "(1/3)" where the dataset's changes take several slides. */
  readonly part: string;
  /** Days of the states; absent where an expression cannot say them. */
  readonly days?: { readonly from: IsoDate; readonly to: IsoDate };
}

/** Front matter and title, from those that say most to those that always fit. */
export function headsOf({ title, figures, part, days }: Headed): readonly string[] {
  const lead = days && leadOf(figures);
  const heads = [headOf(kickerOf([title], part), title === "" ? words : title), headOf(kickerOf([], part), words)];
  if (lead === undefined || days === undefined) return heads;
  const written = (day: IsoDate): string => `{{ as_of(${lead.expression}, @ ${day}) | ${lead.format} }}`;
  const change = `von ${written(days.from)} auf ${written(days.to)}`;
  const name = title === "" ? lead.label : lead.label.replace(`${title}, `, "");
  const named = [
    headOf(kickerOf([title], part), `${escaped(name)}: ${change}`),
    headOf(kickerOf([lead.label], part), `V${change.slice(1)}`),
  ];
  // A name with digits in it would be the one number on the slide that somebody typed.
  return [...(/\d/u.test(name) ? [] : named), headOf(kickerOf([title], part), `V${change.slice(1)}`), ...heads];
}

/** What a number is called below its dataset's title, as Markdown; none with digits in it: the one number that somebody typed. */
export function shortName({ label }: FigureChange, title: string): string | undefined {
  const name = title === "" ? label : label.replace(`${title}, `, "");
  return /\d/u.test(name) ? undefined : escaped(name);
}

/** The number that changed most for its size. */
export function leadOf(figures: readonly FigureChange[]): FigureChange | undefined {
  const sizes = figures.flatMap((figure) => {
    const { change, before, after } = figure;
    if (change === undefined || before.text === after.text) return [];
    const size = change.rate ?? (before.value === undefined || before.value === 0 ? 0 : change.difference / before.value);
    return [{ figure, size: Math.abs(size) }];
  });
  return sizes.toSorted((a, b) => b.size - a.size)[0]?.figure;
}

function kickerOf(names: readonly string[], part: string): string {
  const named = [words, ...names.filter((name) => name !== "")].join(": ");
  return part === "" ? named : `${named} ${part}`;
}

function headOf(kicker: string, title: string): string {
  return `---\n${yamlText(record(["kicker", flow(kicker)]))}---\n# ${title}\n`;
}
