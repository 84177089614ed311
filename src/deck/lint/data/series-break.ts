/** Values from both sides of a break, compared without a word of it. */

import { breakOf } from "../../../data/breaks.ts";
import { germanDate } from "../../../data/calendar.ts";
import type { Dataset } from "../../../data/dataset.ts";
import { dataOf, type Datum, type Quantity } from "../../../data/figure.ts";
import { releasesSeen } from "../../../data/asof.ts";
import type { DataView } from "../../../data/asof.ts";
import type { Span } from "../../../source/source.ts";
import { acrossBreak } from "../../../source/messages/lint-data.ts";
import type { Finding, Rule } from "../rule.ts";
import { drawnBreak } from "../../footnotes.ts";
import { bySlide, chartsOf, isOfSeveralDays, sightingsOf } from "../seen.ts";

/** A value, or several that were reckoned with together, and where that was written. */
interface Seen {
  readonly data: readonly Datum[];
  readonly span: Span;
}

export const seriesBreak: Rule = {
  severity: "warning",
  find: bySlide(({ slide }, { view }) => {
    if (!isOfSeveralDays(slide)) return [];
    const found: Finding[] = [];
    const told = new Set<string>();
    const drawn = chartsOf(slide).flatMap(({ views }) => views.flatMap(({ chart }) => drawnBreak(chart)?.reason ?? []));
    const said = [...slide.footnotes, ...drawn];
    const report = ({ data, span }: Seen): void => {
      for (const { dataset, day, reason } of breaksIn(data, view)) {
        const key = `${dataset.id} ${day}`;
        if (told.has(key) || saysSo(said, day, reason)) continue;
        told.add(key);
        found.push({ span, message: acrossBreak(dataset.id, day, reason), slide: slide.id });
      }
    };
    // What is reckoned or claimed crosses a break by itself, in the notes, too: it is said aloud.
    const plain = new Map<string, Seen>();
    for (const { quantity, role, span } of sightingsOf(slide)) {
      const data = dataOf(quantity);
      if (quantity.origin.kind === "computed" && comparesDays(quantity)) report({ data, span });
      else if (quantity.origin.kind === "datum" && role !== "note") {
        const { dataset, path } = quantity.origin;
        const key = [dataset.id, ...path].join("\n");
        const before = plain.get(key);
        // The same value on two days, side by side: the later one is where the reader compares.
        plain.set(key, { data: [...(before?.data ?? []), ...data], span });
      }
    }
    for (const seen of plain.values()) report(seen);
    return found;
  }),
};

/** What only names a day or a source compares nothing. */
function comparesDays({ origin }: Quantity): boolean {
  return origin.kind === "computed" && !["stichtag", "source", "label", "count"].includes(origin.operation);
}

interface Break {
  readonly dataset: Dataset;
  /** As written. */
  readonly day: string;
  readonly reason: string;
}

/** Breaks that lie between values of the same key: between a key and another one nothing breaks. */
function breaksIn(data: readonly Datum[], view: DataView): readonly Break[] {
  if (data.every(({ release }) => release.stichtag === data[0]?.release.stichtag)) return [];
  return grouped(data).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const days = [first, ...others].map(({ release }) => release.stichtag).toSorted();
    const [from = "", to = ""] = [days[0], days.at(-1)];
    if (from === to) return [];
    return releasesSeen(view, first.dataset).flatMap((release) => {
      const { stichtag } = release;
      const reason = stichtag > from && stichtag <= to ? breakOf(first.dataset, release, [first.path]) : undefined;
      return reason === undefined ? [] : [{ dataset: first.dataset, day: germanDate(stichtag), reason }];
    });
  });
}

/** Data of the same key together. */
function grouped(data: readonly Datum[]): readonly (readonly Datum[])[] {
  const groups = new Map<string, Datum[]>();
  for (const datum of data) {
    const key = [datum.dataset.id, ...datum.path].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [datum]);
    else group.push(datum);
  }
  return [...groups.values()];
}

/** @param said footnotes, and reasons that stand in drawings */
function saysSo(said: readonly string[], day: string, reason: string): boolean {
  return said.some(
    (note) =>
      note.includes(reason) ||
      (/bruch|nicht (?:mehr )?(?:zu )?vergleich|neue(?:r|n)? Grundlage/iu.test(note) && note.includes(day.slice(-4))),
  );
}
