/** The command: reads its words, hands over to one file a command, and gives the exit code. */

import { ReadError } from "../project/disk.ts";
import { systemLanguage } from "../project/report.ts";
import { WriteError } from "../project/write.ts";
import { unexpected } from "../source/messages/cli.ts";
import { parseCommandLine } from "./arguments.ts";
import { build } from "./build.ts";
import type { ExitCode } from "./exit.ts";
import { helpText } from "./help.ts";
import { SpokenError, spoken, terminalOf } from "./terminal.ts";

/** @param packageRoot this package's folder */
export async function main(words: readonly string[], packageRoot: string): Promise<ExitCode> {
  const parsed = parseCommandLine(words);
  const asked = "request" in parsed ? parsed.request.language : parsed.language;
  const terminal = terminalOf(asked ?? systemLanguage(process.env));
  if ("faults" in parsed) {
    for (const fault of parsed.faults) terminal.complain(spoken(fault, terminal.language));
    terminal.complain(terminal.language === "de" ? "Hilfe: npm run build -- --help" : "Help: npm run build -- --help");
    return 2;
  }
  const { request } = parsed;
  try {
    switch (request.command) {
      case "help":
        terminal.say(helpText(terminal.language));
        return 0;
      case "build":
        return await build(request, packageRoot, terminal);
      case "pptx": {
        const { pptx } = await import("./pptx.ts");
        return await pptx(request, packageRoot, terminal);
      }
      case "update": {
        const { update } = await import("./update.ts");
        return await update(request, terminal);
      }
      // In place of this comes its own file.
      case "diff": {
        const { diff } = await import("./diff.ts");
        return diff(request, terminal);
      }
      case "check": {
        const { check } = await import("./check.ts");
        return await check(request, packageRoot, terminal);
      }
      case "audit": {
        const { audit } = await import("./audit.ts");
        return await audit(request, terminal);
      }
      case "bundle": {
        const { bundle } = await import("./bundle.ts");
        return await bundle(request, packageRoot);
      }
      case "start": {
        // Only here, because a build must not wait for what only a server needs.
        const { start } = await import("./start.ts");
        return await start(request, packageRoot, terminal);
      }
    }
  } catch (reason) {
    const known = reason instanceof WriteError || reason instanceof ReadError || reason instanceof SpokenError;
    if (known) terminal.complain(spoken(reason.words, terminal.language));
    else terminal.complain(spoken(unexpected(reason instanceof Error ? reason.message : String(reason)), terminal.language));
    if (process.env["STICHTAG_DEBUG"] && reason instanceof Error) terminal.complain(reason.stack ?? "");
    return 1;
  }
}
