/** `stichtag build`: compiles the decks and writes each as one page with its ledger, and with `--pptx` as a PowerPoint file beside it. */

import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { lintProject } from "../project/lint.ts";
import { compileDecks, ledgersOf, pagesOf, writeOutputs } from "../project/output.ts";
import { reportOf } from "../project/report.ts";
import type { Request } from "./arguments.ts";
import { clientFor } from "./client.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { requestOf } from "./settings.ts";
import { isStrictlyFaulty } from "./strict.ts";
import { summaryOf } from "./summary.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "../project/today.ts";

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
  const early = await compileDecks(first);
  terminal.progress(steps[language].bundle);
  const { client, settings } = await coming;
  const final = requestOf(settings, request);
  const compiled = isDeepStrictEqual(first, final) ? early : await compileDecks(final);
  terminal.progress(steps[language].write);
  const out = request.out === undefined ? settings.out : resolve(request.out);
  const powerpoints = request.pptx ? await (await import("../project/powerpoint.ts")).powerpointsOf(compiled, out) : undefined;
  // Its errors are among those of the build.
  const found = request.strict
    ? lintProject(compiled.project, compiled.compiled, today(), (await import("../deck/lint/rules.ts")).rules).filter(
        ({ severity }) => severity === "warning",
      )
    : [];
  const diagnostics = [...compiled.diagnostics, ...(powerpoints?.diagnostics ?? []), ...found];
  const report = reportOf(diagnostics, language);
  if (report !== "") terminal.complain(report);
  const code = exitCodeOf(diagnostics);
  if (code !== 0) return code;
  if (request.strict && isStrictlyFaulty(diagnostics, request)) return 1;
  const written = writeOutputs([...pagesOf(compiled, client, out), ...(powerpoints?.value ?? [])], ledgersOf(compiled, out));
  terminal.say(summaryOf(written, performance.now(), language));
  return 0;
}
