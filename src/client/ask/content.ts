/** What is said of a number that was asked: all of it text, whatever an author or an office wrote. */

import type { AskedDatum, AskedRelease } from "../../data/answer.ts";
import { germanDate } from "../../data/calendar.ts";
import { renderSvg } from "../../scene/svg.ts";
import { type Reply, releaseOf, type Told } from "./answers.ts";
import { pointsOf, sparkline } from "./sparkline.ts";

/** More values of a release or steps than this stand folded. */
const mostValues = 5;
/** A condition of more letters than this stands folded: nobody reads it while the speaker waits. */
const longCondition = 160;

/** What a number is, in a few words: its accessible name after its text, and the line below it. */
export function nameOf({ answer, data }: Told): string {
  if (answer.kind === "claim") return "Aussage, an den Daten geprüft";
  if (answer.name !== undefined) return answer.name;
  const [datum] = data;
  if (datum === undefined) return "";
  const title = releaseOf(datum.from)?.title;
  return title === undefined ? datum.name : `${title}: ${datum.name}`;
}

/** Its parts in their order; the heading has the id `headingId`. */
export function contentOf({ told, claim }: Reply, headingId: string): readonly HTMLElement[] {
  const [main, ...others] = told;
  const all = [...told, ...(claim === undefined ? [] : [claim])];
  return [
    headOf(main, headingId),
    ...workedOf(main),
    ...others.filter(({ answer }) => answer.worked !== undefined).flatMap(workedWithName),
    ...(claim === undefined ? [] : claimOf(claim)),
    ...seriesOf(main),
    ...sourcesOf(all, main),
  ];
}

function headOf(told: Told, id: string): HTMLElement {
  const { kind, text } = told.answer;
  const heading = make("h2", "answer-value", kind === "claim" ? `„${text}“` : text);
  heading.id = id;
  if (kind === "claim") heading.classList.add("answer-words");
  const head = make("div", "answer-head");
  head.append(heading, make("p", "answer-name", nameOf(told)));
  const [datum] = told.data;
  const note = told.data.length === 1 ? datum?.note : undefined;
  if (note !== undefined) head.append(make("p", "answer-note", note));
  return head;
}

/** The calculation, and all digits of what it gives. */
function workedOf({ answer }: Told): readonly HTMLElement[] {
  const { kind, worked, exact, steps = [] } = answer;
  if (worked === undefined && exact === undefined) return [];
  const box = make("div", "answer-worked");
  if (worked !== undefined) box.append(kind === "claim" ? conditionOf(worked) : make("p", "answer-sum", worked));
  if (kind === "claim")
    box.append(make("p", "answer-exact", "Die Bedingung ist erfüllt; sonst ließe sich die Präsentation nicht erstellen."));
  if (exact !== undefined) box.append(make("p", "answer-exact", `genau ${exact}`));
  if (steps.length > 0) box.append(listOf(steps));
  return [box];
}

function conditionOf(words: string): HTMLElement {
  const condition = make("p", "answer-condition", words);
  return words.length > longCondition ? foldedUnder("Bedingung mit ihren Zahlen", condition) : condition;
}

function foldedUnder(title: string, content: HTMLElement): HTMLElement {
  const folded = make("details", "answer-folded");
  folded.append(make("summary", "", title), content);
  return folded;
}

/** Of what a mark shows beside its value. */
function workedWithName(told: Told): readonly HTMLElement[] {
  const [box] = workedOf(told);
  if (box === undefined) return [];
  box.prepend(make("p", "answer-label", nameOf(told)));
  return [box];
}

function claimOf(claim: Told): readonly HTMLElement[] {
  const [box] = workedOf(claim);
  if (box === undefined) return [];
  box.prepend(make("p", "answer-label", `Aussage „${claim.answer.text}“`));
  return [box];
}

function listOf(lines: readonly string[]): HTMLElement {
  const list = make("ul", "answer-steps");
  list.append(...lines.map((line) => make("li", "", line)));
  return lines.length > mostValues ? foldedUnder(`${lines.length} Rechenschritte`, list) : list;
}

/** The value over the Stichtage before, if it stands in the data as it is. */
function seriesOf({ answer, data }: Told): readonly HTMLElement[] {
  const [datum] = data;
  const release = datum === undefined ? undefined : releaseOf(datum.from);
  if (answer.worked !== undefined || data.length !== 1 || datum === undefined || release === undefined) return [];
  const points = pointsOf(datum, release.day);
  const scene = sparkline(points);
  if (scene === undefined) return [];
  const known = points.filter(({ value }) => value !== null);
  const box = make("figure", "answer-series");
  const words = points.map(
    ({ day, text, break: reason }) => `${germanDate(day)}: ${text}${reason === undefined ? "" : ` (Bruch der Reihe: ${reason})`}`,
  );
  const drawing = make("div", "answer-line");
  // Written of a scene, which holds no markup.
  drawing.innerHTML = renderSvg(scene, { id: "stichtag:verlauf", title: `Verlauf. ${words.join("; ")}` });
  const [first, last] = [known[0], known.at(-1)];
  const ends = make("p", "answer-ends");
  ends.setAttribute("aria-hidden", "true");
  for (const end of [first, last]) {
    if (end === undefined) continue;
    const place = make("span", "");
    place.append(make("b", "", bare(end.text)), ` ${germanDate(end.day)}`);
    ends.append(place);
  }
  box.append(drawing, ends);
  const breaks = points.filter((point) => point.break !== undefined);
  for (const { day, break: reason } of breaks)
    box.append(make("p", "answer-note", `Bruch der Reihe vor dem ${germanDate(day)}: ${reason ?? ""}`));
  return [box];
}

/** Its unit stands in the heading. */
function bare(text: string): string {
  return text.replace(/\u00a0.*$/u, "");
}

/** Each release once, with the values that are behind the answers. */
function sourcesOf(all: readonly Told[], main: Told): readonly HTMLElement[] {
  const byRelease = new Map<string, Map<string, AskedDatum>>();
  for (const { answer, data } of all) {
    for (const key of answer.from ?? []) if (!byRelease.has(key)) byRelease.set(key, new Map());
    // A mark's value and share rest on the same datum, which each of them names.
    for (const datum of data) {
      const known = byRelease.get(datum.from) ?? new Map<string, AskedDatum>();
      byRelease.set(datum.from, known.set(`${datum.name} ${datum.line} ${datum.text}`, datum));
    }
  }
  const plain = main.answer.worked === undefined && main.data.length === 1 && all.length === 1;
  const blocks = [...byRelease].flatMap(([key, data]) => {
    const release = releaseOf(key);
    return release === undefined ? [] : [sourceOf(release, [...data.values()], plain)];
  });
  return blocks.length === 0 ? [make("p", "answer-source", "Im Text gegeben, ohne Quelle.")] : blocks;
}

/** @param plain the heading has named the value already */
function sourceOf(release: AskedRelease, data: readonly AskedDatum[], plain: boolean): HTMLElement {
  const box = make("section", "answer-source");
  const line = make("p", "answer-day");
  line.append(...(plain ? [] : [make("b", "", release.title), ", "]), `Stichtag ${germanDate(release.day)}`);
  if (release.known !== undefined) line.append(`, Kenntnisstand ${germanDate(release.known)}`);
  if (release.status !== undefined) line.append(`, ${release.status}`);
  box.append(line);
  if (!plain && data.length > 0) box.append(valuesOf(data));
  box.append(originOf(release));
  const [datum] = data;
  const place = data.length === 1 && datum !== undefined ? `${release.file}, Zeile ${datum.line}` : release.file;
  box.append(make("p", "answer-file", [readOf(release), place].filter((text) => text !== "").join(" · ")));
  return box;
}

function valuesOf(data: readonly AskedDatum[]): HTMLElement {
  const list = make("dl", "answer-values");
  for (const { name, text, note } of data) {
    const row = make("div", "");
    row.append(make("dt", "", name), make("dd", "", note === undefined ? text : `${text} (${note})`));
    list.append(row);
  }
  return data.length > mostValues ? foldedUnder(`${data.length} Werte`, list) : list;
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

/** "aus 12411.csv, 03.02.2017" */
function readOf({ read, on, by }: AskedRelease): string {
  const when = on === undefined ? "" : germanDate(on);
  if (read === undefined) return when === "" ? "" : `abgerufen am ${when}`;
  return `aus ${read}${by === undefined ? "" : ` (${by})`}${when === "" ? "" : `, ${when}`}`;
}

function linked(text: string, address: string | undefined): HTMLElement | string {
  if (address === undefined || !/^https?:\/\//i.test(address)) return text;
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = text;
  return link;
}

function make(tag: string, name: string, text: string = ""): HTMLElement {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.textContent = text;
  return element;
}
