/** `stichtag build`: compiles the decks and writes each as one file. */

import { relative, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { censusOf } from "../project/census.ts";
import { type BuildRequest, compileDecks, writeDecks, type WrittenDeck } from "../project/output.ts";
import { reportOf } from "../project/report.ts";
import { type Language, printable } from "../source/diagnostic.ts";
import type { Request } from "./arguments.ts";
import { clientFor } from "./client.ts";
import type { ExitCode } from "./main.ts";
import type { Terminal } from "./terminal.ts";

const steps = {
  de: { compile: "übersetzt …", bundle: "bündelt …", write: "schreibt …" },
  en: { compile: "compiling …", bundle: "bundling …", write: "writing …" },
} as const;

/**
 * @throws WriteError
 * @throws SpokenError
 */
export async function build(request: Request, packageRoot: string, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const root = resolve(request.root);
  const coming = clientFor(root, packageRoot);
  terminal.progress(steps[language].compile);
  // While the client is being bundled, vite.config's own settings are not known; mostly it has none.
  const first = requestOf(coming instanceof Promise ? { root } : coming.settings, request);
  const early = compileDecks(first);
  terminal.progress(steps[language].bundle);
  const { client, settings } = await coming;
  const final = requestOf(settings, request);
  const compiled = isDeepStrictEqual(first, final) ? early : compileDecks(final);
  const report = reportOf(compiled.diagnostics, language);
  if (report !== "") terminal.complain(report);
  if (compiled.faulty) return compiled.diagnostics.some(({ message }) => message.code === "unknown-deck") ? 2 : 1;
  terminal.progress(steps[language].write);
  const written = writeDecks(compiled, client, request.out === undefined ? settings.out : resolve(request.out));
  terminal.say(summaryOf(written, performance.now(), language));
  return 0;
}

/** What the command line asks for, above what `vite.config` says. */
function requestOf(settings: BuildRequest, asked: Request): BuildRequest {
  const { decks = settings.decks, asOf = settings.asOf } = asked;
  return { root: settings.root, ...(decks && { decks }), ...(asOf && { asOf }) };
}

/** @param elapsed milliseconds since the process began */
function summaryOf(written: readonly WrittenDeck[], elapsed: number, language: Language): string {
  const { slide, figure, chart, done } = nouns[language];
  const lines = written.map(({ deck, path, bytes }) => {
    const { slides, figures, charts } = censusOf(deck);
    const parts = [counted(slides, slide), counted(figures, figure), counted(charts, chart), sizeOf(bytes, language)];
    return `${printable(relative("", path))}  ${parts.join(" · ")}`;
  });
  return [...lines, `${done} ${decimal(elapsed / 1000, 2, language)} s`].join("\n");
}

type Noun = readonly [one: string, many: string];
const nouns = {
  de: { slide: ["Folie", "Folien"], figure: ["Zahl", "Zahlen"], chart: ["Diagramm", "Diagramme"], done: "fertig in" },
  en: { slide: ["slide", "slides"], figure: ["figure", "figures"], chart: ["chart", "charts"], done: "done in" },
} as const;

function counted(count: number, [one, many]: Noun): string {
  return `${count} ${count === 1 ? one : many}`;
}

function sizeOf(bytes: number, language: Language): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${decimal(bytes / 1_000_000, 1, language)} MB`;
}

function decimal(value: number, digits: number, language: Language): string {
  const text = value.toFixed(digits);
  return language === "de" ? text.replace(".", ",") : text;
}
