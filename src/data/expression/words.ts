/** The words of German briefings as conditions: what each means, and how far it reaches unless a deck says otherwise. */

import type { Node, PathNode } from "./ast.ts";

/** How far each word reaches, as a part of the number that is compared with: 0.05 is five per cent. */
export interface WordReach {
  /** As near as this to y, on either side. */
  readonly rund: number;
  /** Below y, by at most this. */
  readonly fast: number;
  /** Below y, by at most this: nearer than `fast`. */
  readonly knapp: number;
  /** Above y, by at most this. */
  readonly gut: number;
  /** As near as this to a fraction that is named without "rund": "ein Drittel". */
  readonly anteil: number;
  /** As near as this to twice as much. */
  readonly doppelt: number;
  /** A change of at most this is called none. */
  readonly unveraendert: number;
}

/**
 * "Fast" and "knapp" are both "etwas weniger als" to a German dictionary, "knapp" the nearer one; "gut" is "etwas mehr
 * als". None of the three holds at the number itself: then it is exactly that number.
 */
export const usualReach: WordReach = { rund: 0.05, fast: 0.1, knapp: 0.05, gut: 0.1, anteil: 0.03, doppelt: 0.05, unveraendert: 0.001 };

export type ReachName = keyof WordReach;
export const reachNames: readonly ReachName[] = ["rund", "fast", "knapp", "gut", "anteil", "doppelt", "unveraendert"];

/** Parts of a whole by the words of a briefing; each is a number (`rund(x, drittel)`) and a condition (`ein_drittel(x, whole)`). */
export const fractions: ReadonlyMap<string, { readonly value: number; readonly condition: string; readonly words: string }> = new Map([
  ["haelfte", { value: 1 / 2, condition: "die_haelfte", words: "die Hälfte" }],
  ["drittel", { value: 1 / 3, condition: "ein_drittel", words: "ein Drittel" }],
  ["zwei_drittel", { value: 2 / 3, condition: "sind_zwei_drittel", words: "zwei Drittel" }],
  ["viertel", { value: 1 / 4, condition: "ein_viertel", words: "ein Viertel" }],
  ["drei_viertel", { value: 3 / 4, condition: "sind_drei_viertel", words: "drei Viertel" }],
  ["fuenftel", { value: 1 / 5, condition: "ein_fuenftel", words: "ein Fünftel" }],
  ["zehntel", { value: 1 / 10, condition: "ein_zehntel", words: "ein Zehntel" }],
  ["jede_zweite", { value: 1 / 2, condition: "ist_jede_zweite", words: "jede zweite" }],
  ["jede_dritte", { value: 1 / 3, condition: "ist_jede_dritte", words: "jede dritte" }],
  ["jede_vierte", { value: 1 / 4, condition: "ist_jede_vierte", words: "jede vierte" }],
  ["jede_fuenfte", { value: 1 / 5, condition: "ist_jede_fuenfte", words: "jede fünfte" }],
  ["jede_zehnte", { value: 1 / 10, condition: "ist_jede_zehnte", words: "jede zehnte" }],
  ["zwei_von_fuenf", { value: 2 / 5, condition: "sind_zwei_von_fuenf", words: "zwei von fünf" }],
]);

/** `haelfte`, `drittel`: a number by its name. */
export function isFraction({ name, keys }: PathNode): boolean {
  return keys.length === 0 && fractions.has(name.text);
}

/** By the name of the condition. */
const reachOf: ReadonlyMap<string, ReachName> = new Map<string, ReachName>([
  ["rund", "rund"],
  ["fast", "fast"],
  ["knapp", "knapp"],
  ["gut", "gut"],
  ["doppelt_so_viele", "doppelt"],
  ["gestiegen", "unveraendert"],
  ["gesunken", "unveraendert"],
  ["unveraendert", "unveraendert"],
  ...[...fractions.values()].map(({ condition }): [string, ReachName] => [condition, "anteil"]),
]);

/** What a word was taken to mean, for whoever reads the deck (German) and for messages in English. */
export interface Meaning {
  readonly de: string;
  readonly en: string;
}

/** What the words in an expression were taken to mean, each once: "»rund« heißt höchstens 5 % mehr oder weniger". */
export function meaningsIn(node: Node, reach: WordReach): readonly Meaning[] {
  const each = callsIn(node).flatMap((name) => meaningOf(name, reach) ?? []);
  return [...new Map(each.map((meaning) => [meaning.de, meaning])).values()];
}

function meaningOf(name: string, reach: WordReach): Meaning | undefined {
  const which = reachOf.get(name);
  if (which === undefined) return undefined;
  const digits = `${Number((reach[which] * 100).toPrecision(12))}`;
  const [prozent, percent] = [`${digits.replace(".", ",")}\u00a0%`, `${digits}%`];
  switch (which) {
    case "rund":
      return means(which, `höchstens ${prozent} mehr oder weniger`, `at most ${percent} more or less`);
    case "fast":
    case "knapp":
      return means(which, `höchstens ${prozent} weniger`, `at most ${percent} less`);
    case "gut":
      return means(which, `höchstens ${prozent} mehr`, `at most ${percent} more`);
    case "anteil": {
      const named = [...fractions.values()].find(({ condition }) => condition === name)?.words ?? name;
      return means(named, `höchstens ${prozent} davon mehr oder weniger`, `at most ${percent} of it more or less`);
    }
    case "doppelt":
      return means(
        "doppelt so viele",
        `das Doppelte, höchstens ${prozent} mehr oder weniger`,
        `twice as many, at most ${percent} more or less`,
      );
    case "unveraendert":
      return { de: `eine Änderung um höchstens ${prozent} gilt als keine`, en: `a change of at most ${percent} counts as none` };
  }
}

function means(word: string, de: string, en: string): Meaning {
  return { de: `»${word}« heißt ${de}`, en: `“${word}” means ${en}` };
}

function callsIn(node: Node): readonly string[] {
  switch (node.type) {
    case "call":
      return [node.name.text, ...node.arguments.flatMap(callsIn)];
    case "at":
    case "unary":
      return callsIn(node.operand);
    case "binary":
      return [...callsIn(node.left), ...callsIn(node.right)];
    case "number":
    case "text":
    case "path":
    case "moment":
      return [];
  }
}
