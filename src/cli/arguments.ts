/** The command line → what is asked for, or what is wrong with it. */

import { parseArgs } from "node:util";
import type { IsoDate } from "../data/figure.ts";
import type { Language, Message } from "../source/diagnostic.ts";
import {
  inspectOrFrom,
  missingArgument,
  needlessArgument,
  notADay,
  notAFormat,
  notALanguage,
  notAPort,
  stichtagWithoutFrom,
  strayWord,
  unknownCommand,
  unknownOption,
} from "../source/messages/cli.ts";
import { nearest } from "../source/nearest.ts";

/** `bundle` is for the program itself: see client.ts. */
export const commands = ["build", "pptx", "start", "update", "diff", "check", "audit", "bundle"] as const;
export type CommandName = (typeof commands)[number];

export interface Request {
  readonly command: CommandName | "help";
  readonly language?: Language;
  /** Project folder as written; default the present one. */
  readonly root: string;
  readonly decks?: readonly string[];
  readonly asOf?: IsoDate;
  /** Day of knowledge: what came in later is not seen. */
  readonly knownOn?: IsoDate;
  /** Folder to write to, as written; `build` and `pptx`. For `diff` the file. */
  readonly out?: string;
  /** PowerPoint files beside the pages; `build` only. */
  readonly pptx: boolean;
  /** `start` only. */
  readonly port?: number;
  /** Open the browser; `start` only. */
  readonly open: boolean;
  /** `update`: ids of datasets; `diff`: the states, at most two; `audit`: the file. */
  readonly words: readonly string[];
  /** File to read instead of asking a service; `update` only. */
  readonly from?: string;
  /** File to be looked at only; `update` only. */
  readonly inspect?: string;
  /** The Stichtag of a file that names none; `update` only. */
  readonly stichtag?: IsoDate;
  /** Take what the checks object to; `update` only. */
  readonly accept: boolean;
  /** What counts as today; default the clock's day. `update` and `check`. */
  readonly today?: IsoDate;
  /** How `diff` says it, and `audit` as text or JSON. */
  readonly format?: DiffFormat;
  /** Warnings fail, those of the lint among them; `check` and `build`. */
  readonly strict: boolean;
}

export const diffFormats = ["text", "markdown", "json", "slide"] as const;
export type DiffFormat = (typeof diffFormats)[number];

export type Parsed = { readonly request: Request } | { readonly faults: readonly Message[]; readonly language?: Language };

const all: readonly CommandName[] = commands;
const decks: readonly CommandName[] = ["build", "pptx", "start", "diff", "check", "audit", "bundle"];
/** Which commands take an option. */
const strings: Readonly<Record<string, readonly CommandName[]>> = {
  deck: decks,
  "as-of": ["build", "pptx", "start", "check", "audit", "bundle"],
  "known-on": ["build", "pptx", "start", "check", "audit", "bundle"],
  lang: all,
  root: all,
  out: ["build", "pptx", "diff"],
  port: ["start"],
  from: ["update"],
  inspect: ["update"],
  stichtag: ["update"],
  today: ["update", "check"],
  format: ["diff", "audit"],
};
const switches: Readonly<Record<string, readonly CommandName[]>> = {
  help: all,
  pptx: ["build"],
  open: ["start"],
  "no-open": ["start"],
  accept: ["update"],
  strict: ["check", "build"],
};
/** How many words a command takes besides its options. */
const mostWords: Partial<Record<CommandName, number>> = { update: Number.POSITIVE_INFINITY, diff: 2, audit: 1 };

/** Reads the words after `stichtag`. All faults are collected. */
export function parseCommandLine(words: readonly string[]): Parsed {
  const faults: Message[] = [];
  const values = new Map<string, string[]>();
  const [first] = words;
  const command = commands.find((name) => name === first);
  const wantsHelp = first === undefined || first === "help" || first.startsWith("-");
  if (command === undefined && !wantsHelp)
    faults.push(
      unknownCommand(
        first,
        nearest(
          first,
          commands.filter((name) => name !== "bundle"),
        ),
      ),
    );
  const known = new Map(
    [...Object.entries(strings), ...Object.entries(switches)].filter(
      ([, of]) => of === all || (command !== undefined && of.includes(command)),
    ),
  );
  const { tokens } = parseArgs({
    args: words.slice(command === undefined && first?.startsWith("-") ? 0 : 1),
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(Object.keys(strings).map((name) => [name, { type: "string" as const, multiple: true }])),
      ...Object.fromEntries(Object.keys(switches).map((name) => [name, { type: "boolean" as const }])),
      help: { type: "boolean", short: "h" },
    },
  });
  const free: string[] = [];
  const room = command === undefined ? 0 : (mostWords[command] ?? 0);
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (free.length < room) free.push(token.value);
      else faults.push(strayWord(token.value));
    }
    if (token.kind !== "option") continue;
    const takesValue = token.name in strings;
    if (!known.has(token.name)) faults.push(unknownOption(token.rawName, nearestOption(token.name, known.keys())));
    else if (takesValue && (token.value === undefined || token.value === "" || token.value.startsWith("--")))
      faults.push(missingArgument(token.rawName));
    else if (!takesValue && token.value !== undefined) faults.push(needlessArgument(token.rawName));
    else values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ""]);
  }
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  const language = languageOf(last("lang"), faults);
  const asOf = last("as-of") === "latest" ? "latest" : dayOf("as-of", last("as-of"), faults);
  const knownOn = dayOf("known-on", last("known-on"), faults);
  const stichtag = dayOf("stichtag", last("stichtag"), faults);
  const today = dayOf("today", last("today"), faults);
  const format = formatOf(last("format"), faults);
  const port = portOf(last("port"), faults);
  if (values.has("inspect") && values.has("from")) faults.push(inspectOrFrom());
  if (values.has("stichtag") && !values.has("from")) faults.push(stichtagWithoutFrom());
  if (faults.length > 0) return { faults, ...(language && { language }) };
  const asked = values.get("deck");
  const [out, from, inspect] = [last("out"), last("from"), last("inspect")];
  return {
    request: {
      command: command === undefined || values.has("help") ? "help" : command,
      root: last("root") ?? ".",
      open: !values.has("no-open"),
      pptx: values.has("pptx"),
      words: free,
      accept: values.has("accept"),
      strict: values.has("strict"),
      ...(language && { language }),
      ...(asked && { decks: asked }),
      ...(asOf && { asOf }),
      ...(knownOn && { knownOn }),
      ...(out && { out }),
      ...(from && { from }),
      ...(inspect && { inspect }),
      ...(stichtag && { stichtag }),
      ...(today && { today }),
      ...(format && { format }),
      ...(port && { port }),
    },
  };
}

function nearestOption(name: string, known: Iterable<string>): string | undefined {
  const found = nearest(name, known);
  return found === undefined ? undefined : `--${found}`;
}

function languageOf(value: string | undefined, faults: Message[]): Language | undefined {
  if (value === "de" || value === "en" || value === undefined) return value;
  faults.push(notALanguage(value));
  return undefined;
}

function formatOf(value: string | undefined, faults: Message[]): DiffFormat | undefined {
  const format = diffFormats.find((name) => name === value);
  if (value !== undefined && format === undefined) faults.push(notAFormat(value, diffFormats));
  return format;
}

function dayOf(option: string, value: string | undefined, faults: Message[]): IsoDate | undefined {
  if (value === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // Date.parse takes 2017-02-30 for the second of March on some engines.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  faults.push(notADay(`--${option}`, value));
  return undefined;
}

function portOf(value: string | undefined, faults: Message[]): number | undefined {
  if (value === undefined) return undefined;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return port;
  faults.push(notAPort(value));
  return undefined;
}
