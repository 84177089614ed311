/** The faults of the briefing of 2017, put back in `decks/lint-seed-faults`: which rule finds which, and what none can. */

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileProject } from "../../project/build.ts";
import { rules } from "../../deck/lint/rules.ts";
import { lintProject } from "../../project/lint.ts";
import { readProject } from "../../project/read.ts";
import { repository } from "../repository.ts";

const project = readProject(join(repository, "src", "test", "decks", "lint-seed-faults"));
const compiled = compileProject(project);
const found = lintProject(project, compiled, "2017-08-07", rules).map(({ span, message }) => ({
  file: span.source.path,
  rule: message.code.replace("lint-", ""),
  words: span.source.text.slice(span.start, span.end),
}));

/** Each fault of the original: where it was put back, the rule that finds it, and the words that are marked. */
const faults: readonly (readonly [fault: string, file: string, rule: string, words: string])[] = [
  ["82,8 typed without Mio.", "slides/briefing/01-einwohner.md", "unbound-number", "82,8"],
  ["82.8 people in the data", "slides/briefing/01-einwohner.md", "broken-count", "{{ einwohner.deutschland | number(1) }}"],
  ["„Einwohner“", "slides/briefing/01-einwohner.md", "wording", "Einwohner"],
  ["the AZR of a day on which it has no Stichtag", "data/auslaender/2017-02-01.yaml", "odd-stichtag", "stichtag: 2017-02-01"],
  ["a denominator of another register", "slides/briefing/03-bevoelkerung.md", "different-registers", "{{ share("],
  ["days side by side, none named", "slides/briefing/04-stichtage.md", "unnamed-days", "```figures"],
  ["counts called shares", "slides/briefing/05-auslaenderanteil.md", "share-named-count", "Ausländeranteil"],
  ["a stock called immigration", "slides/briefing/06-zuwanderungslaender.md", "stock-as-flow", "Zuwanderungsländer"],
  ["stocks, a flow and a quota in one list", "slides/briefing/07-fluechtlinge.md", "mixed-kinds", "| Was | Anzahl |"],
  ["EU for Euro", "slides/briefing/08-euro.md", "currency", "30.000 EU"],
  ["the wrong network", "slides/briefing/09-netzwerke.md", "wording", "Kommunale Migrationsarbeit Niedersachsen"],
  ["the wrong author of the decree", "slides/briefing/10-richtlinie.md", "wording", "durch die Landesregierung"],
  ["a blank in a day", "slides/briefing/11-lesefehler.md", "typography", "07.08. 2017"],
  ["a hyphen for a dash", "slides/briefing/11-lesefehler.md", "typography", "Sprachförderung - Bildung"],
  ["a blank behind a slash", "slides/briefing/11-lesefehler.md", "typography", "Ehrenamtes/ Migrantenselbstorganisationen"],
  ["a dash for a hyphen", "slides/briefing/11-lesefehler.md", "typography", "Netzwerk– u."],
  ["a lost hyphen", "slides/briefing/11-lesefehler.md", "typography", "Integration –und"],
];

describe("the faults of the briefing of 2017", () => {
  it.each(faults)("%s: found in %s by %s", (_, file, rule, words) => {
    const here = found.filter((finding) => finding.file === file && finding.rule === rule);
    expect(here.map((finding) => finding.words).filter((marked) => marked.startsWith(words))).toHaveLength(1);
  });

  it("are all that is found", () => {
    expect(compiled.diagnostics).toEqual([]);
    // The thirty thousand euros are unbound, too.
    expect(found).toHaveLength(faults.length + 1);
  });

  it("leave what cannot be read to eyes", () => {
    expect(found.filter(({ words }) => words.includes("STHIER"))).toEqual([]);
  });
});
