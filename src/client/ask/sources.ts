/** Where the numbers behind an answer come from: each release once, those of one source together. */

import type { AskedDatum, AskedRelease } from "../../data/answer.ts";
import { germanDate } from "../../data/calendar.ts";
import { releaseOf, type Told } from "./answers.ts";
import { foldedUnder, linked, make } from "./elements.ts";

/** More values of a release than this stand folded; fewer where what is said above has named them. */
const [mostValues, mostTold] = [5, 4];

interface Behind {
  readonly release: AskedRelease;
  readonly data: readonly AskedDatum[];
}

/**
 * @param plain the heading has named the one value already
 * @param told what is said above names the values
 */
export function sourcesOf(all: readonly Told[], plain: boolean, told: boolean): readonly HTMLElement[] {
  const behind = releasesBehind(all);
  if (behind.length === 0) {
    const isOfDeck = all.every(({ answer }) => answer.kind === "text");
    return isOfDeck ? [] : [make("p", "answer-source", "Im Text gegeben, ohne Quelle.")];
  }
  const bySource = new Map<string, Behind[]>();
  for (const each of behind) {
    const { provider, table, address, licence } = each.release;
    const key = JSON.stringify([provider, table, address, licence]);
    const known = bySource.get(key);
    if (known === undefined) bySource.set(key, [each]);
    else known.push(each);
  }
  const sections = [...bySource.values()].map((group) => {
    const section = make("section", "answer-source");
    for (const { release, data } of group) {
      section.append(dayOf(release, plain));
      if (!plain && data.length > 0) section.append(valuesOf(data, told ? mostTold : mostValues));
    }
    if (group[0] !== undefined) section.append(originOf(group[0].release));
    return section;
  });
  const box = make("div", "answer-sources");
  box.append(...sections);
  return [box, foldedUnder("Fundstelle", ...behind.map(placeOf))];
}

function releasesBehind(all: readonly Told[]): readonly Behind[] {
  const byRelease = new Map<string, Map<string, AskedDatum>>();
  for (const { answer, data } of all) {
    for (const key of answer.from ?? []) if (!byRelease.has(key)) byRelease.set(key, new Map());
    // A mark's value and share rest on the same datum, which each of them names.
    for (const datum of data) {
      const known = byRelease.get(datum.from) ?? new Map<string, AskedDatum>();
      byRelease.set(datum.from, known.set(`${datum.name} ${datum.line} ${datum.text}`, datum));
    }
  }
  return [...byRelease].flatMap(([key, data]) => {
    const release = releaseOf(key);
    return release === undefined ? [] : [{ release, data: [...data.values()] }];
  });
}

/** "Geflüchtete nach Schutzstatus, Stichtag 07.08.2017" */
function dayOf({ title, day, known, status }: AskedRelease, plain: boolean): HTMLElement {
  const line = make("p", "answer-day");
  const stichtag = make("span", "answer-stichtag", `Stichtag ${germanDate(day)}`);
  line.append(...(plain ? [] : [make("b", "", title), ", "]), stichtag);
  if (known !== undefined) line.append(`, Kenntnisstand ${germanDate(known)}`);
  if (status !== undefined) line.append(`, ${status}`);
  return line;
}

function valuesOf(data: readonly AskedDatum[], most: number): HTMLElement {
  const list = make("dl", "answer-values");
  for (const { name, text, note } of data) {
    const row = make("div", "");
    row.append(make("dt", "", name), make("dd", "", note === undefined ? text : `${text} (${note})`));
    list.append(row);
  }
  return data.length > most ? foldedUnder(data.length === 1 ? "1 Wert" : `${data.length} Werte`, list) : list;
}

/** "Quelle: LSN, Tabelle Z1; Lizenz dl-de/by-2-0" */
function originOf({ provider, table, address, licence, terms }: AskedRelease): HTMLElement {
  const line = make("p", "answer-origin");
  line.append("Quelle: ");
  if (table === undefined) line.append(linked(provider, address));
  else line.append(`${provider}, `, linked(`Tabelle ${table}`, address));
  if (licence !== undefined) line.append("; Lizenz ", linked(licence, terms));
  return line;
}

/** "data/einwohner/2016-12-31.yaml, Zeile 4, gelesen aus 12411.csv am 03.02.2017" */
function placeOf({ release: { file, read, on, by }, data }: Behind): HTMLElement {
  const [datum] = data;
  const line = data.length === 1 && datum !== undefined ? `, Zeile ${datum.line}` : "";
  const from = read === undefined ? "" : ` aus ${read}${by === undefined ? "" : ` (${by})`}`;
  const when = on === undefined ? "" : ` am ${germanDate(on)}`;
  const verb = read === undefined ? "abgerufen" : "gelesen";
  return make("p", "answer-file", `${file}${line}${from + when === "" ? "" : `, ${verb}${from}${when}`}`);
}
