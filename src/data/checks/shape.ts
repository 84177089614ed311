/** Whether all keys are there and none is unknown, and whether as much came as the last time. */

import { error } from "../../source/diagnostic.ts";
import { cellsVanished, keysLacking, keysVanished, keyUnknown, levelExpected } from "../../source/messages/acceptance.ts";
import { nearest } from "../../source/nearest.ts";
import { germanDate } from "../calendar.ts";
import type { Level } from "../dataset.ts";
import type { Findings, Subject } from "./evaluate.ts";
import { cellAt, keyOfPath, leavesOf, nameOfPath } from "./level.ts";

/** From which share of values on their absence is a loss: nested categories come and go singly. */
const loss = 0.2;

export function checkShape(subject: Subject, findings: Findings): void {
  const { dataset, values } = subject;
  if (dataset.keys.length > 0) checkDeclared(subject, findings);
  if (dataset.coverage === "complete") checkAgainstLast(subject, findings);
  else for (const earlier of subject.before) checkLevels(values, earlier.values, earlier.stichtag, findings);
}

function checkDeclared({ dataset, values }: Subject, { faults }: Findings): void {
  const known = new Set(dataset.keys);
  for (const [key, cell] of values.cells) {
    if (key !== dataset.total && !known.has(key)) faults.push(error(cell.span, keyUnknown(key, nearest(key, dataset.keys))));
  }
  const missing = dataset.coverage === "complete" ? dataset.keys.filter((key) => !values.cells.has(key)) : [];
  if (missing.length > 0) faults.push(error(values.span, keysLacking(missing)));
}

function checkAgainstLast({ dataset, values, before }: Subject, findings: Findings): void {
  const [last] = before;
  if (last === undefined) return;
  const { objections } = findings;
  // Declared keys are held to the declaration, whatever the last release had.
  const vanished = [...last.values.cells.keys()].filter((key) => !values.cells.has(key) && !dataset.keys.includes(key));
  if (vanished.length > 0) objections.push(error(values.span, keysVanished(vanished, germanDate(last.stichtag))));
  checkLevels(values, last.values, last.stichtag, findings);
  const present = new Set(leavesOf(values).map(({ path }) => keyOfPath(path)));
  const former = leavesOf(last.values);
  const gone = former.filter(({ path }) => path.length > 1 && values.cells.has(path[0] ?? "") && !present.has(keyOfPath(path)));
  if (gone.length > former.length * loss) {
    const examples = gone.slice(0, 3).map(({ path }) => nameOfPath(path));
    objections.push(error(values.span, cellsVanished(gone.length, former.length, examples, germanDate(last.stichtag))));
  }
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
