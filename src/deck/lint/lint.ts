/** A deck → what in it could mislead its audience. */

import { fieldsOf } from "../../data/fields.ts";
import { type Diagnostic, error, inOrder, warning } from "../../source/diagnostic.ts";
import { needlessQuiet } from "../../source/messages/lint.ts";
import { type LintLevel, type Quiet, readQuiet } from "./names.ts";
import type { Finding, LintInput, Rule, Rules } from "./rule.ts";

/**
 * All that rules find, in the order of places: with the severity of the rule or of `lint:` in `deck.yaml`, without
 * what a slide's `quiet:` takes back, and with each quiet that took nothing back. Rules keep what they found on a slide
 * that is the same object.
 *
 * @param errorsOnly asks only the rules whose findings are errors: those stop every build
 */
export function lintDeck(input: LintInput, rules: Rules, errorsOnly: boolean = false): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const quiets = new Map(input.slides.map(({ outline }) => [outline.id, quietsOf(outline)]));
  const used = new Set<Quiet>();
  const asked = new Map<string, Rule>(Object.entries(rules));
  const off = (name: string): boolean => levelOf(input, name, asked.get(name)?.severity ?? "warning") === "off";
  for (const [name, rule] of asked) {
    const own = levelOf(input, name, rule.severity);
    if (own === "off" || (errorsOnly && own !== "error")) continue;
    const speak = own === "error" ? error : warning;
    for (const finding of rule.find(input)) {
      const quiet = quietFor(finding, name, quiets);
      if (quiet === undefined) found.push(speak(finding.span, finding.message));
      else used.add(quiet);
    }
  }
  // Where not all rules were asked, it is not known which quiet is needless.
  const level = errorsOnly ? "off" : levelOf(input, "needless-quiet", "warning");
  if (level !== "off") {
    const speak = level === "error" ? error : warning;
    for (const quiet of [...quiets.values()].flat()) {
      // What is off finds nothing anyway: whether the quiet is needless cannot be known.
      if (!used.has(quiet) && !off(quiet.rule)) found.push(speak(quiet.span, needlessQuiet(quiet.rule)));
    }
  }
  return inOrder(found);
}

function levelOf({ deck }: LintInput, name: string, own: LintLevel): LintLevel {
  return deck.lint?.get(name) ?? own;
}

function quietFor({ slide }: Finding, name: string, quiets: ReadonlyMap<string, readonly Quiet[]>): Quiet | undefined {
  return slide === undefined ? undefined : quiets.get(slide)?.find(({ rule }) => rule === name);
}

/** What is wrong with them has been told when the slide was bound. */
function quietsOf({ settings }: LintInput["slides"][number]["outline"]): readonly Quiet[] {
  if (settings?.kind !== "mapping" || !settings.entries.some(({ key }) => key === "quiet")) return [];
  const fields = fieldsOf(settings, []);
  return fields === undefined ? [] : readQuiet(fields, []);
}
