/** `stichtag update`: brings datasets to their newest release, from services or from a file, and says what has changed. */

import { resolve } from "node:path";
import { readData } from "../data/read.ts";
import { isFaulty } from "../project/build.ts";
import { changesAfterUpdate } from "../project/diff.ts";
import { readProject } from "../project/read.ts";
import { reportOf } from "../project/report.ts";
import { inspectFile } from "../project/update/reader.ts";
import { update as run } from "../project/update/update.ts";
import { error } from "../source/diagnostic.ts";
import { inspectTakesOne, proposed, todayToCome, unknownDataset } from "../source/messages/update-run.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, toSource } from "../source/source.ts";
import { textOf } from "../update/diff/text.ts";
import { proposal } from "../update/inspect/proposal.ts";
import { inspectionText } from "../update/inspect/text.ts";
import type { Request } from "./arguments.ts";
import type { ExitCode } from "./exit.ts";
import { spoken, type Terminal } from "./terminal.ts";
import { today as clockDay } from "../project/today.ts";
import { acceptHint, isRefused, reportOfUpdate } from "./update-report.ts";

export async function update(request: Request, terminal: Terminal): Promise<ExitCode> {
  return request.inspect === undefined ? bring(request, terminal) : inspect(request, request.inspect, terminal);
}

async function bring(request: Request, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const { root, words: datasets, from, stichtag, accept } = request;
  const clock = clockDay();
  const today = request.today ?? clock;
  if (today > clock) {
    terminal.complain(spoken(todayToCome(today, clock), language));
    return 2;
  }
  const stop = new AbortController();
  // The second time, the system ends the process as it does.
  process.once("SIGINT", () => stop.abort());
  const surroundings = {
    environment: process.env,
    progress: (words: { readonly de: string; readonly en: string }) => terminal.progress(words[language]),
    signal: stop.signal,
  };
  const given = { ...(from && { from }), ...(stichtag && { stichtag }) };
  const updated = await run({ root, datasets, accept, today, ...given }, surroundings);
  // What holds for a service as a whole is told once.
  const told = new Set<string>();
  for (const one of updated.updates) {
    const { lines, diagnostics } = reportOfUpdate(one, language, told);
    for (const line of lines) terminal.say(line);
    if (diagnostics.length > 0) terminal.complain(`${diagnostics.join("\n\n")}\n`);
  }
  if (updated.faults.length > 0) terminal.complain(reportOf(updated.faults, language));
  if (updated.wrongCall) return 2;
  const refused = updated.updates.some(isRefused);
  const hint = acceptHint(updated.updates, language);
  if (hint !== undefined) terminal.complain(hint);
  if (updated.after !== updated.before) {
    const width = process.stdout.columns ?? 100;
    terminal.say(`\n${textOf(changesAfterUpdate(updated.before, updated.after), { width, language })}`);
  }
  return refused || isFaulty(updated.faults) ? 1 : 0;
}

/** What is in a file, and how `dataset.yaml` would have it. */
async function inspect(request: Request, name: string, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const { words } = request;
  const [id, another] = words;
  if (another !== undefined) {
    terminal.complain(spoken(inspectTakesOne(), language));
    return 2;
  }
  const data = readData(readProject(resolve(request.root)).data).value ?? new Map();
  const dataset = id === undefined ? undefined : data.get(id.normalize());
  if (id !== undefined && dataset === undefined) {
    const known = [...data.keys()];
    terminal.complain(reportOf([error(spanOf(toSource("data", ""), 0, 0), unknownDataset(id, nearest(id, known), known))], language));
    return 2;
  }
  const { value, diagnostics } = await inspectFile({ content: { path: resolve(name) }, name });
  if (diagnostics.length > 0) terminal.complain(reportOf(diagnostics, language));
  if (value === undefined) return 1;
  terminal.say(inspectionText(value.inspection, language));
  terminal.say(`\n${proposed(id)[language]}\n`);
  terminal.say(proposal(value.inspection, { data, language, ...(dataset && { dataset }) }).trimEnd());
  return 0;
}
