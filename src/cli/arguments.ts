/** The command line → what is asked for, or what is wrong with it. */

import { parseArgs } from "node:util";
import type { IsoDate } from "../data/figure.ts";
import type { Language, Message } from "../source/diagnostic.ts";
import {
  missingArgument,
  needlessArgument,
  notADay,
  notALanguage,
  notAPort,
  strayWord,
  unknownCommand,
  unknownOption,
} from "../source/messages/cli.ts";
import { nearest } from "../source/nearest.ts";

/** `bundle` is for the program itself: see client.ts. */
export const commands = ["build", "pptx", "start", "bundle"] as const;
export type CommandName = (typeof commands)[number];

export interface Request {
  readonly command: CommandName | "help";
  readonly language?: Language;
  /** Project folder as written; default the present one. */
  readonly root: string;
  readonly decks?: readonly string[];
  readonly asOf?: IsoDate;
  /** Folder to write to, as written; `build` and `pptx`. */
  readonly out?: string;
  /** PowerPoint files beside the pages; `build` only. */
  readonly pptx: boolean;
  /** `start` only. */
  readonly port?: number;
  /** Open the browser; `start` only. */
  readonly open: boolean;
}

export type Parsed = { readonly request: Request } | { readonly faults: readonly Message[]; readonly language?: Language };

const all: readonly CommandName[] = ["build", "pptx", "start", "bundle"];
/** Which commands take an option. */
const strings: Readonly<Record<string, readonly CommandName[]>> = {
  deck: all,
  "as-of": all,
  lang: all,
  root: all,
  out: ["build", "pptx"],
  port: ["start"],
};
const switches: Readonly<Record<string, readonly CommandName[]>> = { help: all, pptx: ["build"], open: ["start"], "no-open": ["start"] };

/** Reads the words after `stichtag`. All faults are collected. */
export function parseCommandLine(words: readonly string[]): Parsed {
  const faults: Message[] = [];
  const values = new Map<string, string[]>();
  const [first] = words;
  const command = commands.find((name) => name === first);
  const wantsHelp = first === undefined || first === "help" || first.startsWith("-");
  if (command === undefined && !wantsHelp) faults.push(unknownCommand(first, nearest(first, ["build", "pptx", "start"])));
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
      help: { type: "boolean", short: "h" },
      pptx: { type: "boolean" },
      open: { type: "boolean" },
      "no-open": { type: "boolean" },
    },
  });
  for (const token of tokens) {
    if (token.kind === "positional") faults.push(strayWord(token.value));
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
  const asOf = dayOf(last("as-of"), faults);
  const port = portOf(last("port"), faults);
  if (faults.length > 0) return { faults, ...(language && { language }) };
  const decks = values.get("deck");
  const out = last("out");
  return {
    request: {
      command: command === undefined || values.has("help") ? "help" : command,
      root: last("root") ?? ".",
      open: !values.has("no-open"),
      pptx: values.has("pptx"),
      ...(language && { language }),
      ...(decks && { decks }),
      ...(asOf && { asOf }),
      ...(out && { out }),
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

function dayOf(value: string | undefined, faults: Message[]): IsoDate | undefined {
  if (value === undefined || value === "latest") return value;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // Date.parse takes 2017-02-30 for the second of March on some engines.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  faults.push(notADay("--as-of", value));
  return undefined;
}

function portOf(value: string | undefined, faults: Message[]): number | undefined {
  if (value === undefined) return undefined;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return port;
  faults.push(notAPort(value));
  return undefined;
}
