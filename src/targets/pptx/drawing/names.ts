/** What shapes are called in PowerPoint's selection pane, by the keys of the scene's marks. */

import type { GroupMark, Mark } from "../../../scene/scene.ts";

/** By a key up to its colon, where it means one thing in all kinds. */
const nouns: Readonly<Record<string, string>> = {
  area: "Fläche",
  axis: "Achse",
  band: "Zeitband",
  bar: "Balken",
  break: "Bruch",
  casing: "Hinweislinie, Rand",
  centre: "Mitte",
  class: "Klasse",
  datum: "Wert",
  day: "Tag",
  days: "Zeitachse",
  disc: "Mitte",
  dot: "Punkt",
  empty: "Leere Felder",
  end: "Beschriftung",
  event: "Ereignis",
  from: "Anfang",
  gap: "Lücke",
  grid: "Gitterlinie",
  ground: "Grund",
  group: "Gruppe",
  highlight: "Hervorhebung",
  key: "Legende",
  label: "Beschriftung",
  lead: "Hinweislinie",
  legend: "Legende",
  line: "Linie",
  lines: "Verbindungen",
  mark: "Markierung",
  member: "Mitglied",
  missing: "Fehlender Wert",
  name: "Name",
  node: "Feld",
  note: "Anmerkung",
  open: "Offen",
  panel: "Grund der Legende",
  period: "Zeitabschnitt",
  pill: "Feld",
  reason: "Grund des Bruchs",
  // Neighbours, and often the ground below the map's own areas.
  shape: "Kartengrund",
  share: "Anteil",
  slice: "Segment",
  spoke: "Verbindung",
  spokes: "Verbindungen",
  square: "Quadrat",
  squares: "Quadrate",
  subtitle: "Untertitel",
  surroundings: "Umgebung",
  swatch: "Farbfeld",
  tick: "Achsenstrich",
  to: "Ende",
  trunk: "Stamm",
  unit: "Einheit",
  value: "Wert",
  whole: "Ganzes",
  zero: "Nulllinie",
};

/** German noun for a mark; `undefined` for a key that no kind uses. */
export function nounOf({ key, type }: Mark): string | undefined {
  const stem = key.split(":")[0] ?? key;
  // In a network, the stroke along a group's members.
  if (stem === "bar" && type === "line") return "Klammer";
  return Object.hasOwn(nouns, stem) ? nouns[stem] : undefined;
}

/** A noun and what it is the noun of. @param words of the shape itself, or of what it belongs to */
export function nameOf(mark: Mark, words: string | undefined): string {
  const noun = nounOf(mark) ?? "Form";
  return tidy(`${noun} ${mark.name ?? words ?? ""}`);
}

/** What a group speaks of, after what is read of it: "Polen" of "Polen: 3.395 Personen". */
export function subjectOf({ reading }: GroupMark): string | undefined {
  return reading?.split(": ")[0];
}

/** A group is what is read of it; else a noun with its words. */
export function groupName(mark: GroupMark, words: string | undefined): string {
  return tidy(mark.reading ?? "") || nameOf(mark, words);
}

export function connectionName(from: string, to: string): string {
  return tidy(`Verbindung ${from} – ${to}`);
}

/** One line, not longer than a selection pane shows. */
export function tidy(name: string): string {
  const plain = name.replace(/\s+/gu, " ").trim();
  const letters = Array.from(plain);
  return letters.length <= longest ? plain : `${letters.slice(0, longest - 1).join("")}…`;
}

const longest = 120;
