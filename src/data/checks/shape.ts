/** Whether all keys are there and none is unknown, and whether as much came as the last time. */

import { error } from "../../source/diagnostic.ts";
import { cellsVanished, keysLacking, keysVanished, keyUnknown, levelExpected } from "../../source/messages/acceptance.ts";
import { nearest } from "../../source/nearest.ts";
import { germanDate } from "../calendar.ts";
import type { Cell, Level } from "../dataset.ts";
import type { Earlier, Findings, Subject } from "./evaluate.ts";
import { cellAt, keyOfPath, leavesOf, nameOfPath } from "./level.ts";

/** From which share of values on their absence is a loss: nested categories come and go singly. */
const loss = 0.2;

export function checkShape(subject: Subject, findings: Findings): void {
  const { dataset, values } = subject;
  if (dataset.keys.length > 0) checkDeclared(subject, findings);
  if (dataset.coverage === "complete") checkAgainstLast(subject, findings);
  else {
    for (const earlier of subject.before) checkLevels(values, earlier.values, earlier.stichtag, findings);
    // What it says of a key takes the place of what was known of it.
    const versions = subject.before.filter(({ stichtag }) => stichtag === subject.stichtag);
    const cells = new Map<string, Cell>();
    for (const version of versions.toReversed()) for (const [key, cell] of version.values.cells) cells.set(key, cell);
    if (cells.size > 0)
      checkGone(subject, { stichtag: subject.stichtag, values: { kind: "level", cells, span: subject.values.span } }, findings);
  }
}

function checkDeclared({ dataset, values }: Subject, { faults }: Findings): void {
  const known = new Set(dataset.keys);
  for (const [key, cell] of values.cells) {
    if (key !== dataset.total && !known.has(key)) faults.push(error(cell.span, keyUnknown(key, nearest(key, dataset.keys))));
  }
  const missing = dataset.coverage === "complete" ? dataset.keys.filter((key) => !values.cells.has(key)) : [];
  if (missing.length > 0) faults.push(error(values.span, keysLacking(missing)));
}

function checkAgainstLast(subject: Subject, findings: Findings): void {
  const { dataset, values, before } = subject;
  const [last] = before;
  if (last === undefined) return;
  const { objections } = findings;
  // Declared keys are held to the declaration, whatever the last release had.
  const vanished = [...last.values.cells.keys()].filter((key) => !values.cells.has(key) && !dataset.keys.includes(key));
  if (vanished.length > 0) objections.push(error(values.span, keysVanished(vanished, germanDate(last.stichtag))));
  checkLevels(values, last.values, last.stichtag, findings);
  checkGone(subject, last, findings);
}

/**
 * Values that stood below keys which are there still. Of a new Stichtag some may go; a revision tells of each value again,
 * so that a file cut short is no revision.
 */
function checkGone({ stichtag, values }: Subject, last: Earlier, { objections }: Findings): void {
  const present = new Set(leavesOf(values).map(({ path }) => keyOfPath(path)));
  const former = leavesOf(last.values).filter(({ path: [outermost = ""] }) => values.cells.has(outermost));
  const gone = former.filter(({ path }) => path.length > 1 && !present.has(keyOfPath(path)));
  const revises = last.stichtag === stichtag;
  const count = leavesOf(last.values).length;
  if (gone.length === 0 || (!revises && gone.length <= count * loss)) return;
  const examples = gone.slice(0, 3).map(({ path }) => nameOfPath(path));
  objections.push(error(values.span, cellsVanished(gone.length, count, examples, germanDate(last.stichtag))));
}

/** A value where there was a level, or the other way round. */
function checkLevels(values: Level, former: Level, stichtag: string, findings: Findings, above: readonly string[] = []): void {
  for (const [key, cell] of values.cells) {
    const other = cellAt(former, [key]);
    if (other === undefined) continue;
    const path = [...above, key];
    if (other.kind !== cell.kind) findings.objections.push(error(cell.span, levelExpected(nameOfPath(path), germanDate(stichtag))));
    else if (cell.kind === "level" && other.kind === "level") checkLevels(cell, other, stichtag, findings, path);
  }
}
