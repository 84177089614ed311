/** For tests: states of a small project in memory. */

import { viewOf } from "../../data/asof.ts";
import type { IsoDate } from "../../data/figure.ts";
import { readData } from "../../data/read.ts";
import { compileDeck } from "../../deck/compile.ts";
import { toSource } from "../../source/source.ts";
import type { DeckState, State } from "./changes.ts";

/** Texts by path: `data/<dataset>/<file>.yaml`, `slides/<deck>/<name>.md`. */
export type Files = Readonly<Record<string, string>>;

export interface Days {
  readonly asOf: IsoDate;
  readonly knownOn?: IsoDate;
}

export function stateOf(files: Files, days: Days): State {
  const sources = Object.entries(files).map(([path, text]) => toSource(path, text));
  const data = readData(sources.filter(({ path }) => path.startsWith("data/"))).value ?? new Map();
  const slides = sources.filter(({ path }) => path.startsWith("slides/"));
  const ids = [...new Set(slides.map(({ path }) => path.split("/")[1] ?? ""))];
  const decks = ids.map((id): DeckState => {
    const bound = compileDeck({
      id,
      settings: toSource(`slides/${id}/deck.yaml`, "title: Probe\n"),
      slides: slides.filter(({ path }) => path.startsWith(`slides/${id}/`)),
      data,
      geometry: new Map(),
      pictures: new Set(),
      ...days,
    });
    const { value, diagnostics, drafts, view } = bound;
    return { id, drafts, view, complete: value !== undefined, diagnostics, numbers: { thousands: "dot" } };
  });
  const { asOf, knownOn } = days;
  const name = asOf === "latest" ? ({ kind: "latest", value: "" } as const) : ({ kind: "day", value: asOf } as const);
  return { name: knownOn === undefined ? name : { kind: "known", value: knownOn }, decks, view: viewOf(data, days) };
}

/** A `dataset.yaml`. */
export function dataset(title: string, more: string = ""): string {
  return `title: ${title}\nunit: Personen\nkey: Ort\ncoverage: partial\nadditivity: exact\ndefinition: Erfunden.\nsource: { provider: Testamt }\n${more}`;
}

/** A release. @param values "Aurach: 1000, Celle: 50" */
export function release(stichtag: IsoDate, values: string, more: string = ""): string {
  return `stichtag: ${stichtag}\nstatus: final\nvalues: { ${values} }\n${more}`;
}

/** Three places on two days. */
export const project: Files = {
  "data/orte/dataset.yaml": dataset("Menschen", "keys: { Aurach: { label: Aurach an der Aller }, Bühl: {}, Celle: {} }\n"),
  "data/orte/2019-12-31.yaml": release("2019-12-31", 'Aurach: 1000, Bühl: 400, Celle: "."'),
  "data/orte/2020-12-31.yaml": release(
    "2020-12-31",
    "Aurach: 1240, Bühl: 400, Celle: 50, Daun: 7",
    "break: Seit 2020 ohne Nebenwohnungen.\n",
  ),
  "data/haushalte/dataset.yaml": dataset("Haushalte"),
  "data/haushalte/2019-12-31.yaml": release("2019-12-31", "Aurach: 500"),
  "data/haushalte/2020-12-31.yaml": release("2020-12-31", "Aurach: 620"),
  "data/still/dataset.yaml": dataset("Niemand zeigt das"),
  "data/still/2020-06-30.yaml": release("2020-06-30", "Aurach: 1"),
  "slides/probe/10-orte.md":
    "# {{ orte.Aurach }} Menschen in Aurach, [doppelt so viele]{claim: orte.Aurach >= 2 * orte.Bühl and orte.Aurach < 2.6 * orte.Bühl} wie in Bühl\n\n- Bühl: {{ orte.Bühl }}\n- Celle: {{ orte.Celle }}\n- je Haushalt: {{ orte.Aurach / haushalte.Aurach | number(2) }}\n- damals {{ orte.Aurach @ 2019-12-31 }}\n- Stand {{ stichtag(orte.Aurach) | date }}\n",
  "slides/probe/20-anteil.md":
    "# {{ share(orte.Aurach, orte.Aurach + orte.Bühl) | percent(0) }}\n\n```chart\nkind: bar\ntitle: Menschen\ndata: orte @ 2019-12-31\n```\n\nNote:\nIn Aurach {{ orte.Aurach }}.\n",
};
