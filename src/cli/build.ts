/** `stichtag build`: compiles the decks and writes each as one file. */

import { relative, resolve } from "node:path";
import { censusOf } from "../project/census.ts";
import { compileDecks, writeDecks, type WrittenDeck } from "../project/output.ts";
import { reportOf } from "../project/report.ts";
import type { Language } from "../source/diagnostic.ts";
import { type CachedClient, cachedClient } from "../vite/cache.ts";
import type { Request } from "./arguments.ts";
import type { ExitCode } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** @throws WriteError */
export async function build(request: Request, packageRoot: string, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const steps =
    language === "de" ? ["bündelt den Client …", "übersetzt …", "schreibt …"] : ["bundling the client …", "compiling …", "writing …"];
  const root = resolve(request.root);
  terminal.progress(steps[0] ?? "");
  const { client, settings } = cachedClient(root, packageRoot) ?? (await bundled(root, packageRoot));
  terminal.progress(steps[1] ?? "");
  const { decks, asOf } = request;
  const compiled = compileDecks({ ...settings, ...(decks && { decks }), ...(asOf && { asOf }) });
  const report = reportOf(compiled.diagnostics, language);
  if (report !== "") terminal.complain(report);
  if (compiled.faulty) return 1;
  terminal.progress(steps[2] ?? "");
  const written = writeDecks(compiled, client, request.out === undefined ? settings.out : resolve(request.out));
  terminal.say(summaryOf(written, performance.now(), language));
  return 0;
}

/** Imports Vite, which takes longer than all the rest. */
async function bundled(root: string, packageRoot: string): Promise<CachedClient> {
  const { bundleClient } = await import("./bundle.ts");
  return bundleClient(root, packageRoot);
}

/** @param elapsed milliseconds since the process began */
function summaryOf(written: readonly WrittenDeck[], elapsed: number, language: Language): string {
  const words = language === "de" ? ["Folien", "Zahlen", "Diagramme", "fertig in"] : ["slides", "figures", "charts", "done in"];
  const lines = written.map(({ deck, path, bytes }) => {
    const { slides, figures, charts } = censusOf(deck);
    const parts = [`${slides} ${words[0]}`, `${figures} ${words[1]}`, `${charts} ${words[2]}`, sizeOf(bytes, language)];
    return `${relative("", path)}  ${parts.join(" · ")}`;
  });
  return [...lines, `${words[3]} ${decimal(elapsed / 1000, 2, language)} s`].join("\n");
}

function sizeOf(bytes: number, language: Language): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${decimal(bytes / 1_000_000, 1, language)} MB`;
}

function decimal(value: number, digits: number, language: Language): string {
  const text = value.toFixed(digits);
  return language === "de" ? text.replace(".", ",") : text;
}
