/** Words for what is wrong on the command line. */

import type { Message } from "../diagnostic.ts";

function didYouMean(nearest: string | undefined): { readonly de: string; readonly en: string } {
  return nearest === undefined ? { de: "", en: "" } : { de: ` Meinten Sie ${nearest}?`, en: ` Did you mean ${nearest}?` };
}

export function unknownCommand(name: string, nearest: string | undefined): Message {
  const hint = didYouMean(nearest);
  return { code: "unknown-command", de: `Einen Befehl »${name}« gibt es nicht.${hint.de}`, en: `There is no command "${name}".${hint.en}` };
}

/** @param name with its dashes */
export function unknownOption(name: string, nearest: string | undefined): Message {
  const hint = didYouMean(nearest);
  return { code: "unknown-option", de: `Die Option ${name} gibt es nicht.${hint.de}`, en: `There is no option ${name}.${hint.en}` };
}

export function missingArgument(option: string): Message {
  return { code: "missing-argument", de: `Nach ${option} fehlt eine Angabe.`, en: `${option} needs a value after it.` };
}

export function needlessArgument(option: string): Message {
  return { code: "needless-argument", de: `${option} steht ohne Angabe.`, en: `${option} takes no value.` };
}

export function strayWord(word: string): Message {
  return { code: "stray-word", de: `Mit »${word}« ist hier nichts anzufangen.`, en: `"${word}" means nothing here.` };
}

export function inspectOrFrom(): Message {
  return {
    code: "inspect-or-from",
    de: "--inspect sieht sich eine Datei nur an, --from liest sie ein: Bitte nur eins von beiden angeben.",
    en: "--inspect only looks at a file, --from reads it in: give one of them.",
  };
}

export function stichtagWithoutFrom(): Message {
  return {
    code: "stichtag-without-from",
    de: "--stichtag sagt, von welchem Tag eine Datei ist, die keinen nennt, und gehört darum zu --from. Was ein Dienst liefert, nennt seinen Stichtag selbst.",
    en: "--stichtag says of which day a file is that names none, and so belongs to --from. What a service delivers names its day itself.",
  };
}

export function notADay(option: string, value: string): Message {
  const latest = option === "--as-of" ? { de: " oder latest", en: ", or latest" } : { de: "", en: "" };
  return {
    code: "not-a-day",
    de: `${option} braucht einen Tag wie 2017-08-07${latest.de}, nicht »${value}«.`,
    en: `${option} needs a day such as 2017-08-07${latest.en}, not "${value}".`,
  };
}

export function notAFormat(value: string, formats: readonly string[]): Message {
  return {
    code: "not-a-format",
    de: `--format braucht ${formats.join(", ")}, nicht »${value}«.`,
    en: `--format needs one of ${formats.join(", ")}, not "${value}".`,
  };
}

export function notALanguage(value: string): Message {
  return { code: "not-a-language", de: `--lang braucht de oder en, nicht »${value}«.`, en: `--lang needs de or en, not "${value}".` };
}

export function notAPort(value: string): Message {
  return {
    code: "not-a-port",
    de: `--port braucht eine Zahl von 1 bis 65535, nicht »${value}«.`,
    en: `--port needs a number from 1 to 65535, not "${value}".`,
  };
}

export function pluginMissing(): Message {
  return {
    code: "plugin-missing",
    de: "In vite.config fehlt das Plugin: plugins: [stichtag()].",
    en: "vite.config lacks the plugin: plugins: [stichtag()].",
  };
}

export function unexpected(words: string): Message {
  return {
    code: "unexpected",
    de: `Unerwarteter Fehler: ${words} (mit STICHTAG_DEBUG=1 mehr dazu)`,
    en: `Unexpected error: ${words} (more with STICHTAG_DEBUG=1)`,
  };
}

export function bundlingFailed(words: string): Message {
  return {
    code: "bundling-failed",
    de: `Der Client lässt sich nicht bündeln: ${words}`,
    en: `The client cannot be bundled: ${words}`,
  };
}
