/**
 * Reads files that come from anywhere. All of it happens in a thread of its own with limits of memory and time, without
 * the environment (where credentials stand), so that the worst a file can do is to be refused.
 */

import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Dataset } from "../../data/dataset.ts";
import type { IsoDate } from "../../data/figure.ts";
import { error, type Message, type Outcome } from "../../source/diagnostic.ts";
import { readingFailed, readingTooLong, readingTooMuchMemory } from "../../source/messages/update-file.ts";
import { spanOf, toSource } from "../../source/source.ts";
import type { FileContent } from "../../targets/pptx/audit/content.ts";
import type { Inspection } from "../../update/inspect/inspection.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { Reading } from "../../update/reading.ts";
import type { FormatName, FormatOptions } from "../../update/table.ts";
import { codeOf } from "../disk.ts";
import type { Answer, Content, FileFacts, Job } from "./task.ts";

export type { Content, FileFacts } from "./task.ts";

export interface Limits {
  /** Of V8's heap, in MB. */
  readonly memory: number;
  /** Milliseconds from the start of the thread to its answer. */
  readonly time: number;
}

const usualLimits: Limits = { memory: 512, time: 120_000 };

export interface ReadRequest {
  readonly content: Content;
  /** The file's path as its user wrote it, or a name for an answer. */
  readonly name: string;
  readonly mapping: Mapping;
  readonly dataset: Dataset;
  /** Said on the command line; it comes before what the mapping says. */
  readonly stichtag?: IsoDate;
}

export interface InspectRequest {
  readonly content: Content;
  readonly name: string;
  readonly format?: FormatName;
  readonly options?: FormatOptions;
}

export type FileReading = FileFacts & { readonly reading: Reading };
export type FileInspection = FileFacts & { readonly inspection: Inspection };

/** What a mapping makes of a file. Never throws for what a file is or holds. */
export async function readFile(request: ReadRequest, limits: Limits = usualLimits): Promise<Outcome<FileReading>> {
  const { content, name, mapping, dataset, stichtag } = request;
  const { value, diagnostics } = await inThread({ content, name, task: { kind: "read", mapping, dataset, stichtag } }, limits);
  return { value: value?.kind === "read" ? value : undefined, diagnostics };
}

/** What is in a file. Never throws for what a file is or holds. */
export async function inspectFile(request: InspectRequest, limits: Limits = usualLimits): Promise<Outcome<FileInspection>> {
  const { content, name, format, options = {} } = request;
  const { value, diagnostics } = await inThread({ content, name, task: { kind: "inspect", format, options } }, limits);
  return { value: value?.kind === "inspect" ? value : undefined, diagnostics };
}

/** What a PowerPoint file says. Never throws for what a file is or holds. */
export async function readPowerPoint(content: Content, name: string, limits: Limits = usualLimits): Promise<Outcome<FileContent>> {
  const { value, diagnostics } = await inThread({ content, name, task: { kind: "presentation" } }, limits);
  return { value: value?.kind === "presentation" ? value.content : undefined, diagnostics };
}

function inThread(job: Job, { memory, time }: Limits): Promise<Answer> {
  return new Promise((resolve) => {
    const thread = startThread(job, memory);
    const answer = (outcome: Answer): void => {
      clearTimeout(clock);
      resolve(outcome);
      void thread.terminate();
    };
    const refuse = (words: Message): void =>
      answer({ value: undefined, diagnostics: [error(spanOf(toSource(job.name, ""), 0, 0), words)] });
    const clock = setTimeout(() => refuse(readingTooLong(job.name, Math.round(time / 1000))), time);
    thread.once("message", answer);
    thread.once("messageerror", (reason) => refuse(readingFailed(job.name, codeOf(reason))));
    thread.once("error", (reason) => {
      const full = codeOf(reason) === "ERR_WORKER_OUT_OF_MEMORY";
      refuse(full ? readingTooMuchMemory(job.name, memory) : readingFailed(job.name, codeOf(reason)));
    });
    // Whatever else ends a thread; after an answer this is too late to change it.
    thread.once("exit", (code) => refuse(readingFailed(job.name, `exit ${code}`)));
  });
}

function startThread(job: Job, memory: number): Worker {
  const here = fileURLToPath(import.meta.url);
  const options = {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
  };
  // Bundled, the thread's file lies beside this one. Tests run the sources, which a thread cannot: they have them bundled.
  if (!here.endsWith(".ts")) return new Worker(join(dirname(here), "reader.mjs"), options);
  const loader = pathToFileURL(join(dirname(here), "..", "..", "cli", "load.mjs")).href;
  return new Worker(`import(${JSON.stringify(loader)}).then(({ load }) => load("reader"))`, { ...options, eval: true });
}
