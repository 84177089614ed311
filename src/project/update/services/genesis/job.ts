/** Waits for a table that GENESIS prepares in the background, and fetches it. */

import { interrupted } from "../../../../source/messages/network.ts";
import { jobGoesOn, jobResumed, jobTooSlow, jobWaiting } from "../../../../source/messages/services.ts";
import type { Job, Notes } from "./notes.ts";
import type { GenesisAnswer, Session } from "./session.ts";
import { nothingFound, ok, type Status } from "./status.ts";

/** ms between questions: at first often, as most tables take seconds. */
const firstInterval = 2_000;
const longestInterval = 30_000;
const growth = 1.5;
/** ms of one run. */
const patience = 3_600_000;
/** ms after which a job that is not ready counts as lost … */
const lostAfter = 3 * 3_600_000;
/** … and a result as too old: the table may have changed since. */
const staleAfter = 24 * 3_600_000;

/**
 * The result of a job. Its name is forgotten when the file is on the disk, or when it leads nowhere; it is kept when
 * this run ends before the job does.
 *
 * @param earlier whether it was begun by an earlier run
 * @returns `undefined` for an earlier job that is lost or too old: it is to be begun anew
 * @throws Error of the file system
 */
export async function awaitJob(
  session: Session,
  query: ReadonlyMap<string, string>,
  notes: Notes,
  job: Job,
  earlier: boolean,
): Promise<GenesisAnswer | undefined> {
  const { clock, signal, progress } = session.context;
  const begun = clock.now();
  const age = begun - job.since;
  if (earlier && (age > staleAfter || age < 0)) return forgotten(notes);
  if (earlier) progress(jobResumed(session.who, job.name));
  for (let interval = firstInterval; ; interval = Math.min(longestInterval, interval * growth)) {
    const answer = await poll(session, query, job);
    if (answer !== undefined) return concluded(answer, session, notes, job);
    if (earlier && age > lostAfter) return forgotten(notes);
    const waited = clock.now() - begun;
    if (waited + interval > patience) return { kind: "fault", message: jobTooSlow(session.who, job.name, waited) };
    progress(jobWaiting(session.who, job.name, clock.now() - job.since));
    await clock.sleep(interval, signal);
    if (signal?.aborted === true) return { kind: "fault", message: jobGoesOn(session.who, job.name) };
  }
}

/** `undefined` as long as the result is not ready. */
async function poll(session: Session, query: ReadonlyMap<string, string>, job: Job): Promise<GenesisAnswer | undefined> {
  const language = query.get("language") ?? "de";
  const list = await session.ask(
    "catalogue/results",
    new Map([
      ["selection", job.name],
      ["area", "user"],
      ["pagelength", "1"],
      ["language", language],
    ]),
  );
  if (list.kind !== "status") return list;
  if (isPending(list.status, job)) return undefined;
  if (list.status.code !== ok) return list;
  const result = await session.ask(
    "data/resultfile",
    new Map([
      ["name", job.name],
      ["area", "all"],
      ["compress", query.get("compress") ?? "false"],
      ["format", query.get("format") ?? "ffcsv"],
      ["language", language],
    ]),
  );
  // The catalogue can be ahead of the file.
  return result.kind === "status" && result.status.code === nothingFound ? undefined : result;
}

function isPending({ code, listed }: Status, job: Job): boolean {
  return code === nothingFound || (code === ok && !listed.includes(job.name));
}

function concluded(answer: GenesisAnswer, session: Session, notes: Notes, job: Job): GenesisAnswer {
  // Trouble of the network, or Ctrl+C: the job knows nothing of it and goes on.
  if (answer.kind !== "fault") notes.forgetJob();
  else if (answer.message.code === interrupted("").code) return { kind: "fault", message: jobGoesOn(session.who, job.name) };
  return answer;
}

function forgotten(notes: Notes): undefined {
  notes.forgetJob();
  return undefined;
}
