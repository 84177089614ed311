/** Shares of which numerator and denominator were counted in different registers, and no footnote says so. */

import type { Provenance } from "../../../data/dataset.ts";
import { dataOf, type Datum, type Quantity } from "../../../data/figure.ts";
import { differentRegisters } from "../../../source/messages/lint-data.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide, quotientOf, sightingsOf, stepsOf } from "../seen.ts";

export const differentRegistersRule: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) => {
    // One release is of one register.
    if (slide.releases.length < 2) return [];
    const found: Finding[] = [];
    const told = new Set<string>();
    const seen = new Set<Quantity>();
    for (const { quantity, role, span } of sightingsOf(slide)) {
      if (role === "note") continue;
      for (const step of stepsOf(quantity, seen)) {
        const quotient = quotientOf(step);
        if (quotient === undefined) continue;
        const [part, whole] = [registersOf(dataOf(quotient.part)), registersOf(dataOf(quotient.whole))];
        const all = new Map([...part, ...whole]);
        const pair = [...all.keys()].toSorted().join("\n");
        if (all.size < 2 || told.has(pair) || saysSo(slide.footnotes, all.keys())) continue;
        told.add(pair);
        const message = differentRegisters([...part.values()].join(", "), [...whole.values()].join(", "));
        found.push({ span, message, slide: slide.id });
      }
    }
    return found;
  }),
};

/** Names by register. */
function registersOf(data: readonly Datum[]): ReadonlyMap<string, string> {
  return new Map(data.map((datum) => [registerOf(datum), nameOf(datum)]));
}

/**
 * What a number was counted in: as it is said, else the statistic to which its table belongs, else who provides it. What
 * a release says goes before what its dataset says; one that was taken from a report is still of its dataset's statistic.
 */
function registerOf({ dataset, release: { provenance } }: Datum): string {
  return ownRegister(provenance) ?? ownRegister(dataset.provenance) ?? provenance.provider;
}

function ownRegister({ register, table }: Provenance): string | undefined {
  // The first five digits of a table's code are the statistic's number, the same at the federal and at the state's offices.
  return register ?? /^\d{5}(?=-)/u.exec(table ?? "")?.[0];
}

function nameOf(datum: Datum): string {
  const register = registerOf(datum);
  return /^\d{5}$/u.test(register) ? `${datum.dataset.title}, Statistik ${register}` : register;
}

function saysSo(footnotes: readonly string[], registers: Iterable<string>): boolean {
  const names = [...registers];
  return footnotes.some(
    (note) =>
      (/regist|fortschreibung|zensus|quelle|statistik/iu.test(note) &&
        /verschieden|unterschied|bedingt|zähler|nenner|bezogen auf|nicht (?:dasselbe|vergleichbar)/iu.test(note)) ||
      names.every((name) => note.includes(name)),
  );
}
