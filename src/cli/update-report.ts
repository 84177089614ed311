/** What has become of each dataset, as lines for people. */

import { germanDate } from "../data/calendar.ts";
import type { DatasetUpdate } from "../project/update/update.ts";
import type { Event } from "../project/update/take.ts";
import { type Diagnostic, inOrder, type Language, printable, speak } from "../source/diagnostic.ts";
import type { Words } from "../source/messages/fields.ts";
import { andMore } from "../source/messages/acceptance.ts";
import { acceptAfterAll } from "../source/messages/update-run.ts";

export interface Report {
  /** The result: one line a release, indented what belongs to it. */
  readonly lines: readonly string[];
  /** What spoke against it, and what was accepted, spoken. */
  readonly diagnostics: readonly string[];
}

/** @param told words of diagnostics that need not be told again, since they hold for a service as a whole; those of this dataset are added */
export function reportOfUpdate({ dataset, events, diagnostics }: DatasetUpdate, language: Language, told: Set<string>): Report {
  const news = events.filter((event) => event.kind !== "same" && event.kind !== "nothing-newer");
  const quiet = events.filter((event) => event.kind === "same" || event.kind === "nothing-newer");
  const lines = news.flatMap((event) => linesOf(event).map((words) => words[language]));
  // Beside news, nobody needs to hear what was there already.
  if (news.length === 0 && quiet.length > 0) lines.push(nothingNew(quiet)[language]);
  const found = shortened(inOrder([...diagnostics, ...events.flatMap(diagnosticsOf)]));
  const all = found.map((diagnostic) => speak(diagnostic, language));
  const fresh = all.filter((text) => !told.has(text) && told.add(text));
  const last = lines.length - 1;
  if (all.length > 0 && fresh.length === 0 && last >= 0) {
    const codes = [...new Set(found.map(({ message }) => message.code))].join(", ");
    lines[last] += { de: ` (wie oben: ${codes})`, en: ` (as above: ${codes})` }[language];
  }
  return { lines: lines.map((line) => printable(`${dataset}: ${line}`)), diagnostics: fresh };
}

export function isRefused({ events }: DatasetUpdate): boolean {
  return events.some(({ kind }) => kind === "refused");
}

/** The way out, where there is one. */
export function acceptHint(updates: readonly DatasetUpdate[], language: Language): string | undefined {
  const some = updates.some(({ events }) => events.some((event) => event.kind === "refused" && event.acceptable));
  return some ? acceptAfterAll()[language] : undefined;
}

function linesOf(event: Event): readonly Words[] {
  switch (event.kind) {
    case "same":
    case "nothing-newer":
      return [];
    case "new":
    case "revision":
      return [taken(event), ...event.unchecked.map(({ de, en }) => ({ de: `  ${de}`, en: `  ${en}` }))];
    case "left": {
      const { first, last, count } = rangeOf(event.stichtage);
      const days = first === last ? first : `${first} – ${last}`;
      const many = count > 1;
      return [
        {
          de: `${count} ${many ? "ältere Stände" : "älterer Stand"} nicht übernommen (${days}); mit --accept ${many ? "kommen sie" : "kommt er"} dazu.`,
          en: `${count} older ${many ? "releases" : "release"} not taken (${days}); with --accept ${many ? "they are" : "it is"}.`,
        },
      ];
    }
    case "refused": {
      if (event.stichtag === undefined) return [{ de: "nicht aktualisiert, data/ ist unverändert", en: "not updated, data/ is untouched" }];
      const day = germanDate(event.stichtag);
      return [{ de: `Stand ${day} abgelehnt, data/ ist unverändert`, en: `release of ${day} refused, data/ is untouched` }];
    }
  }
}

function taken({ kind, stichtag, path, values, preliminary, accepted }: Extract<Event, { readonly kind: "new" | "revision" }>): Words {
  const day = germanDate(stichtag);
  const count = { de: values === 1 ? "1 Wert" : `${values} Werte`, en: values === 1 ? "1 value" : `${values} values` };
  const state = preliminary ? { de: ", vorläufig", en: ", preliminary" } : { de: "", en: "" };
  const against = inSpiteOf(accepted.length);
  return kind === "new"
    ? {
        de: `neuer Stand ${day}: ${count.de}${state.de}${against.de} → ${path}`,
        en: `new release of ${day}: ${count.en}${state.en}${against.en} → ${path}`,
      }
    : {
        de: `berichtigter Stand ${day}: ${count.de}${state.de}${against.de} → ${path}`,
        en: `revised release of ${day}: ${count.en}${state.en}${against.en} → ${path}`,
      };
}

function inSpiteOf(objections: number): Words {
  if (objections === 0) return { de: "", en: "" };
  if (objections === 1) return { de: ", trotz eines Einwands", en: ", in spite of one objection" };
  return { de: `, trotz ${objections} Einwänden`, en: `, in spite of ${objections} objections` };
}

function nothingNew(events: readonly Event[]): Words {
  const days = events.flatMap((event) => (event.kind === "same" ? [event.stichtag] : []));
  if (days.length === 0)
    return {
      de: "nichts Neues (die Quelle hat seit dem letzten Mal nichts geändert)",
      en: "nothing new (the source has not changed since)",
    };
  const { last, count } = rangeOf(days);
  return count === 1
    ? { de: `nichts Neues (der Stand ${last} ist schon da)`, en: `nothing new (the release of ${last} is there)` }
    : {
        de: `nichts Neues (alle ${count} Stände bis ${last} sind schon da)`,
        en: `nothing new (all ${count} releases up to ${last} are there)`,
      };
}

function rangeOf(days: readonly string[]): { readonly first: string; readonly last: string; readonly count: number } {
  const sorted = days.toSorted();
  return { first: germanDate(sorted[0] ?? ""), last: germanDate(sorted.at(-1) ?? ""), count: days.length };
}

function diagnosticsOf(event: Event): readonly Diagnostic[] {
  if (event.kind === "refused") return event.diagnostics;
  return event.kind === "new" || event.kind === "revision" ? event.accepted : [];
}

/** A wrong table has a fault in each of its cells: the first ones tell it. */
const most = 12;

function shortened(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byCode = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic.message;
    byCode.set(code, [...(byCode.get(code) ?? []), diagnostic]);
  }
  const shown: Diagnostic[] = [];
  for (const [code, all] of byCode) {
    shown.push(...all.slice(0, most));
    const next = all[most];
    if (next !== undefined) shown.push({ ...next, message: andMore(code, all.length - most) });
  }
  return shown;
}
