/** What a number is, in a few words. */

import { releaseOf, type Told } from "./answers.ts";

/**
 * Its accessible name after its text, and the line below it: "Anteil: Landkreis". What has been worked out of no one thing
 * is named by what it was worked out of: "»Quote« minus »Bereits vor Ort«", "Summe: Geflüchtete nach Schutzstatus".
 */
export function nameOf({ answer, data }: Told): string {
  const { kind, name } = answer;
  if (kind === "claim") return "Aussage, an den Daten geprüft";
  const [datum] = data;
  if (datum === undefined || (name !== undefined && /: |»/u.test(name))) return name ?? "";
  const titles = titlesOf({ data });
  if (name === undefined) return [...titles, datum.name].join(": ");
  return titles.length === 0 ? name : `${name}: ${titles.join(" und ")}`;
}

/** Of the datasets behind it, each once. */
export function titlesOf({ data }: Pick<Told, "data">): readonly string[] {
  return [...new Set(data.flatMap(({ from }) => releaseOf(from)?.title ?? []))];
}

/** Of what is counted, where the text does not say so: "Personen", "Personen je km²". */
export function unitOf({ answer, data }: Told): string {
  const { kind, name, text, unit } = answer;
  const [datum] = data;
  const own = name === undefined ? datum && /\u00a0(.+)$/u.exec(datum.text)?.[1] : undefined;
  const found = kind === undefined ? (unit ?? own) : undefined;
  return found === undefined || text.includes(found) ? "" : per(found);
}

/** "Personen/km²" as it is spoken. */
export function per(text: string): string {
  return text.replaceAll(/(\p{L})\/(?=\p{L})/gu, "$1 je ");
}
