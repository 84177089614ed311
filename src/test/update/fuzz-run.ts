/**
 * Broken files, many of them: each must end in a refusal or in a right reading. Right is what the whole file says, or
 * what the independent reading makes of the broken one, where only a digit changed in a file that is otherwise in form.
 */

import { cases, type Case, datasetAndMapping, fixture, readDatasets, type Values } from "./cases.ts";
import { textOf } from "./independent.ts";
import { type Mutation, mutations, type Random, seeded, type Specimen } from "./mutations.ts";
import { decisions, readBytes, type Wanted } from "./product.ts";

/** A day after all Stichtage of the fixtures. */
const today = "2027-06-01";

export type Outcome =
  | "refused when read"
  | "refused by the checks"
  /** All values of the whole file. */
  | "right"
  /** What the broken file says, digit for digit. */
  | "right of the changed file";

export type Fault =
  /** A value that no independent reading finds. */
  | "wrong number"
  /** A value that the file has was left out, and nobody said so. */
  | "lost value"
  /** What says the same in another form was refused. */
  | "needless refusal"
  | "crash"
  | "slow";

export interface Violation {
  readonly fault: Fault;
  readonly form: string;
  readonly run: number;
  readonly mutations: readonly string[];
  readonly bytes: Uint8Array;
  readonly details: string;
}

export interface Specimens extends Case {
  readonly wanted: Wanted;
  readonly bytes: Uint8Array;
  readonly whole: Values;
}

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  readonly specimens: readonly Specimens[];
  /** Milliseconds that one input may take. */
  readonly limit?: number;
  /** Called before each input, for whoever watches over hangs. */
  readonly before?: (run: number, form: string, bytes: Uint8Array) => void;
}

export interface FuzzReport {
  /** By form, then outcome or fault. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By the code of the first error. */
  readonly codes: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
}

/** The fixtures that are read as they should be when whole. */
export function specimensOf(chosen: readonly Case[] = cases): readonly Specimens[] {
  const data = readDatasets();
  return chosen.map((each) => {
    const bytes = fixture(each.file);
    const wanted = { data, ...datasetAndMapping(data, each), name: each.file };
    return { ...each, wanted, bytes, whole: each.expected(textOf(bytes), bytes) };
  });
}

export async function fuzz({ runs, seed, specimens, limit = 5000, before }: FuzzOptions): Promise<FuzzReport> {
  const counts = new Map<string, Map<string, number>>();
  const codes = new Map<string, number>();
  const violations: Violation[] = [];
  for (let run = 0; run < runs; run++) {
    const specimen = specimens[run % specimens.length];
    if (specimen === undefined) break;
    const random = seeded(seed * 1_000_003 + run);
    const broken = breakIt({ ...specimen.specimen, bytes: specimen.bytes }, random);
    if (broken === undefined) continue;
    before?.(run, specimen.name, broken.bytes);
    let judged: Judgement = { outcome: "right" };
    let took = Number.POSITIVE_INFINITY;
    // Once more where it took long: the machine may have had something else to do.
    for (let attempt = 0; attempt < 2 && took > limit; attempt++) {
      const started = performance.now();
      judged = await judge(specimen, broken.bytes, broken.harmless);
      took = performance.now() - started;
    }
    const result = took > limit ? { fault: "slow" as const, details: `${Math.round(took)} ms` } : judged;
    const name = "fault" in result ? result.fault : result.outcome;
    const own = counts.get(specimen.name) ?? new Map<string, number>();
    counts.set(specimen.name, own.set(name, (own.get(name) ?? 0) + 1));
    if ("fault" in result) violations.push({ ...result, form: specimen.name, run, mutations: broken.names, bytes: broken.bytes });
    else if (result.code !== undefined) codes.set(result.code, (codes.get(result.code) ?? 0) + 1);
  }
  return { counts, codes, violations };
}

/** One change for most files, two or three for some. */
function breakIt(
  specimen: Specimen,
  random: Random,
): { readonly bytes: Uint8Array; readonly harmless: boolean; readonly names: readonly string[] } | undefined {
  const chance = random();
  // What is packed is broken as it is, and more often inside.
  const part = specimen.parts?.[Math.floor(random() * (specimen.parts.length + 0.5))];
  let [bytes, harmless] = [part?.unwrap(specimen.bytes) ?? specimen.bytes, specimen.parts === undefined];
  const names: string[] = [];
  for (let count = chance < 0.7 ? 1 : chance < 0.93 ? 2 : 3; count > 0; ) {
    const mutation: Mutation | undefined = mutations[Math.floor(random() * mutations.length)];
    if (mutation === undefined || bytes.length === 0) break;
    const changed = mutation.apply({ ...specimen, bytes }, random);
    // Not each form can be broken in each way.
    if (changed === undefined) continue;
    bytes = changed;
    harmless &&= mutation.harmless === true;
    names.push(mutation.name);
    count--;
  }
  if (names.length === 0) return undefined;
  return { bytes: part?.wrap(specimen.bytes, bytes) ?? bytes, harmless, names };
}

type Judgement = { readonly outcome: Outcome; readonly code?: string } | { readonly fault: Fault; readonly details: string };

/** @param harmless whether the file must be read */
export async function judge({ wanted, whole, expected }: Specimens, bytes: Uint8Array, harmless: boolean): Promise<Judgement> {
  let reaction: Awaited<ReturnType<typeof readBytes>>;
  let taken: ReturnType<typeof decisions> = [];
  try {
    reaction = await readBytes(wanted, bytes);
    if (reaction.kind === "read") taken = decisions(wanted, reaction, today);
  } catch (reason) {
    return { fault: "crash", details: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
  }
  if (reaction.kind === "refused") {
    const [code = ""] = reaction.codes;
    if (harmless) return { fault: "needless refusal", details: reaction.codes.join(", ") };
    return code.startsWith("(") ? { fault: "crash", details: code } : { outcome: "refused when read", code };
  }
  const { values } = reaction;
  if (isSame(values, whole)) return { outcome: "right" };
  const changed = changedValues(expected, bytes);
  const wrong = [...values].filter(([key, value]) => !equal(value, whole.get(key)) && !equal(value, changed.get(key)));
  // A name that the broken file has for something is not a wrong number, as long as nobody takes it in.
  const isNamed = wrong.every(([key]) => !whole.has(key) && !changed.has(key)) && taken.every(({ kind }) => kind === "refused");
  if (wrong.length > 0 && !isNamed) {
    const told = wrong.slice(0, 3).map(([key, value]) => `${key}: ${value}, not ${whole.get(key)} or ${changed.get(key)}`);
    return { fault: "wrong number", details: `${told.join("; ")} (${kinds(taken)})` };
  }
  const refusal = taken.find(({ kind }) => kind === "refused");
  if (isSame(values, changed)) {
    return refusal?.kind === "refused"
      ? { outcome: "refused by the checks", code: refusal.objections[0]?.message.code ?? "" }
      : { outcome: "right of the changed file" };
  }
  if (refusal?.kind === "refused" && taken.every(({ kind }) => kind === "refused"))
    return { outcome: "refused by the checks", code: refusal.objections[0]?.message.code ?? "" };
  const lost = [...changed.keys()].filter((key) => !values.has(key));
  if (lost.length > 0) return { fault: "lost value", details: `${lost.slice(0, 3).join("; ")} (${lost.length})` };
  return { outcome: "right of the changed file" };
}

/** What the broken file says, whatever stands between its fields. */
function changedValues(expected: Case["expected"], bytes: Uint8Array): Values {
  const text = textOf(bytes);
  const values = new Map<string, number | string>();
  for (const separator of ["\t", ",", "|", ":", ";"]) {
    for (const [key, value] of expected(separator === ";" ? text : resplit(text, separator), bytes)) values.set(key, value);
  }
  return values;
}

/** Semicolons in place of another separator, as far as it stands outside of quotation marks. */
function resplit(text: string, separator: string): string {
  const line = (whole: string): string => {
    const fields = whole.split(new RegExp(`[${separator}](?=(?:[^"]*"[^"]*")*[^"]*$)`));
    return fields.map((field) => (/^".*"$/.test(field) ? field.slice(1, -1) : field)).join(";");
  };
  return text
    .split("\n")
    .map((whole) => (whole.includes('"') ? line(whole) : whole.replaceAll(separator, ";")))
    .join("\n");
}

function kinds(taken: ReturnType<typeof decisions>): string {
  return taken
    .map((decision) => (decision.kind === "refused" ? `refused: ${decision.objections[0]?.message.code}` : decision.kind))
    .join(", ");
}

function isSame(a: Values, b: Values): boolean {
  return a.size === b.size && [...a].every(([key, value]) => equal(value, b.get(key)));
}

/** A zero is a sign in some sets and a number in others. */
function equal(a: number | string, b: number | string | undefined): boolean {
  return a === b || (b !== undefined && String(a) === "0" && String(b) === "0");
}
