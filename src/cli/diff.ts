/** `stichtag diff`: what is different between two states of the project, as text, Markdown, JSON, or as a slide. */

import { resolve } from "node:path";
import { compareStates } from "../project/diff.ts";
import { unknownDecks } from "../project/output.ts";
import { reportOf } from "../project/report.ts";
import { writeFile } from "../project/write.ts";
import { slidesOf } from "../project/diff-slide.ts";
import { jsonOf } from "../update/diff/json.ts";
import { markdownOf } from "../update/diff/markdown.ts";
import { textOf } from "../update/diff/text.ts";
import type { Request } from "./arguments.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { spoken, type Terminal } from "./terminal.ts";

/** @throws WriteError */
export function diff(request: Request, terminal: Terminal): ExitCode {
  const { language } = terminal;
  const [from, to] = request.words;
  terminal.progress(language === "de" ? "vergleicht …" : "comparing …");
  const compared = compareStates({
    root: resolve(request.root),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(request.decks && { decks: request.decks }),
  });
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
  const text = written();
  if (request.out === undefined) terminal.say(text);
  else {
    writeFile(resolve(request.out), `${text}\n`);
    terminal.say(request.out);
  }
  return code;

  function written(): string {
    if ("fault" in compared) return "";
    switch (request.format ?? "text") {
      case "text":
        return textOf(compared.changes, { width: request.out === undefined ? (process.stdout.columns ?? 100) : 100, language });
      case "markdown":
        return markdownOf(compared.changes);
      case "json":
        return jsonOf(compared.changes);
      case "slide":
        return slidesOf(compared).text;
    }
  }
}
