/** What can be wrong with how a deck is linted; what rules say stands in files of its own. */

import type { Message } from "../diagnostic.ts";

export function unknownRule(name: string, suggestion: string | undefined, known: readonly string[]): Message {
  return {
    code: "unknown-rule",
    de: `Eine Regel »${name}« gibt es nicht${suggestion === undefined ? `. Es gibt: ${known.join(", ")}.` : ` – gemeint ist »${suggestion}«?`}`,
    en: `There is no rule \`${name}\`${suggestion === undefined ? `. There are: ${known.join(", ")}.` : ` – is \`${suggestion}\` meant?`}`,
  };
}

export function quietWithoutReason(): Message {
  return {
    code: "quiet-without-reason",
    de: "Es fehlt der Grund, warum die Regel hier schweigen soll: quiet: { unbound-number: Beträge der Richtlinie }.",
    en: "The reason why the rule is to be quiet here is missing: quiet: { unbound-number: amounts of the directive }.",
  };
}

export function needlessQuiet(rule: string): Message {
  return {
    code: "lint-needless-quiet",
    de: `Die Regel »${rule}« findet auf dieser Folie nichts: quiet kann weg, damit es nichts verdeckt, was später dazukommt.`,
    en: `The rule \`${rule}\` finds nothing on this slide: remove the quiet, so that it hides nothing that comes later.`,
  };
}
