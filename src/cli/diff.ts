/** `stichtag diff`: what is different between two states of the project, as text, Markdown, JSON, or as slides. */

import { resolve } from "node:path";
import { type Compared, compareStates } from "../project/diff.ts";
import { slidesOf } from "../project/diff-slide.ts";
import { unknownDecks } from "../project/output.ts";
import { reportOf } from "../project/report.ts";
import { writeFile } from "../project/write.ts";
import { type Message, printable } from "../source/diagnostic.ts";
import { jsonOf } from "../update/diff/json.ts";
import { markdownOf } from "../update/diff/markdown.ts";
import { textOf } from "../update/diff/text.ts";
import type { Request } from "./arguments.ts";
import { outFault } from "./diff-out.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { spoken, type Terminal } from "./terminal.ts";

/** Columns where no terminal says how many it has. */
const usualWidth = 100;
const words = {
  de: { compare: "vergleicht …", leftOut: "Ohne eigene Worte oder zu viel für eine Folie, darum auf keiner" },
  en: { compare: "comparing …", leftOut: "Without words of their own, or too much for a slide, and so on none" },
} as const;

/**
 * Ends with 0 whether there are changes or not.
 *
 * @throws WriteError
 */
export function diff(request: Request, terminal: Terminal): ExitCode {
  const { language } = terminal;
  const [from, to] = request.words;
  terminal.progress(words[language].compare);
  const asked = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const compared = compareStates({ root: resolve(request.root), ...asked, ...(request.decks && { decks: request.decks }) });
  if ("fault" in compared) {
    terminal.complain(spoken(compared.fault, language));
    return 2;
  }
  // What is wrong with decks is part of the answer; what keeps files from being read is not.
  const unread = [...compared.diagnostics, ...unknownDecks(compared.project, request.decks ?? [])];
  const faults = unread.filter(({ severity }) => severity === "error");
  if (faults.length > 0) terminal.complain(reportOf(faults, language));
  const code = exitCodeOf(faults);
  if (code === 2) return code;
  const place = request.out === undefined ? undefined : outFault(request.out, request.root);
  if (place !== undefined) {
    terminal.complain(spoken(place, language));
    return 2;
  }
  const text = written(compared, request, terminal);
  if (typeof text !== "string") {
    terminal.complain(spoken(text.fault, language));
    return 1;
  }
  if (request.out === undefined) terminal.say(text);
  else {
    writeFile(resolve(request.out), `${text}\n`);
    terminal.say(printable(request.out));
  }
  return code;
}

type States = Exclude<Compared, { readonly fault: unknown }>;

function written(compared: States, { format = "text", out }: Request, terminal: Terminal): string | { readonly fault: Message } {
  const { language } = terminal;
  switch (format) {
    case "text":
      return textOf(compared.changes, { width: (out === undefined ? process.stdout.columns : undefined) ?? usualWidth, language });
    case "markdown":
      return markdownOf(compared.changes);
    case "json":
      return jsonOf(compared.changes);
    case "slide": {
      const slides = slidesOf(compared);
      if ("fault" in slides) return slides;
      const { text, leftOut } = slides;
      if (leftOut.length > 0) terminal.complain(printable(`${words[language].leftOut}: ${leftOut.join("; ")}`));
      return text;
    }
  }
}
