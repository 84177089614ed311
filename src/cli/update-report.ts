/** What has become of each dataset, as lines for people. */

import { germanDate } from "../data/calendar.ts";
import type { DatasetUpdate } from "../project/update/update.ts";
import type { Event } from "../project/update/take.ts";
import { type Diagnostic, inOrder, type Language, printable } from "../source/diagnostic.ts";
import type { Words } from "../source/messages/fields.ts";
import { acceptAfterAll } from "../source/messages/update-run.ts";

export interface Report {
  /** The result: one line a release, indented what belongs to it. */
  readonly lines: readonly string[];
  /** What spoke against it, and what was accepted. */
  readonly diagnostics: readonly Diagnostic[];
}

export function reportOfUpdate({ dataset, events, diagnostics }: DatasetUpdate, language: Language): Report {
  const told = events.filter((event) => event.kind !== "same" && event.kind !== "nothing-newer");
  const quiet = events.filter((event) => event.kind === "same" || event.kind === "nothing-newer");
  const lines = told.flatMap((event) => linesOf(event).map((words) => words[language]));
  // Beside news, nobody needs to hear what was there already.
  if (told.length === 0 && quiet.length > 0) lines.push(nothingNew(quiet)[language]);
  const all = [...diagnostics, ...events.flatMap(diagnosticsOf)];
  return { lines: lines.map((line) => printable(`${dataset}: ${line}`)), diagnostics: shortened(inOrder(all)) };
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
      const day = event.stichtag === undefined ? undefined : germanDate(event.stichtag);
      const what = day === undefined ? { de: "", en: "" } : { de: `Stand ${day} `, en: `release of ${day} ` };
      return [{ de: `${what.de}abgelehnt, data/ ist unverändert`, en: `${what.en}refused, data/ is untouched` }];
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
  const counts = new Map<string, number>();
  return diagnostics.filter(({ message: { code } }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= most;
  });
}
