/** What a mapping means for the table at hand: the places of its variables. */

import type { Dataset } from "../../data/dataset.ts";
import { error, type Diagnostic } from "../../source/diagnostic.ts";
import { noSuchVariable, wrongFormat, wrongTable } from "../../source/messages/reading.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/source.ts";
import type { Mapping } from "../mapping.ts";
import type { TableHead } from "../table.ts";
import { KeyReader } from "./pick.ts";
import { wantedCodes, type WantedCodes } from "./wanted.ts";

export interface Plan {
  readonly filters: readonly {
    readonly variable: string;
    readonly place: number;
    readonly code: string;
    readonly wanted: WantedCodes;
    readonly span: Span;
  }[];
  readonly keys: readonly KeyReader[];
  /** Of the variable that gives the Stichtag. */
  readonly time?: number;
  /** Of the variables that must have one category only. */
  readonly free: readonly number[];
}

/** @returns `undefined` where the table is another one or lacks a variable, all of which is reported */
export function planOf(head: TableHead, mapping: Mapping, dataset: Dataset, report: Diagnostic[]): Plan | undefined {
  const before = report.length;
  checkTable(head, mapping, report);
  if (report.length > before) return undefined;
  const place = (variable: string, span: Span): number => {
    const found = variableAt(head, variable);
    if (found !== undefined) return found;
    const names = head.variables.map(({ code }) => code);
    const near =
      nearest(variable, names) ??
      nearest(
        variable,
        head.variables.map(({ label }) => label),
      );
    report.push(
      error(
        span,
        noSuchVariable(
          variable,
          near,
          head.variables.map(({ code, label }) => (code === label ? code : `${code} (${label})`)),
        ),
      ),
    );
    return -1;
  };
  const filters = [...mapping.filter].map(([variable, { code, span }]) => ({
    variable,
    place: place(variable, span),
    code,
    wanted: wantedCodes(code),
    span,
  }));
  const keys = mapping.keys.map(
    (level, depth) =>
      new KeyReader(
        level,
        level.variables.map((name) => place(name, level.span)),
        depth === 0,
        dataset,
      ),
  );
  const named = mapping.time.kind === "variable" ? mapping.time.variable : undefined;
  const usual = mapping.time.kind === "variable" ? head.variables.findIndex(({ role }) => role === "time") : -1;
  const time = named === undefined ? usual : place(named, mapping.span);
  if (report.length > before) return undefined;
  const pinned = new Set([
    ...filters.map((filter) => filter.place),
    ...mapping.keys.flatMap(({ variables }) => variables.map((name) => variableAt(head, name) ?? -1)),
    time,
  ]);
  return {
    filters,
    keys,
    ...(time < 0 ? {} : { time }),
    free: head.variables.flatMap(({ attribute }, index) => (attribute === true || pinned.has(index) ? [] : [index])),
  };
}

/** A variable by its code, or by its label where only one has it. */
function variableAt({ variables }: TableHead, name: string): number | undefined {
  const wanted = name.normalize();
  const byCode = variables.findIndex(({ code }) => code.normalize() === wanted);
  if (byCode >= 0) return byCode;
  const byLabel = variables.flatMap(({ label }, index) => (label.normalize() === wanted ? [index] : []));
  return byLabel.length === 1 ? byLabel[0] : undefined;
}

function checkTable({ table, format }: TableHead, mapping: Mapping, report: Diagnostic[]): void {
  if (mapping.format !== undefined && mapping.format !== format) report.push(error(mapping.span, wrongFormat(format, mapping.format)));
  if (table !== undefined && mapping.table !== undefined && !sameTable(table, mapping.table)) {
    report.push(error(mapping.span, wrongTable(table, mapping.table)));
  }
}

/**
 * Whether the code that a file names is the wanted table's. Files may name the statistic only ("12411" of
 * "12411-01-01-4"), or the job that made them ("12531-0043_175879554").
 */
function sameTable(found: string, wanted: string): boolean {
  const [have, want] = [found, wanted].map((code) => code.trim().toUpperCase().replace(/_\d+$/u, ""));
  return have === want || (want ?? "").startsWith(`${have}-`);
}
