/** `stichtag audit`: what differs in a PowerPoint file that came back. Writes nothing. */

import { resolve } from "node:path";
import { auditFile } from "../project/audit.ts";
import { reportOf } from "../project/report.ts";
import { auditFileMissing } from "../source/messages/audit.ts";
import { notAFormat } from "../source/messages/cli.ts";
import { harmlessKinds } from "../targets/pptx/audit/finding.ts";
import type { Request } from "./arguments.ts";
import { auditJson, auditText } from "./audit-report.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { spoken, type Terminal } from "./terminal.ts";

/** @returns 1 where something differs, cannot be proved, or the file cannot be read */
export async function audit(request: Request, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const { format = "text", asOf, knownOn } = request;
  const [file] = request.words;
  const deck = request.decks?.at(-1);
  const wrong =
    file === undefined ? auditFileMissing() : format === "text" || format === "json" ? undefined : notAFormat(format, ["text", "json"]);
  if (file === undefined || wrong !== undefined) {
    terminal.complain(spoken(wrong ?? auditFileMissing(), language));
    return 2;
  }
  terminal.progress(language === "de" ? "vergleicht …" : "comparing …");
  const days = { ...(asOf && { asOf }), ...(knownOn && { knownOn }) };
  const audited = await auditFile({ root: resolve(request.root), file, ...(deck !== undefined && { deck }), ...days });
  const report = reportOf(audited.diagnostics, language);
  if (report !== "") terminal.complain(report);
  if (audited.audit === undefined) return exitCodeOf(audited.diagnostics);
  terminal.say(format === "json" ? auditJson(audited, language) : auditText(audited, file, language));
  return audited.audit.findings.some(({ kind }) => !harmlessKinds.has(kind)) ? 1 : 0;
}
