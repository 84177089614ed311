/** Where the rows of the ledger's page lead: to slides by their numbers, and to sources by theirs. */

import { germanDate } from "../../data/calendar.ts";
import type { Ledger, Place } from "../../deck/ledger/entries.ts";
import type { LookUp } from "./look-up.ts";
import { lines } from "./markup.ts";
import { roles } from "./words.ts";

/** Of more sources than this a row says how many. */
const mostSources = 12;

export class References {
  private readonly lookUp: LookUp;
  /** Numbers of sources, from 1. */
  private readonly numbers: ReadonlyMap<string, number>;

  constructor({ releases }: Ledger, lookUp: LookUp) {
    this.lookUp = lookUp;
    this.numbers = new Map(releases.map(({ key }, i) => [key, i + 1]));
  }

  /** "Einwohnerinnen und Einwohner [3]". */
  titleOf(release: string): string {
    const [source] = this.lookUp.releasesOf([release]);
    return `${source?.title ?? ""} [${this.numbers.get(release) ?? 0}]`;
  }

  /** Titles of what something rests on, each once. */
  titlesOf(releases: readonly string[]): string {
    return [...new Set(this.lookUp.releasesOf(releases).map(({ title }) => title))].join("; ");
  }

  /** "3 (Titel, Diagramm)", each slide on a line. */
  slidesOf(places: readonly Place[]): string {
    let [said, last] = ["", ""];
    const named = new Set<string>();
    // Those of a slide stand together; no sign of HTML is among numbers and roles.
    for (const { slide, role } of places) {
      if (slide !== last) {
        said += `${last === "" ? "" : ")<br>"}${this.lookUp.slideNumber(slide)} (${roles[role]}`;
        last = slide;
        named.clear();
      } else if (!named.has(role)) said += `, ${roles[role]}`;
      named.add(role);
    }
    return said === "" ? "" : `${said})`;
  }

  /** "[1] 31.12.2016", each source on a line. */
  sourcesOf(keys: readonly string[]): string {
    if (keys.length === 0) return "–";
    const days = this.lookUp.releasesOf(keys).map(({ key, stichtag, draft }) => {
      const number = this.numbers.get(key) ?? 0;
      const state = draft === true ? ' <strong class="draft">Entwurf</strong>' : "";
      return `<a href="#quelle-${number}">[${number}]</a> ${germanDate(stichtag)}${state}`;
    });
    const told = days.slice(0, mostSources);
    return lines([...told, ...(days.length > told.length ? [`und ${days.length - told.length} weitere`] : [])]);
  }
}
